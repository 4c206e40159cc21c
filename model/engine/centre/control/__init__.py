"""Figures of people and teams, listening, the weekly meeting, and styles of selling."""
