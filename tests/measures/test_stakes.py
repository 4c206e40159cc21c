"""Measures of what moves where the bonus is read, on tables made by hand."""

from types import SimpleNamespace

import numpy as np
import pytest

from model.measures import MEASURES
from model.simulation import simulate
from tests.helpers.organisations import small


def at_period_end(chases: list[int], review_days: int) -> float:
    """The measure of chases at the end of periods, of chases day by day."""
    days = {"chases": np.array(chases)}
    scenario = SimpleNamespace(incentives=SimpleNamespace(review_days=review_days))
    view = SimpleNamespace(days=days, n_days=len(chases), scenario=scenario)
    return MEASURES["chases_at_period_end"].function(view)


def test_the_end_of_a_period_is_its_last_quarter_and_the_first_period_is_left_out():
    assert at_period_end([0, 0, 0, 99, 2, 4, 6, 8, 2, 4, 6, 12, 50], 4) == pytest.approx(20.0 / 8.0)
    assert at_period_end([9] * 5 + [1, 1, 1, 3, 5], 5) == pytest.approx(4.0)  # two of five days


@pytest.mark.parametrize(("n_days", "review_days"), [(7, 4), (3, 4), (5, 1)])
def test_without_a_second_period_or_other_days_there_is_no_end_to_compare(n_days, review_days):
    assert np.isnan(at_period_end([1] * n_days, review_days))


def test_posts_near_the_bonus_are_shares_of_all_posts_reviewed():
    reviews = np.zeros((3, 2), [("n_met", "i4"), ("n_missed", "i4")])  # three periods, two teams
    reviews["n_met"][1], reviews["n_missed"][2, 0] = (2, 1), 4
    view = SimpleNamespace(reviews=reviews, world=SimpleNamespace(salespeople=[None] * 10))
    assert MEASURES["bonus_just_met"].function(view) == pytest.approx(3 / 30)
    assert MEASURES["bonus_just_missed"].function(view) == pytest.approx(4 / 30)


def test_a_desk_that_keeps_claims_back_says_how_many_and_a_closed_one_nothing():
    keeping = {"salespeople__reads_bonus": True, "incentives__quota_multiple": 4.0, "run__days": 60}
    found = simulate(small(**keeping), 1).measures
    assert 0.0 < found["claims_kept_back"] < 1.0
    closed = simulate(small(people__desk_open=False), 1).measures
    names = ("claims_kept_back", "chases_per_order", "chases_per_plain_request", "chases_at_period_end")
    assert all(np.isnan(closed[name]) for name in names)


def test_chases_by_order_and_without_are_those_taken_on_by_the_desk():
    world = simulate(small(salespeople__chase_rate=4.0), 1)
    rows = world.world.requests[(world.world.requests["desk"] == 1) & (world.world.requests["salesperson"] >= 0)]
    carries = world.world.issues["order"][rows["issue"]] > 0.0
    assert world.measures["chases_per_order"] == pytest.approx(rows["n_chases"][carries].mean())
    assert world.measures["chases_per_plain_request"] == pytest.approx(rows["n_chases"][~carries].mean())
