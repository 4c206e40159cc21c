"""A second model, written from the ODD text alone: a short core, and the whole (Axtell et al. 1996)."""
