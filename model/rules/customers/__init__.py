"""What customers decide."""
