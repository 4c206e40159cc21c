"""Nobody helps, whoever asks."""

from model.compiled import compiled


@compiled
def never(giver, trust, received, owed, grudge, pull, parameters, u):
    """Nobody helps, whoever asks: everybody works alone."""
    return 0
