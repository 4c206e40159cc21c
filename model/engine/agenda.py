"""The agenda: events of the slot of time under way stand in a heap, those of later slots are put away in lists.

A calendar queue (Brown 1988, Communications of the ACM 31, 1220–1227): with thousands of people nearly all events lie
well ahead, and an order among them is not yet needed. So the heap holds a handful of events however many people there
are. A list is shared by the slots that lie a whole ring of lists apart; what is not due when it is opened stays in it.
Nothing depends on the length of a slot but speed.
"""

from model.compiled import compiled
from model.engine.heap import push
from model.world.codes import NOBODY


@compiled
def schedule(world, time, kind, who, stamp):
    """Put an event on the agenda (the caller of the engine has made room)."""
    clock = world.clock
    sequence = clock.sequence
    clock.sequence = sequence + 1
    slot = int(time * clock.slots_per_minute)
    if slot <= clock.slot:
        push(world, time, sequence, kind, who, stamp)
        return
    row = clock.free_later
    if row == NOBODY:
        row = clock.n_later_rows
        clock.n_later_rows = row + 1
    else:
        clock.free_later = world.later[row].next
    clock.n_later += 1
    event, its = world.later[row], world.slots[slot % len(world.slots)]
    event.time, event.sequence, event.kind, event.who, event.stamp = time, sequence, kind, who, stamp
    event.next, its.first = its.first, row


@compiled
def open_slot(world):
    """Go on to the next slot of time that has events and put these into the heap; none is there before or after."""
    clock, later = world.clock, world.later
    while clock.n_heap == 0 and clock.n_later > 0:
        clock.slot += 1
        its = world.slots[clock.slot % len(world.slots)]
        row = its.first
        its.first = NOBODY
        while row != NOBODY:
            event = later[row]
            following = event.next
            if int(event.time * clock.slots_per_minute) == clock.slot:
                push(world, event.time, event.sequence, event.kind, event.who, event.stamp)
                event.next, clock.free_later = clock.free_later, row
                clock.n_later -= 1
            else:
                event.next, its.first = its.first, row
            row = following
