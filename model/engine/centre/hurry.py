"""The pressure of the backlog."""

from model.compiled import compiled
from model.engine.centre.sites import queue_of


@compiled
def hurry_of(world, call):
    """By how much calls are cut short while others wait: h = `backlog_pressure` · min(1, waiting / people) (001-05)."""
    pressure = world.parameters.backlog_pressure
    if pressure <= 0.0:
        return 0.0
    return pressure * min(1.0, world.queues[queue_of(world, call)].length / world.streams[call.line].n_people)
