"""What a call may hold beyond query and purchase, and what people learn from it."""
