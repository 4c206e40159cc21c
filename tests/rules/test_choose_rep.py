"""Whom a salesperson names: probabilities found by running the draw over a grid."""

import math
from collections import Counter

import pytest

from model.rules.salespeople.choose_rep import greedy as greedy_file
from model.rules.salespeople.choose_rep import softmax as softmax_file
from model.rules.salespeople.choose_rep import uniform as uniform_file
from model.rules.salespeople.choose_rep import win_stay as win_stay_file
from model.world.codes import NOBODY
from tests.helpers.runs import plainly, row

N = 12_000
GRID = [(k + 0.5) / N for k in range(N)]
GREEDY, SOFTMAX = plainly(greedy_file.greedy), plainly(softmax_file.softmax)
UNIFORM, WIN_STAY = plainly(uniform_file.uniform), plainly(win_stay_file.win_stay)


def page(*values: float | None, chosen: int = NOBODY, last: float = 0.0) -> list:
    """A page of ties with the given remembered values; None is a rep nobody knows."""
    return [
        row(known=int(value is not None), number=0, friend=0, value=value or 0.0, n=1, used=0,
            last=last if place == chosen else 0.0, chosen=int(place == chosen))
        for place, value in enumerate(values)
    ]  # fmt: skip


def shares(rule, ties, **parameters) -> dict[int, float]:
    """How often each place is chosen when the draw runs over an even grid."""
    counts = Counter(rule(ties, row(**parameters), u) for u in GRID)
    return {place: count / N for place, count in counts.items()}


def test_uniform_names_each_known_rep_with_the_same_chance():
    assert shares(UNIFORM, page(0.9, None, 0.1, 0.5)) == pytest.approx({0: 1 / 3, 2: 1 / 3, 3: 1 / 3}, abs=2 / N)


def test_softmax_names_reps_in_proportion_to_the_exponential_of_their_value():
    beta, values = 5.0, {0: 0.9, 2: 0.4, 3: 0.5}
    total = sum(math.exp(beta * value) for value in values.values())
    expected = {place: math.exp(beta * value) / total for place, value in values.items()}
    assert shares(SOFTMAX, page(0.9, None, 0.4, 0.5), inverse_temperature=beta) == pytest.approx(expected, abs=2 / N)


def test_softmax_with_zero_inverse_temperature_chooses_as_uniform_does_for_every_draw():
    ties = page(0.9, None, 0.1, 0.5)
    choices = [SOFTMAX(ties, row(inverse_temperature=0.0), u) for u in GRID]
    assert choices == [UNIFORM(ties, row(), u) for u in GRID]


def test_softmax_with_a_very_high_inverse_temperature_always_names_the_best():
    # the next best has a chance of exp(100 (0.5 − 0.8)) ≈ 1e-13
    assert shares(SOFTMAX, page(0.3, 0.8, 0.5), inverse_temperature=100.0) == {1: 1.0}


def test_greedy_names_the_best_but_for_the_share_it_explores():
    # With ε = 0.3, each of three known reps is met by chance in 0.1, and the best in 0.7 besides.
    found = shares(GREEDY, page(0.3, 0.8, None, 0.7), exploration=0.3)
    assert found == pytest.approx({0: 0.1, 1: 0.8, 3: 0.1}, abs=2 / N)


def test_greedy_takes_the_first_of_equals():
    assert shares(GREEDY, page(None, 0.5, 0.5), exploration=0.0) == {1: 1.0}


def test_win_stay_stays_after_a_good_outcome_however_low_the_remembered_value():
    ties = page(0.1, 0.9, 0.9, chosen=0, last=0.4)
    assert shares(WIN_STAY, ties, book_threshold=0.4) == {0: 1.0}


def test_win_stay_shifts_to_anybody_known_after_a_bad_outcome():
    ties = page(0.1, 0.9, None, chosen=0, last=0.39)
    assert shares(WIN_STAY, ties, book_threshold=0.4) == pytest.approx({0: 0.5, 1: 0.5}, abs=2 / N)


@pytest.mark.parametrize("rule", [GREEDY, SOFTMAX, UNIFORM, WIN_STAY])
def test_nobody_is_named_when_nobody_is_known(rule):
    found = shares(rule, page(None, None), inverse_temperature=5.0, exploration=0.1, book_threshold=0.4)
    assert found == {NOBODY: 1.0}
