"""The agenda: events of the slot of time under way stand in a heap, those of later slots are put away in lists.

A calendar queue (Brown 1988, Communications of the ACM 31, 1220–1227): with thousands of people nearly all events lie
well ahead, and an order among them is not yet needed. So the heap holds a handful of events however many people there
are. A list is shared by all slots that lie a whole round of lists apart; what is not due when it is opened stays in it.

It also tells early which rows are soon needed, so that they are on their way from memory to the processor while other
events happen. Nothing but speed depends on that, or on the length of a slot.
"""

from model.compiled import compiled
from model.engine.heap import push
from model.world.codes import CHASE_DUE, FINISH, MINUTES, NOBODY
from model.world.native import fetch

KINDS = len(MINUTES)


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
    event, its = world.later[row], list_of(world, slot)
    event.time, event.sequence, event.kind, event.who, event.stamp = time, sequence, kind, who, stamp
    event.next, its.first = its.first, row


@compiled
def list_of(world, slot):
    """The list of a slot; there are as many as a power of two."""
    return world.slots[slot & (len(world.slots) - 1)]


@compiled
def open_slot(world):
    """Go on to the next slot of time that has events and put these into the heap; none is there before or after."""
    clock, later = world.clock, world.later
    while clock.n_heap == 0 and clock.n_later > 0:
        clock.slot += 1
        look_ahead(world, clock.slot)
        its = list_of(world, clock.slot)
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


@compiled
def look_ahead(world, slot):
    """Bring near what the first events of coming slots need: the event, then whom it is about, then what they do."""
    row = list_of(world, slot + 12).first
    if row != NOBODY:
        fetch(world.later[row])
    row = list_of(world, slot + 9).first
    if row != NOBODY:
        event = world.later[row]
        if event.next != NOBODY:
            fetch(world.later[event.next])
        if event.kind == FINISH:
            fetch(world.workers[event.who])
            fetch(world.ledger[event.who * KINDS])
            fetch(world.ledger[event.who * KINDS + KINDS // 2])
            fetch(world.tasks[event.stamp])
        elif event.kind == CHASE_DUE:
            fetch(world.issues[event.who])
    row = list_of(world, slot + 6).first
    if row != NOBODY:
        event = world.later[row]
        if event.kind == FINISH:
            task, worker = world.tasks[event.stamp], world.workers[event.who]
            fetch(world.queues[task.queue])
            fetch(world.queues[worker.line])
            fetch(world.queues[worker.todo])
            if len(world.issues) > 0:
                fetch(world.issues[task.issue])
    row = list_of(world, slot + 3).first
    if row != NOBODY:
        event = world.later[row]
        if event.kind == FINISH and len(world.requests) > 0:
            request = world.issues[world.tasks[event.stamp].issue].request
            if request >= 0:
                fetch(world.requests[request])
