"""Calls wait for the group that serves them, however long it takes."""

from model.compiled import compiled


@compiled
def nobody(level, hand, parameters):
    """Calls wait for the group that serves them, however long it takes (002-06)."""
    return 0
