"""Every group takes every stream's calls, trained or not."""

from model.compiled import compiled


@compiled
def everybody(level, hand, parameters):
    """Every group takes every stream's calls, trained or not, with the quality this brings (002-18, 002-19)."""
    return 1 - hand
