"""Slots of time, in which the agenda keeps its events apart, and stretches of slots (see `engine/agenda.py`)."""

from model.compiled import compiled

LAST = 2.0**62
"""Number of the slot of all times that lie farther off, for compiled code has no whole numbers much above it."""
SLOTS = 1024
"""Slots in a stretch, a power of two; two stretches at a time have a list for each of their slots."""
BLOCK = 16
"""Rows of a block, in which events of a stretch are written down; the first one leads to the block before."""
COMING = 16
"""Events that are looked ahead at, at most; a power of two, and more than all steps of `engine/foresight.py` take."""


@compiled
def slot_of(time, slots_per_minute):
    """Number of the slot (from 0) into which a time (minutes) falls."""
    return int(min(time * slots_per_minute, LAST))


@compiled
def list_of(world, slot):
    """The list of a slot of the stretch under way or the next."""
    return world.slots[slot & (2 * SLOTS - 1)]
