"""A customer who wants to confer with somebody first is let go."""

from model.compiled import compiled


@compiled
def let_go(attempts, minutes, parameters):
    """A customer who wants to confer with somebody first is let go (003-04)."""
    return 0
