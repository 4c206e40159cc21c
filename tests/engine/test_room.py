"""How many events there is room for, whichever table is the fullest."""

from types import SimpleNamespace

import pytest

from model.engine.room import ROOM, events_with_room
from model.world import agenda_tables
from model.world.slots import BLOCK
from tests.helpers.runs import plainly

IN_USE = {"n_heap": 3, "n_later": 5, "n_far_rows": 32, "n_tasks": 4, "n_call_rows": 2, "n_log": 10, "log_room": 70}
ROOMY = {"heap": 3 + 5 + agenda_tables.FIRST, "later": 5, "far": 32 + 2 * BLOCK, "tasks": 4, "calls": 2}
IN_BLOCKS = {"far": BLOCK}
"""Rows in use of every table, for what an event may add up to."""


def world(events: dict[str, float], log: int = 0) -> SimpleNamespace:
    """A world whose tables have room for so many events each; a table that is not named has room for a hundred."""
    sizes = {name: used + int(events.get(name, 100) * ROOM) * IN_BLOCKS.get(name, 1) for name, used in ROOMY.items()}
    lists = {name: [None] * size for name, size in sizes.items()}
    return SimpleNamespace(clock=SimpleNamespace(**IN_USE), log=[None] * log, **lists)


@pytest.mark.parametrize("table", ROOMY)
@pytest.mark.parametrize("events, whole", [(7, 7), (7.9, 7), (1, 1), (0.95, 0), (0, 0)])
def test_the_fullest_table_decides(table, events, whole):
    assert plainly(events_with_room)(world({table: events})) == whole


def test_a_run_that_keeps_a_log_needs_room_in_it():
    assert plainly(events_with_room)(world({}, log=10 + 3 * 70)) == 3
    assert plainly(events_with_room)(world({}, log=10 + 3 * 70 - 1)) == 2


def test_an_organisation_without_a_centre_has_no_calls_to_make_room_for():
    empty = world({})
    empty.calls = []
    assert plainly(events_with_room)(empty) == 100
