"""Rows have no meaning: people who swap rows, and take their names, customers and luck along, live the same lives."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.measures import measure
from model.simulation import engine_for
from model.world.build import build
from model.world.codes import BREAK_DUE
from model.world.agenda_tables import FIRST
from model.world.world import World
from tests.helpers.organisations import lively

SCENARIO = lively(
    people__teams=1, people__salespeople_per_team=4, people__units=1, people__reps_per_unit=4, run__days=20,
    people__share_ex_service=0.0, people__shift_start=0.0, people__shift_minutes=1440.0,
    learning__share_book="private", salespeople__choose_practice="plain_mail",
)  # fmt: skip
"""A team of four and a unit of four. No rep is named or known beforehand, for contact books list reps by row."""


def finished(world: World, scenario) -> tuple[World, dict[str, float]]:
    """The world at the end of the run, and its measures."""
    world = engine_for().run(world, scenario.run.days * scenario.run.day_minutes)
    return world, measure(world, scenario)


def renamed(world: World, desk: np.ndarray, unit: np.ndarray) -> World:
    """The same people in other rows: who stood in row r stands in row `desk[r]` (salespeople) or `unit[r]` (reps)."""
    n_desk, depth = len(desk), len(world.candidates) // len(unit)
    rows = np.concatenate([desk, n_desk + unit])
    world.workers["id"][rows] = world.workers["id"].copy()
    world.accounts["salesperson"] = desk[world.accounts["salesperson"]]
    blocks = world.candidates.reshape(len(unit), depth)
    blocks[unit] = blocks.copy()
    events = world.heap[FIRST : FIRST + int(world.clock["n_heap"])]
    pauses = events["kind"] == BREAK_DUE
    events["who"][pauses] = rows[events["who"][pauses]]
    return world


@settings(max_examples=8)
@given(st.permutations(range(4)), st.permutations(range(4)), st.integers(0, 2**32))
def test_relabelling_people_leaves_every_event_and_every_aggregate(desk, unit, seed):
    # exactly, but for sums over people, which add up in another order
    desk, unit = np.array(desk), np.array(unit)
    one, before = finished(build(SCENARIO, seed), SCENARIO)
    other, after = finished(renamed(build(SCENARIO, seed), desk, unit), SCENARIO)
    assert one.clock["n_events"] == other.clock["n_events"] > 500
    for column in ("issue", "forwarded", "started", "completed", "claimed"):
        assert (one.requests[column] == other.requests[column]).all(), column
    assert (other.reps["n_completed"][unit] == one.reps["n_completed"]).all()
    assert (other.salespeople["reported_all"][desk] == one.salespeople["reported_all"]).all()
    for name, value in before.items():
        assert after[name] == pytest.approx(value, rel=1e-9, abs=1e-9, nan_ok=True), name
    assert sum(math.isfinite(value) for value in before.values()) > 40
