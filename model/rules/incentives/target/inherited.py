"""Targets stay as they were before the reorganisation."""

from model.compiled import compiled


@compiled
def inherited(target, reached, day, parameters):
    """Targets stay as they were before the reorganisation, whatever customers the group now has (002-29)."""
    return target
