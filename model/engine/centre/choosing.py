"""Which call a free person takes."""

from model.compiled import compiled
from model.engine.centre.sites import place_of
from model.rules.routing.overflow import overflow
from model.world.codes import NOBODY, SERVES


@compiled
def next_call(world, g):
    """What a free person of a group takes: the longest waiting call of its streams, else one that may overflow.

    Returns the task, or nobody.
    """
    task = longest_waiting(world, g, 0)
    if task == NOBODY and len(world.groups) > 1:
        task = longest_waiting(world, g, 1)
    return task


@compiled
def longest_waiting(world, g, beyond):
    """First of the longest waiting calls of a group's own streams, or (`beyond`) of those that may overflow to it."""
    best, since = NOBODY, world.clock.now
    place = place_of(world, world.groups[g].location)
    least = world.parameters.overflow_seconds / 60.0 if beyond == 1 else 0.0
    for s in range(len(world.streams)):
        head = world.queues[world.streams[s].queue + place].head
        if head == NOBODY:
            continue
        entered = world.tasks[head].entered
        # the very sum for which the overflow was scheduled, since a difference may round to less than the wait
        if entered <= since and entered + least <= world.clock.now:
            level = world.skills[g * len(world.streams) + s].level
            if (level == SERVES) if beyond == 0 else may_overflow(world, g, s):
                best, since = head, entered
    return best


@compiled
def may_overflow(world, g, s):
    """Whether a group may take a stream's calls that have waited too long, by the rule `overflow` (002-18, 002-21)."""
    level = world.skills[g * len(world.streams) + s].level
    return level != SERVES and overflow(world.parameters.overflow, level, 0, world.parameters) == 1
