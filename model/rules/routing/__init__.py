"""Who gets what comes in."""
