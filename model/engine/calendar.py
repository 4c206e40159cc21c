"""Which day it is."""

from model.compiled import compiled


@compiled
def today(world):
    """Row of the present day in tables of days."""
    return max(0, min(world.clock.day, len(world.days)) - 1)
