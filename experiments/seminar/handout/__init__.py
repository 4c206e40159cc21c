"""The handout: one self-contained file of real runs, to be opened from a stick or on a phone without any server."""
