"""The agenda: events of the slot of time under way stand in a heap, those of later slots are put away.

A calendar queue (Brown 1988, Communications of the ACM 31, 1220–1227) on two levels. With thousands of people nearly
all events lie well ahead, and an order among them is not yet needed: so the heap holds a handful of events however many
people there are. Slots make up stretches. In the stretch under way and the next every slot has a list of its events; an
event farther off is only written down behind the last one of its stretch, so that it touches few bytes, and such as are
near the processor, whatever its time.
"""

from model.compiled import compiled
from model.engine.foresight import look_ahead
from model.engine.heap import push
from model.world.codes import NOBODY
from model.world.native import fetch
from model.world.slots import BLOCK, SLOTS, list_of, slot_of
from model.world.agenda_tables import FIRST

NEXT_LINE = 2
"""Rows of far in a line of the processor's cache: the one of which this many rows on will be written to next."""


@compiled
def schedule(world, time, kind, who, stamp):
    """Put an event on the agenda (the caller of the engine has made room)."""
    sequence = world.clock.sequence
    world.clock.sequence = sequence + 1
    put(world, time, sequence, kind, who, stamp)


@compiled
def put(world, time, sequence, kind, who, stamp):
    """Put an event into the heap if its slot is under way, into the list of its slot, or down in its stretch."""
    clock = world.clock
    slot = slot_of(time, clock.slots_per_minute)
    if slot <= clock.slot:
        push(world, time, sequence, kind, who, stamp)
    elif slot // SLOTS <= clock.listed:
        clock.n_later += 1
        enlist(world, slot, time, sequence, kind, who, stamp)
    else:
        clock.n_later += 1
        row = row_in(world, slot // SLOTS)
        event = world.far[row]
        fetch(world.far[row + NEXT_LINE])
        event.time, event.sequence, event.kind, event.who, event.stamp = time, sequence, kind, who, stamp


@compiled
def enlist(world, slot, time, sequence, kind, who, stamp):
    """Put an event into the list of its slot, in a row that was used last."""
    clock, its = world.clock, list_of(world, slot)
    row = clock.free_later
    if row == NOBODY:
        row = clock.n_later_rows
        clock.n_later_rows = row + 1
    else:
        clock.free_later = world.later[row].next
    event = world.later[row]
    event.time, event.sequence, event.kind, event.who, event.stamp = time, sequence, kind, who, stamp
    event.next, its.first = its.first, row


@compiled
def row_in(world, stretch):
    """The next row of a stretch farther off, in a new block of rows when the last one is full."""
    clock, its = world.clock, stretch_row(world, stretch)
    row = its.end
    if row & (BLOCK - 1) == 0:
        block = clock.free_block
        if block == NOBODY:
            block = clock.n_far_rows
            clock.n_far_rows = block + BLOCK
        else:
            clock.free_block = world.far[block].next
        world.far[block].next = row - BLOCK
        row = block + 1
    its.end = row + 1
    return row


@compiled
def stretch_row(world, stretch):
    """The row of a stretch, which all share that lie a whole round apart; there are as many as a power of two."""
    return world.stretches[stretch & (len(world.stretches) - 1)]


@compiled
def open_slot(world):
    """While the heap is empty, go on slot by slot, and put the events of the next that has any into it.

    Where no event is put away, nothing happens.
    """
    clock, later = world.clock, world.later
    while clock.n_heap == 0 and clock.n_later > 0:
        clock.slot += 1
        if clock.slot // SLOTS == clock.listed:
            open_stretch(world, clock.listed + 1)
        if clock.looks_ahead == 1:
            look_ahead(world, clock.slot)
        its = list_of(world, clock.slot)
        row = its.first
        its.first = NOBODY
        while row != NOBODY:
            event = later[row]
            push(world, event.time, event.sequence, event.kind, event.who, event.stamp)
            following = event.next
            event.next, clock.free_later = clock.free_later, row
            clock.n_later -= 1
            row = following


@compiled
def open_stretch(world, stretch):
    """Put the events of a stretch into the lists of its slots; those of a later round are written down anew."""
    clock, far, its = world.clock, world.far, stretch_row(world, stretch)
    end, its.end = its.end, 0
    clock.listed = stretch
    while end > 0:
        block = (end - 1) & -BLOCK
        before = far[block].next
        for row in range(block + 1, end):
            event = far[row]
            fetch(far[max(before + row - block, 0)])  # the block that comes next in its turn
            clock.n_later -= 1
            put(world, event.time, event.sequence, event.kind, event.who, event.stamp)
        end = before + BLOCK
        far[block].next, clock.free_block = clock.free_block, block


@compiled
def spread(world):
    """At the start all events stand in the heap: put away those of later slots.

    The others go into the heap anew, never beyond the place that was read last.
    """
    clock, heap = world.clock, world.heap
    last, clock.n_heap = FIRST + clock.n_heap, 0
    for place in range(FIRST, last):
        event = heap[place]
        put(world, event.time, event.sequence, event.kind, event.who, event.stamp)
