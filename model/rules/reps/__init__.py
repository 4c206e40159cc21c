"""What service reps decide."""
