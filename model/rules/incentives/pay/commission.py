"""A fixed share of everything reported, without quota."""

from model.compiled import compiled


@compiled
def commission(reported, quota, parameters):
    """A fixed share of everything reported, without quota."""
    return parameters.bonus_rate * reported
