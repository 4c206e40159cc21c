"""What luck does: spread, correlation under common luck, and shares of variance of tables made by a known law."""

import numpy as np
import pytest

from experiments.analysis.luck import shared_luck, shared_luck_interval, variance_shares
from experiments.compare import paired


def table(points: int, seeds: int, a: float, b: float, e: float, seed: int = 1) -> np.ndarray:
    """y_ps = 10 + a_p + b_s + e_ps, all normal with these standard deviations."""
    rng = np.random.default_rng(seed)
    of_points, of_seeds = rng.normal(0.0, a, (points, 1)), rng.normal(0.0, b, (1, seeds))
    return 10.0 + of_points + of_seeds + rng.normal(0.0, e, (points, seeds))


def test_of_two_points_the_spread_of_the_difference_is_that_of_the_pairs():
    values = table(2, 40, 1.0, 2.0, 0.5)
    told = paired(list(values[0]), list(values[1]))
    assert shared_luck(values).sd_of_difference == pytest.approx(told["sd"])


def test_the_correlation_is_the_mean_covariance_of_two_points_over_the_mean_variance():
    values = table(4, 25, 1.0, 2.0, 1.0)
    covariance = np.cov(values)
    off = covariance[~np.eye(4, dtype=bool)].mean()
    assert shared_luck(values).correlation == pytest.approx(off / np.diag(covariance).mean())


def test_common_luck_of_a_known_share_is_found_again():
    # ρ = 2² / (2² + 1²) = 0.8, sd = √5
    luck = shared_luck(table(50, 4000, 3.0, 2.0, 1.0))
    assert luck.correlation == pytest.approx(0.8, abs=0.02) and luck.sd == pytest.approx(5.0**0.5, rel=0.05)


def test_points_that_luck_strikes_alike_are_correlated_fully():
    values = np.tile(np.random.default_rng(6).normal(0.15, 0.006, 7), (8, 1)) + np.arange(8.0)[:, None] / 100.0
    assert shared_luck(values).correlation == 1.0 and shared_luck(values).sd_of_difference == 0.0


def test_luck_of_its_own_for_every_run_has_no_correlation():
    values = table(30, 200, 1.0, 0.0, 1.0)
    low, high = shared_luck_interval(values)[1]
    assert low < 0.0 < high < 0.1


@pytest.mark.parametrize("values", [np.full((3, 5), 2.0), np.arange(5.0)[None, :]])
def test_where_luck_or_a_second_point_is_missing_there_is_no_correlation(values):
    assert np.isnan(shared_luck(values).correlation)


def test_the_same_seed_of_the_bootstrap_gives_the_same_interval_and_another_one_another():
    values = table(5, 10, 1.0, 1.0, 1.0)
    assert shared_luck_interval(values, 3) == shared_luck_interval(values, 3) != shared_luck_interval(values, 4)


def test_the_bootstrap_holds_the_true_spread_in_most_experiments():
    # percentile intervals of few seeds are known to be short; of 30 seeds nine in ten should hold σ = √5
    held = [
        low <= 5.0**0.5 <= high
        for k in range(60)
        for low, high in [shared_luck_interval(table(3, 30, 1.0, 2.0, 1.0, seed=k), resamples=200)[0]]
    ]
    assert 0.8 <= np.mean(held) <= 1.0


def test_shares_of_variance_are_those_of_the_law():
    # 9 : 4 : 1
    shares = variance_shares(table(2000, 2000, 3.0, 2.0, 1.0))
    assert (shares.parameters, shares.luck, shares.both) == pytest.approx((9 / 14, 4 / 14, 1 / 14), abs=0.04)
    assert shares.parameters + shares.luck + shares.both == pytest.approx(1.0)


def test_luck_of_its_own_is_all_counted_as_one_share():
    # 9 : 1, and of the means of 20 seeds (1 / 20) / (9 + 1 / 20) is luck
    shares = variance_shares(table(2000, 20, 3.0, 0.0, 1.0), common=False)
    assert shares.luck == 0.0 and shares.both == pytest.approx(0.1, abs=0.01)
    assert shares.of_means == pytest.approx(0.05 / 9.05, rel=0.1)


def test_where_parameters_do_nothing_all_of_the_variance_of_the_means_is_luck():
    assert variance_shares(table(200, 50, 0.0, 2.0, 1.0)).of_means == pytest.approx(1.0, abs=0.25)


@pytest.mark.parametrize("values", [np.ones((1, 9)), np.ones((9, 1)), np.ones((3, 3))])
def test_a_table_that_cannot_tell_has_no_shares(values):
    assert variance_shares(values) is None
