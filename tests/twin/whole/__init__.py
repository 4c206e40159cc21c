"""All of sections 5 to 7.15: each person of the core with every further mechanism."""
