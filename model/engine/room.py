"""Room in the tables that grow: asked once for many events, for a compiled run cannot make any itself."""

from model.compiled import compiled
from model.world.slots import BLOCK
from model.world.agenda_tables import FIRST

ROOM = 16
"""Rows that one event may add to tasks, calls or agenda (there each in a block of its own); for the log see
`Clock.log_room`."""


@compiled
def events_with_room(world):
    """How many events may happen, at least, before a table is full."""
    clock = world.clock
    rows = len(world.heap) - FIRST - clock.n_heap - clock.n_later  # the next slot may hold all that was put away
    # a stretch may need a block before one of its own is free, and the last one is looked at beyond its end
    blocks = (len(world.far) - clock.n_far_rows) // BLOCK - 2
    rows = min(rows, len(world.later) - clock.n_later, blocks)
    rows = min(rows, len(world.tasks) - clock.n_tasks)
    if len(world.calls) > 0:
        rows = min(rows, len(world.calls) - clock.n_call_rows)
    events = max(0, rows // ROOM)
    if len(world.log) > 0:
        events = min(events, (len(world.log) - clock.n_log) // clock.log_room)
    return events
