"""Recordings: a run day by day as frames, plots and measures, made once for all who look at it."""
