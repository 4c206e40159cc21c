"""Runs for a half-width: the interval of that many runs is as narrow as asked, and not that of one run fewer."""

import math

import numpy as np
import pytest

from experiments.analysis.precision import (
    half_width,
    half_width_unpaired,
    runs_for_half_width,
    runs_for_half_width_unpaired,
)
from experiments.summary import interval
from model.scenario import ScenarioError


def test_the_half_width_is_that_of_the_interval_that_runs_are_reported_with():
    values = [3.0, 1.0, 4.0, 1.0, 5.0]
    told = interval(values)
    assert half_width(5, told["sd"]) == pytest.approx((told["high"] - told["low"]) / 2.0)


@pytest.mark.parametrize("target", [0.9, 0.2, 0.05])
def test_one_run_fewer_is_too_wide(target):
    n, m = runs_for_half_width(target, 1.0), runs_for_half_width_unpaired(target, 1.0)
    assert half_width(n, 1.0) <= target < half_width(n - 1, 1.0)
    assert half_width_unpaired(m, 1.0) <= target < half_width_unpaired(m - 1, 1.0)


def test_a_tenth_of_a_standard_deviation_takes_the_runs_that_the_normal_law_gives_and_a_few_more():
    # (1.95996 / 0.1)² = 384.1; t(0.975, 385) = 1.9661 asks for (19.661)² = 386.6
    assert runs_for_half_width(0.1, 1.0) == 387


def test_experiments_of_the_planned_size_have_the_half_width_that_was_asked_for():
    # half² = t² s² / n, and s² has the expectation σ² and the variance 2 σ⁴ / (n − 1)
    n, experiments = runs_for_half_width(0.5, 1.0), 2000
    runs = np.random.default_rng(4).normal(0.0, 1.0, (experiments, n))
    told = [interval(list(values)) for values in runs]
    squares = np.array([((entry["high"] - entry["low"]) / 2.0) ** 2 for entry in told])
    expected = half_width(n, 1.0) ** 2
    error = expected * math.sqrt(2.0 / (n - 1) / experiments)
    assert abs(squares.mean() - expected) < 4.0 * error and expected <= 0.25


def test_a_half_width_of_nothing_is_refused():
    with pytest.raises(ScenarioError, match="half-width is 0;"):
        runs_for_half_width(0.0, 1.0)
