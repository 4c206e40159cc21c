"""Intervals, contraction and combinations, where the answer is known beforehand."""

import numpy as np
import pytest

from experiments.calibration import posterior
from experiments.calibration.pilot import prcc
from experiments.calibration.priors import Prior

UNIT = (Prior("a", 0.0, 1.0, default=0.5), Prior("b", 0.0, 1.0, default=2.0))


def of(values, weights=None):
    values = np.asarray(values, float)
    weights = np.ones(len(values)) if weights is None else np.asarray(weights)
    return posterior.Posterior(UNIT, values, weights / weights.sum())


def test_nothing_is_learnt_where_the_posterior_is_the_prior():
    rows = posterior.table(of(np.random.default_rng(1).random((20_000, 2))))
    # Twenty thousand draws tell a standard deviation to half a percent.
    assert [row["contraction"] for row in rows] == pytest.approx([0.0, 0.0], abs=0.02)
    assert [row["identified"] for row in rows] == ["no", "no"]


def test_half_the_range_is_a_contraction_of_one_half():
    x = np.random.default_rng(1).random((20_000, 2)) * [0.5, 1.0]
    best = posterior.table(of(x))[0]
    assert best["parameter"] == "a"
    assert best["contraction"] == pytest.approx(0.5, abs=0.01)
    assert (best["low_50"], best["high_50"]) == pytest.approx((0.125, 0.375), abs=0.01)


def test_weights_count_as_so_many_particles():
    values = np.array([0.1, 0.4, 0.7, 0.9])
    once = posterior.sd(np.repeat(values, [1, 2, 3, 4]), np.ones(10))
    assert posterior.sd(values, np.array([1.0, 2.0, 3.0, 4.0])) == pytest.approx(once)
    assert posterior.quantiles(values, np.array([1e-9, 1.0, 1e-9, 1e-9]), (0.5,)) == pytest.approx([0.4], abs=1e-3)
    assert of(np.array([[0.1, 0.2], [0.3, 0.4]]), [1.0, 1.0]).effective == pytest.approx(2.0)


def test_a_sum_that_is_known_is_found_though_neither_part_is():
    rng = np.random.default_rng(2)
    a = rng.random(5000)
    found = of(np.column_stack([a, 1.0 - a + rng.normal(0.0, 0.01, 5000)]))
    assert [row["identified"] for row in posterior.table(found)] == ["no", "no"]
    contraction, weights = posterior.stiffest(found, 1)[0]
    assert contraction > 0.9
    assert [w for _, w in weights] == pytest.approx([0.5**0.5, 0.5**0.5], abs=0.02)
    assert posterior.pairs(found)[0][2] < -0.99


def test_partial_rank_correlation_sees_through_another_cause():
    import pandas as pd

    rng = np.random.default_rng(3)
    x = pd.DataFrame(rng.random((500, 3)), columns=["a", "b", "c"])
    y = pd.DataFrame({"y": np.exp(x["a"]) - 3.0 * x["b"] ** 3})
    found = prcc(x, y)["y"]
    assert found["a"] > 0.6
    assert found["b"] < -0.8
    assert abs(found["c"]) < 0.15
