"""Nobody is dismissed."""

from model.compiled import compiled


@compiled
def never(salesperson, parameters):
    """Nobody is dismissed."""
    return 0
