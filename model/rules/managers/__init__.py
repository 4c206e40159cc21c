"""What managers decide."""
