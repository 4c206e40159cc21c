"""Decisions of front-line people of a centre."""
