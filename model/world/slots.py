"""Slots of time, in which the agenda keeps its events apart (see `engine/agenda.py`)."""

from model.compiled import compiled

FAR = 2.0**62
"""Number of the slot of all times that lie farther off, for compiled code has no whole numbers much above it."""


@compiled
def slot_of(time, slots_per_minute):
    """Number of the slot (from 0) into which a time (minutes) falls."""
    return int(min(time * slots_per_minute, FAR))
