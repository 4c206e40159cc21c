"""Every request is followed up alike, whatever it may earn."""

from model.compiled import compiled


@compiled
def evenly(stake, parameters):
    """Every request is followed up alike, whatever it may earn."""
    return 1.0
