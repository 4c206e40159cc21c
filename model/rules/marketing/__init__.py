"""What marketing decides about customers."""
