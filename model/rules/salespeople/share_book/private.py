"""Nobody shares: a contact book is its owner's capital."""

from model.compiled import compiled


@compiled
def private(giver, taker, parameters, u):
    """Nobody shares: a contact book is its owner's capital."""
    return 0
