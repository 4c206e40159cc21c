"""The conversation is closed when the query is answered."""

from model.compiled import compiled


@compiled
def when_answered(chance, cost, parameters):
    """The conversation is closed when the query is answered."""
    return 0
