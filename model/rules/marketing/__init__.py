"""Decisions of those who plan what customers are offered."""
