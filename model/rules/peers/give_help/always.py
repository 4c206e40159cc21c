"""Whoever is asked helps, whatever it costs."""

from model.compiled import compiled


@compiled
def always(giver, trust, received, owed, grudge, pull, parameters, u):
    """Whoever is asked helps, whatever it costs: perfect willingness, to measure technology against (004-14)."""
    return 1
