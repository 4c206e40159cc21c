"""Bootstrap intervals of means: as wide as they should be, and the same ones every time."""

import numpy as np
import pytest

from experiments.analysis.bootstrap import mean_intervals


@pytest.mark.parametrize("n", [5, 20])
def test_the_interval_holds_the_true_mean_in_95_of_100_experiments_even_with_few_runs(n):
    experiments = 600
    values = np.random.default_rng(1).normal(3.0, 2.0, (experiments, n))
    held = np.array([low <= 3.0 <= high for row in values for _, low, high in [mean_intervals(row[None, :])]])
    # the expanded percentiles of five runs are the extremes of what can be drawn, a little short of 95 %
    expected = {5: 0.93, 20: 0.95}[n]
    assert abs(held.mean() - expected) < 4.0 * np.sqrt(0.95 * 0.05 / experiments)


def test_of_many_runs_the_interval_is_that_of_the_normal_law():
    values = np.random.default_rng(2).exponential(1.0, (1, 2000))
    mean, low, high = (float(end[0]) for end in mean_intervals(values))
    half = 1.96 * values.std(ddof=1) / np.sqrt(2000)
    assert mean == pytest.approx(values.mean()) and (high - low) / 2.0 == pytest.approx(half, rel=0.05)


def test_rows_of_a_constant_difference_have_intervals_of_a_constant_difference():
    row = np.random.default_rng(3).normal(size=12)
    mean, low, high = mean_intervals(np.vstack([row, row + 1.0]))
    for end in (mean, low, high):
        assert end[1] - end[0] == pytest.approx(1.0)


def test_a_missing_run_is_left_out_of_its_own_row_alone():
    values = np.array([[1.0, 2.0, np.nan], [1.0, 2.0, 6.0], [np.nan, np.nan, 4.0], [np.nan] * 3])
    mean, low, high = mean_intervals(values)
    assert mean[:3] == pytest.approx([1.5, 3.0, 4.0]) and np.isnan(mean[3])
    assert (low[0], high[0]) == (1.0, 2.0) and np.isnan(low[2]) and np.isnan(high[3])


def test_the_same_seed_gives_the_same_bytes_and_another_one_another_interval():
    values = np.random.default_rng(4).normal(size=(3, 9))
    once, again, other = (mean_intervals(values, seed)[1].tobytes() for seed in (1, 1, 2))
    assert once == again != other
