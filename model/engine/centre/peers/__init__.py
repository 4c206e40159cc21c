"""Colleagues: what they know, whom they ask, what they owe each other, and how work feels."""
