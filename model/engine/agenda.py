"""The agenda: events of the slot of time under way stand in a heap, those of later slots are put away in lists.

A calendar queue (Brown 1988, Communications of the ACM 31, 1220–1227): with thousands of people nearly all events lie
well ahead, and an order among them is not yet needed. So the heap holds a handful of events however many people there
are. A list is shared by all slots that lie a whole round of lists apart; what is not due when it is opened stays in it.

With many people it also tells early which rows are soon needed, so that they are on their way from memory to the
processor while other events happen. Nothing but speed depends on that, or on the length of a slot.
"""

from model.compiled import compiled
from model.engine.heap import push
from model.world.codes import CHASE_DUE, FINISH, N_MINUTES, NOBODY
from model.world.native import fetch
from model.world.slots import slot_of

NOTICE = 3
"""Slots from one step of looking ahead to the next: time for a row to come, and not so long that it is gone again."""


@compiled
def schedule(world, time, kind, who, stamp):
    """Put an event on the agenda (the caller of the engine has made room)."""
    clock = world.clock
    sequence = clock.sequence
    clock.sequence = sequence + 1
    slot = slot_of(time, clock.slots_per_minute)
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
    """While the heap is empty, go on slot by slot, and put the events of the next that has any into it.

    Where no event is put away, nothing happens.
    """
    clock, later = world.clock, world.later
    while clock.n_heap == 0 and clock.n_later > 0:
        clock.slot += 1
        if clock.looks_ahead == 1:
            look_ahead(world, clock.slot)
        its = list_of(world, clock.slot)
        row = its.first
        its.first = NOBODY
        while row != NOBODY:
            event = later[row]
            following = event.next
            if slot_of(event.time, clock.slots_per_minute) == clock.slot:
                push(world, event.time, event.sequence, event.kind, event.who, event.stamp)
                event.next, clock.free_later = clock.free_later, row
                clock.n_later -= 1
            else:
                event.next, its.first = its.first, row
            row = following


@compiled
def look_ahead(world, slot):
    """Bring near what coming slots need, each time a step more: the event, whom it is about, what follows from it.

    Only the first event of a slot is looked at, and none that is scheduled with less notice; it is a hint.
    """
    row = list_of(world, slot + 4 * NOTICE).first
    if row != NOBODY:
        fetch(world.later[row])
    row = list_of(world, slot + 3 * NOTICE).first
    if row != NOBODY:
        fetch_people(world, world.later[row])
    row = list_of(world, slot + 2 * NOTICE).first
    if row != NOBODY and world.later[row].kind == FINISH:
        fetch_queues(world, world.later[row])
    row = list_of(world, slot + NOTICE).first
    if row != NOBODY and world.later[row].kind == FINISH:
        issue = world.tasks[world.later[row].stamp].issue
        if is_issue(world, issue) and world.issues[issue].request != NOBODY:
            fetch(world.requests[world.issues[issue].request])


@compiled
def fetch_people(world, event):
    """The worker who ends a task, the task and the worker's minutes; the issue that is chased."""
    if event.next != NOBODY:
        fetch(world.later[event.next])
    if event.kind == FINISH:
        fetch(world.workers[event.who])
        fetch(world.tasks[event.stamp])
        fetch(world.ledger[event.who * N_MINUTES])
        fetch(world.ledger[event.who * N_MINUTES + N_MINUTES // 2])
    elif event.kind == CHASE_DUE:
        fetch(world.issues[event.who])


@compiled
def fetch_queues(world, event):
    """The queues of whoever ends a task, and the issue it is about."""
    task, worker = world.tasks[event.stamp], world.workers[event.who]
    if task.queue != NOBODY:
        fetch(world.queues[task.queue])
    fetch(world.queues[worker.line])
    fetch(world.queues[worker.todo])
    if is_issue(world, task.issue):
        fetch(world.issues[task.issue])


@compiled
def is_issue(world, row):
    """Whether the row that a task is about may be one of issues (a centre's calls and meetings have rows of theirs)."""
    return 0 <= row < len(world.issues)
