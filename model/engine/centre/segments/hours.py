"""Waits by line and part of the day: what callers know of them, and what is reported."""

from model.compiled import compiled
from model.world.differentiation import PARTS


@compiled
def part_at(world, time):
    """The part of the day in which a time lies."""
    day = time / world.parameters.day_minutes
    return min(PARTS - 1, int((day - int(day)) * PARTS))


@compiled
def hour_of(world, c, time):
    """Row of the hours of a call's line at a time."""
    return world.calls[c].line * PARTS + part_at(world, time)


@compiled
def remember_wait(world, c, left):
    """A wait has ended, answered or not: it enters the usual wait of the hour in which the call came (002-26).

    w ← w + m (wait − w), m = `wait_memory`.
    """
    if len(world.line_hours) == 0:
        return
    waited = world.calls[c].waited
    hour = world.line_hours[hour_of(world, c, world.clock.now - waited)]
    hour.usual_wait += world.parameters.wait_memory * (waited - hour.usual_wait)
    if left == 1:
        hour.n_left += 1
    else:
        hour.n += 1
        hour.waited += waited
        hour.minutes += world.calls[c].minutes
