"""The columns of the agenda: timed events, wherever they are kept (see `engine/agenda.py`)."""

from model.world.table import Table

FIRST = 1
"""Row of the earliest event in the heap, whose places count from 1."""


class Events(Table):
    """One row per place in the heap of timed events; the first row is not used.

    time         f8  min    when
    sequence     i8  count  order of scheduling, for equal times
    who          i4  row    worker, task, issue, call or stream, by its kind
    stamp        i4  code   what must still be so when it comes, by its kind; of a task's end the task
    kind         i1  code   kind of event
    """


class Later(Table):
    """One row per timed event in the list of a slot, reused when the slot has come.

    time         f8  min    when
    sequence     i8  count  order of scheduling, for equal times
    who          i4  row    as in the heap
    stamp        i4  code   as in the heap
    next         i4  row    next in the list; -1 is none
    kind         i1  code   kind of event
    """


class Far(Table):
    """One row per timed event of a stretch farther off, in blocks, whose first row holds no event.

    time         f8  min    when
    sequence     i8  count  order of scheduling, for equal times
    who          i4  row    as in the heap
    stamp        i4  code   as in the heap
    next         i4  row    in the first row of a block, the block before in its stretch or the next unused one
    kind         i1  code   kind of event
    """


class Stretches(Table):
    """One row per stretch of slots, which all stretches share that lie a whole round of rows apart.

    end          i4  row    row of far for the next event; a first row of a block if that needs a block; 0 if none came
    """


class Slots(Table):
    """One row per slot of the stretch under way and of the next: the list of its events.

    first        i4  row    first event; -1 is none
    """


class Coming(Table):
    """One row per event that is looked ahead at, in a ring: what has been found out about it; 0 where there is nothing.

    worker       i4  row    worker who ends a task
    task         i4  row    task that ends, or whose caller may hang up
    issue        i4  row    issue that it is about
    request      i4  row    the issue's life as a service request
    page         i4  row    page of the contact book that the request concerns
    """
