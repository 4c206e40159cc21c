"""The pressure of the backlog."""

from model.compiled import compiled


@compiled
def hurry_of(world, s):
    """By how much calls are cut short while others wait: h = `backlog_pressure` · min(1, waiting / people) (001-05)."""
    pressure = world.parameters.backlog_pressure
    if pressure <= 0.0:
        return 0.0
    return pressure * min(1.0, world.queues[world.streams[s].queue].length / world.streams[s].n_people)
