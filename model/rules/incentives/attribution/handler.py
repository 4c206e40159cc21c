"""Whoever handled the request reports its order as an own sale (000-14)."""

from model.compiled import compiled


@compiled
def handler(value, parameters, u):
    """Whoever handled the request reports its order as an own sale (000-14)."""
    return value
