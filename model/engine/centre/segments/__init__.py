"""Customers told apart: how they reach a line, what is said there, who steers the lines, and what is paid for it."""
