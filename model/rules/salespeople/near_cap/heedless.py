"""Nobody cares about the cap."""

from model.compiled import compiled


@compiled
def heedless(fear, tempted, parameters):
    """Nobody cares about the cap."""
    return 1.0
