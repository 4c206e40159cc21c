"""The pressure of the backlog."""

from model.compiled import compiled
from model.engine.centre.sites import queue_of


@compiled
def hurry_of(world, call):
    """By how much calls are cut short, always and while others wait (001-05, 001-57).

    h = q + (1 − q) · `backlog_pressure` · min(1, waiting / people), q = `pace_required`.
    """
    pressure, always = world.parameters.backlog_pressure, world.parameters.pace_required
    if pressure <= 0.0:
        return always
    waiting = min(1.0, world.queues[queue_of(world, call)].length / world.streams[call.line].n_people)
    return always + (1.0 - always) * pressure * waiting
