"""Where customers turn, where their calls wait, who answers."""

from collections import Counter

import pytest

from model.rules.customers.whom_to_contact.always_desk import always_desk
from model.rules.customers.whom_to_contact.always_unit import always_unit
from model.rules.customers.whom_to_contact.by_habit import by_habit
from model.rules.routing.call_queue.owner import owner
from model.rules.routing.call_queue.pooled import pooled
from model.rules.routing.idle_worker.always_first import always_first
from model.rules.routing.idle_worker.anyone import anyone
from model.rules.routing.idle_worker.longest_idle import longest_idle
from model.world.codes import DESK, UNIT
from tests.helpers.runs import plainly, row

GRID = [(k + 0.5) / 1000 for k in range(1000)]


def test_by_habit_calls_the_desk_with_a_probability_equal_to_the_habit():
    counts = Counter(plainly(by_habit)(row(habit=0.3), row(), row(), u) for u in GRID)
    assert counts == {DESK: 300, UNIT: 700}


def test_without_habit_nobody_calls_and_with_full_habit_everybody():
    assert plainly(by_habit)(row(habit=0.0), row(), row(), 1e-12) == UNIT
    assert plainly(by_habit)(row(habit=1.0), row(), row(), 1.0 - 1e-12) == DESK


@pytest.mark.parametrize(("rule", "place"), [(always_desk, DESK), (always_unit, UNIT)])
def test_a_fixed_customer_ignores_habit(rule, place):
    assert {plainly(rule)(row(habit=habit), row(), row(), 0.5) for habit in (0.0, 1.0)} == {place}


WORLD = row(
    workers=[
        row(line=20, pool=0, since=9.0),
        row(line=21, pool=0, since=4.0),
        row(line=22, pool=0, since=6.0),
    ],
    pools=[row(queue=7, first=1, n_idle=3)],
    idle=[None, row(worker=2), row(worker=0), row(worker=1)],
)


def test_a_call_waits_for_the_owner_or_in_the_pools_queue():
    assert plainly(owner)(WORLD, 1) == 21
    assert plainly(pooled)(WORLD, 1) == 7


def test_anyone_of_the_idle_answers_with_the_same_chance():
    counts = Counter(plainly(anyone)(WORLD, 0, (k + 0.5) / 999) for k in range(999))
    assert counts == {0: 333, 1: 333, 2: 333}


def test_the_first_on_the_list_is_the_one_with_the_lowest_number():
    assert plainly(always_first)(WORLD, 0, 0.9) == 1


def test_the_longest_idle_is_the_one_free_since_the_earliest_time():
    assert plainly(longest_idle)(WORLD, 0, 0.9) == 2
