"""Call centres."""
