"""What salespeople decide."""
