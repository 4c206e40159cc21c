"""Where customers turn, where their calls wait, who answers."""

from collections import Counter

import numpy as np
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
        row(line=20, pool=0, idle_since=9.0, id=17),
        row(line=21, pool=0, idle_since=4.0, id=23),
        row(line=22, pool=0, idle_since=6.0, id=42),
    ],
    parameters=row(seed=1),
    pools=[row(queue=7, first=1, n_idle=3)],
    idle=[None, row(worker=2, id=42), row(worker=0, id=17), row(worker=1, id=23)],
)


def test_a_call_waits_for_the_owner_or_in_the_pools_queue():
    assert plainly(owner)(WORLD, 1) == 21
    assert plainly(pooled)(WORLD, 1) == 7


def test_anyone_of_the_idle_answers_with_the_same_chance():
    with np.errstate(over="ignore"):
        counts = Counter(plainly(anyone)(WORLD, 0, key) for key in range(3000))
    # Each count is binomial with mean 1000 and standard deviation 26; four of them either way.
    assert all(abs(counts[place] - 1000) < 104 for place in range(3))


def test_one_more_idle_person_changes_the_choice_only_by_being_chosen():
    fewer = row(**{**vars(WORLD), "pools": [row(queue=7, first=1, n_idle=2)]})
    with np.errstate(over="ignore"):
        choices = [(plainly(anyone)(fewer, 0, key), plainly(anyone)(WORLD, 0, key)) for key in range(300)]
    assert all(after in (before, 2) for before, after in choices)
    assert any(after == 2 for _, after in choices)


def test_the_first_on_the_list_is_the_one_with_the_lowest_number():
    assert plainly(always_first)(WORLD, 0, 0.9) == 1


def test_the_longest_idle_is_the_one_free_since_the_earliest_time():
    assert plainly(longest_idle)(WORLD, 0, 0.9) == 2
