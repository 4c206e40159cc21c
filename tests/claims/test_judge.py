"""Verdicts: what an interval says beside the smallest difference that would matter."""

import math

import numpy as np
import pytest

from experiments.analysis.power import power_of_t_test
from experiments.claims.claim import Claim, ClaimError, Prediction, Quantity, difference, same
from experiments.claims.judge import ALPHA, distance, judge_one, runs_needed, sums_of, together, verdict_of

MORE = Prediction("wait", "b waits longer", {"b": 1.0, "a": -1.0}, ">", 0.5)
LESS = Prediction("wait", "b waits less", {"b": 1.0, "a": -1.0}, "<", 0.5)
ALIKE = Prediction("wait", "both wait as long", {"b": 1.0, "a": -1.0}, "≈", 0.5)
T = 63.656741  # t(0.995, 1): the 99 % interval of two values reaches so many standard errors


def runs(a, b, away_a=None):
    away = np.zeros(len(a)) if away_a is None else np.array(away_a, float)
    zero = np.zeros(len(a))
    return {"a": {"wait": np.array(a, float), "runaway": away}, "b": {"wait": np.array(b, float), "runaway": zero}}


@pytest.mark.parametrize(
    ("prediction", "low", "high", "verdict"),
    [
        (MORE, 0.6, 0.9, "holds"), (MORE, 0.4, 0.9, "unresolved"), (MORE, 0.1, 0.4, "fails"),
        (MORE, -2.0, -1.0, "fails"),
        (LESS, -0.9, -0.6, "holds"), (LESS, -0.9, -0.4, "unresolved"), (LESS, 0.6, 0.9, "fails"),
        (ALIKE, -0.4, 0.4, "holds"), (ALIKE, 0.4, 0.6, "unresolved"), (ALIKE, 0.6, 0.9, "fails"),
        (ALIKE, -0.9, -0.6, "fails"),
    ],
)  # fmt: skip
def test_an_effect_counts_only_if_all_of_its_interval_lies_beyond_what_would_matter(prediction, low, high, verdict):
    assert verdict_of(prediction, low, high) == verdict


def test_the_interval_is_the_paired_t_interval_of_the_sums_over_seeds():
    # differences 1 and 1.02: mean 1.01, s / √2 = 0.01
    told = judge_one(MORE, runs([3.0, 8.0], [4.0, 9.02]), 0.01)
    assert told.mean == pytest.approx(1.01)
    assert (told.low, told.high) == pytest.approx((1.01 - 0.01 * T, 1.01 + 0.01 * T))


def test_luck_that_both_arms_share_leaves_the_difference_exact():
    luck = np.array([5.0, 90.0, 0.2, 33.0])
    told = judge_one(MORE, runs(luck, luck + 0.75), 0.01)
    assert told.verdict == "holds" and told.sd == pytest.approx(0.0, abs=1e-12)


def test_a_run_that_ran_away_takes_its_seed_out_of_both_arms():
    sums, away = sums_of(MORE, runs([1.0, 500.0, 1.0], [2.0, 2.0, 2.0], away_a=[0, 1, 0]))
    assert list(sums) == [1.0, 1.0] and away == 1


def test_a_prediction_on_runs_that_run_away_keeps_them():
    more_run_away = Prediction("runaway", "a runs away", {"a": 1.0, "b": -1.0}, ">", 0.1)
    sums, _ = sums_of(more_run_away, runs([1.0, 1.0], [1.0, 1.0], away_a=[1, 0]))
    assert list(sums) == [1.0, 0.0]


def test_nothing_is_resolved_when_more_seeds_are_set_aside_than_are_left():
    told = judge_one(MORE, runs([1.0] * 5, [9.0, 9.1, 9.0, 9.0, 9.0], away_a=[1, 1, 1, 0, 0]), 0.01)
    assert told.n == 2 and told.verdict == "unresolved"


def test_logarithms_tell_factors():
    doubled = Prediction("wait", "twice as long", {"b": 1.0, "a": -1.0}, ">", 0.1, log=True)
    told = judge_one(doubled, runs([1.0, 10.0, 100.0], [2.0, 20.0, 200.0]), 0.01)
    assert told.mean == pytest.approx(math.log(2.0)) and told.verdict == "holds"


def test_one_prediction_that_fails_makes_the_claim_fail_and_one_unresolved_leaves_it_open():
    assert together(["holds", "holds"]) == "holds"
    assert together(["holds", "unresolved"]) == "unresolved"
    assert together(["unresolved", "holds", "fails"]) == "fails"


def claim(**given):
    words = {
        "title": "t", "sentence": "s", "rows": ("C1",), "source": "000", "falsifier": "f", "scenario": "mtel",
        "arms": {"a": {}, "b": {}}, "quantities": (Quantity("wait", "wait"),), "predictions": (MORE,),
    }  # fmt: skip
    return Claim(**words | given)


def test_the_planner_asks_for_runs_that_find_a_margin_with_a_power_of_95_percent():
    told = judge_one(MORE, runs([0.0, 0.0, 0.0], [0.0, 1.0, 2.0]), 0.01)
    n = runs_needed(claim(), [told], 1000)
    assert power_of_t_test(n, 0.5, told.sd, ALPHA, paired=True) >= 0.95
    assert power_of_t_test(n - 1, 0.5, told.sd, ALPHA, paired=True) < 0.95


def test_no_more_runs_are_asked_for_than_there_may_be():
    told = judge_one(MORE, runs([0.0, 0.0], [0.0, 1e6]), 0.01)
    assert runs_needed(claim(), [told], 40) == 40


@pytest.mark.parametrize(
    "given",
    [
        {"falsifier": ""},
        {"predictions": ()},
        {"predictions": (difference("speed", "a", "b", 1.0, "w"),)},
        {"predictions": (difference("wait", "a", "c", 1.0, "w"),)},
        {"predictions": (same("wait", "a", "b", 0.0, "w"),)},
    ],
)
def test_a_claim_without_falsifier_prediction_or_margin_cannot_be_written(given):
    with pytest.raises(ClaimError):
        claim(**given)


def test_the_planner_asks_for_more_runs_the_nearer_a_sum_lies_to_where_its_prediction_turns():
    far, near = (judge_one(MORE, runs([0.0] * 4, [at, at + 0.1, at + 0.2, at + 0.3]), 0.01) for at in (1.5, 0.45))
    assert distance(far) == 0.5, "no farther than a margin"
    assert distance(near) == pytest.approx(0.125), "and no nearer than a quarter of it"
    assert runs_needed(claim(), [near], 1000) > runs_needed(claim(), [far], 1000)
