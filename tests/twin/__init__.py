"""A second model, written from the ODD text alone, docked with the engine (Axtell et al. 1996)."""
