"""The quota stays."""

from model.compiled import compiled


@compiled
def fixed(quota, reported, parameters):
    """The quota stays."""
    return quota
