"""The heap of the events that come next, ordered by time and, for equal times, by the order of scheduling.

Below place i are 2 i and 2 i + 1, which lie in one line of the processor's cache.
"""

from model.compiled import compiled
from model.world.agenda_tables import FIRST


@compiled
def push(world, time, sequence, kind, who, stamp):
    """Put an event into the heap (the caller of the engine has made room)."""
    heap, clock = world.heap, world.clock
    place = clock.n_heap + FIRST
    clock.n_heap += 1
    while place > FIRST:
        above = place >> 1
        if heap[above].time < time or (heap[above].time == time and heap[above].sequence < sequence):
            break
        copy_event(heap, above, place)
        place = above
    event = heap[place]
    event.time, event.sequence, event.kind, event.who, event.stamp = time, sequence, kind, who, stamp


@compiled
def drop_first(world):
    """Take the earliest event out of the heap."""
    heap, clock = world.heap, world.clock
    last = clock.n_heap + FIRST - 1
    clock.n_heap -= 1
    place = FIRST
    while True:
        below = 2 * place
        if below >= last:
            break
        if below + 1 < last and earlier(heap, below + 1, below):
            below += 1
        if not earlier(heap, below, last):
            break
        copy_event(heap, below, place)
        place = below
    copy_event(heap, last, place)


@compiled
def earlier(heap, a, b):
    """Whether the event at place `a` comes before the one at place `b`."""
    if heap[a].time != heap[b].time:
        return heap[a].time < heap[b].time
    return heap[a].sequence < heap[b].sequence


@compiled
def copy_event(heap, source, target):
    """Copy an event from one place to another, field by field."""
    old, new = heap[source], heap[target]
    new.time, new.sequence, new.kind, new.who, new.stamp = old.time, old.sequence, old.kind, old.who, old.stamp
