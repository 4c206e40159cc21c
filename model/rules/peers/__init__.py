"""Decisions of colleagues at the front line about each other."""
