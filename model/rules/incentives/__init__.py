"""Who is credited and what it pays."""
