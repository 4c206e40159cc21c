"""Nobody gets somebody else's code, however long the argument."""

from model.compiled import compiled


@compiled
def never(n_waiting, u, parameters):
    """Nobody gets somebody else's code, however long the argument (001-32)."""
    return 0
