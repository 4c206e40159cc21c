"""Nothing is done about it."""

from model.compiled import compiled


@compiled
def tolerate(share_jumped, parameters):
    """Nothing is done about it."""
    return 0.0
