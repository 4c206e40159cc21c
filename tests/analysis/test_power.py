"""The replication planner: published values, and a simulation that draws what is planned."""

import numpy as np
import pytest
from scipy.stats import f, f_oneway, ttest_ind, ttest_rel

from experiments.analysis.power import (
    detectable_difference,
    power_of_f_test,
    power_of_t_test,
    runs_by_secchi_and_seri,
    runs_for_f_test,
    runs_for_t_test,
)
from model.scenario import ScenarioError

EXPERIMENTS = 4000


def within_four_standard_errors(found: np.ndarray, expected: float) -> bool:
    return abs(found.mean() - expected) < 4.0 * np.sqrt(expected * (1.0 - expected) / len(found))


def test_the_power_of_the_f_test_is_the_share_of_experiments_that_find_the_effect():
    # five cells whose means spread by f = 0.25 around their mean: Σ (μ_j − μ̄)² / 5 = 0.0625
    means = np.array([-1.0, 0.0, 0.0, 0.0, 1.0])
    means *= 0.25 / means.std()
    rng = np.random.default_rng(1)
    runs = rng.normal(means[:, None, None], 1.0, (5, 30, EXPERIMENTS))
    found = f_oneway(*runs, axis=0).pvalue < 0.05
    assert within_four_standard_errors(found, power_of_f_test(30, 5, 0.25, 0.05))


def test_the_power_of_independent_runs_is_the_share_of_experiments_that_find_the_difference():
    rng = np.random.default_rng(2)
    a, b = rng.normal(0.0, 2.0, (25, EXPERIMENTS)), rng.normal(1.3, 2.0, (25, EXPERIMENTS))
    found = ttest_ind(a, b, axis=0).pvalue < 0.05
    assert within_four_standard_errors(found, power_of_t_test(25, 1.3, 2.0, 0.05, paired=False))


def test_the_power_of_paired_runs_is_the_share_of_experiments_that_find_the_difference():
    # luck shared with ρ = 0.8 and σ = 2: s_d = 2 √(2 · 0.2)
    rng = np.random.default_rng(3)
    shared, own = rng.normal(0.0, 2.0 * 0.8**0.5, (12, EXPERIMENTS)), 2.0 * 0.2**0.5
    a, b = shared + rng.normal(0.0, own, shared.shape), 1.0 + shared + rng.normal(0.0, own, shared.shape)
    found = ttest_rel(a, b, axis=0).pvalue < 0.05
    assert within_four_standard_errors(found, power_of_t_test(12, 1.0, 2.0 * 0.4**0.5, 0.05, paired=True))


def test_the_power_under_common_luck_is_the_share_of_blocked_experiments_that_find_the_effect():
    # y_js = μ_j + b_s + e_js with ρ = 0.7; F = MS_cells / MS_rest of the two-way table without interaction
    cells, n, rho = 4, 10, 0.7
    means = np.array([0.0, 0.0, 0.5, 0.5])
    rng = np.random.default_rng(5)
    seeds = rng.normal(0.0, rho**0.5, (1, n, EXPERIMENTS))
    y = means[:, None, None] + seeds + rng.normal(0.0, (1.0 - rho) ** 0.5, (cells, n, EXPERIMENTS))
    rest = y - y.mean(axis=0, keepdims=True) - y.mean(axis=1, keepdims=True) + y.mean(axis=(0, 1), keepdims=True)
    ratio = n * y.mean(axis=1).var(axis=0, ddof=1) / ((rest**2).sum(axis=(0, 1)) / ((cells - 1) * (n - 1)))
    found = ratio > f.isf(0.05, cells - 1, (cells - 1) * (n - 1))
    assert within_four_standard_errors(found, power_of_f_test(n, cells, means.std(), 0.05, correlation=rho))


def test_two_cells_under_common_luck_need_as_many_pairs_by_the_f_test_as_by_the_t_test():
    # s_d² = 2 σ² (1 − ρ), f = δ / (2 σ)
    pairs = runs_for_t_test(0.6, (2.0 * 0.4) ** 0.5, 0.01, 0.95, paired=True)
    assert runs_for_f_test(2, 0.3, 0.01, 0.95, correlation=0.6) == pairs


@pytest.mark.parametrize("paired", [True, False])
def test_the_detectable_difference_is_the_one_that_so_many_runs_are_needed_for(paired):
    size = detectable_difference(17, 3.0, 0.01, 0.95, paired)
    assert power_of_t_test(17, size, 3.0, 0.01, paired) == pytest.approx(0.95)
    assert runs_for_t_test(size * 1.000001, 3.0, 0.01, 0.95, paired) == 17


@pytest.mark.parametrize("runs", [8, 20])
def test_without_an_effect_the_power_is_the_level_of_the_test(runs):
    assert power_of_f_test(runs, 4, 0.0, 0.05) == pytest.approx(0.05, abs=1e-9)
    assert power_of_t_test(runs, 0.0, 1.0, 0.05, paired=True) == pytest.approx(0.05, abs=1e-9)


def test_half_a_standard_deviation_takes_64_runs_a_cell_or_34_pairs():
    # Cohen (1988), table 2.4.1: d = .5, two-sided α = .05, power .80
    assert runs_for_t_test(0.5, 1.0, 0.05, 0.80, paired=False) == 64
    assert runs_for_t_test(0.5, 1.0, 0.05, 0.80, paired=True) == 34


def test_two_cells_need_as_many_runs_by_the_f_test_as_by_the_t_test():
    # two cells δ apart have f = δ / (2 σ)
    for difference in (0.3, 0.8):
        by_t = runs_for_t_test(difference, 1.0, 0.01, 0.95, paired=False)
        assert runs_for_f_test(2, difference / 2.0, 0.01, 0.95) == by_t


def test_one_run_fewer_is_not_enough():
    needed = runs_for_f_test(10, 0.2, 0.01, 0.95)
    assert power_of_f_test(needed, 10, 0.2, 0.01) >= 0.95 > power_of_f_test(needed - 1, 10, 0.2, 0.01)


def test_the_published_example_of_an_exact_number_of_runs_is_met():
    # Seri & Secchi (2017), p. 241: f = 0.594, three cells, α = .01, power .95: exactly n = 21.07, by formula 19.60
    assert power_of_f_test(21.07, 3, 0.594, 0.01) == pytest.approx(0.95, abs=5e-4)
    assert runs_by_secchi_and_seri(3, 0.594) == pytest.approx(19.60, abs=0.05)


@pytest.mark.parametrize(
    ("cells", "effect", "published"),
    [(2, 0.01, 84_777.89), (10, 0.1, 312.57), (20, 0.4, 12.78), (100, 0.2, 18.08), (10_000, 0.8, 0.06)],
)
def test_the_formula_gives_the_published_table(cells, effect, published):
    # Seri & Secchi (2017), Table 11.4; its printed coefficients are rounded to three decimals
    assert runs_by_secchi_and_seri(cells, effect) == pytest.approx(published, rel=2e-3, abs=5e-3)


@pytest.mark.parametrize(("cells", "effect"), [(5, 0.1), (10, 0.1), (10, 0.2), (50, 0.1), (100, 0.1)])
def test_the_formula_lies_within_a_tenth_of_the_exact_number(cells, effect):
    assert runs_by_secchi_and_seri(cells, effect) == pytest.approx(runs_for_f_test(cells, effect, 0.01, 0.95), rel=0.1)


def test_where_luck_does_not_touch_the_difference_two_pairs_are_enough():
    assert runs_for_t_test(1e-6, 0.0, 0.01, 0.95, paired=True) == 2


@pytest.mark.parametrize("size", [1e3, 1e12, 1e200])
def test_an_effect_that_nobody_could_miss_is_found_with_two_runs_or_a_few(size):
    assert runs_for_t_test(size, 1.0, 0.01, 0.95, paired=False) <= 3
    assert runs_for_f_test(5, 0.1, 0.01, 0.95, correlation=1.0) == 2


REFUSED = {
    "an alpha of 1": (lambda: runs_for_t_test(1.0, 1.0, 1.0, 0.9, True), "alpha is 1;"),
    "a power below alpha": (lambda: runs_for_f_test(3, 0.1, 0.2, 0.1), "not above alpha"),
    "no effect": (lambda: runs_for_f_test(3, 0.0, 0.01, 0.95), "effect size is 0;"),
    "one cell": (lambda: runs_for_f_test(1, 0.1, 0.01, 0.95), "1 cell"),
    "no difference": (lambda: runs_for_t_test(0.0, 1.0, 0.01, 0.95, False), "difference is 0;"),
    "an effect too small": (lambda: runs_for_f_test(2, 1e-6, 0.01, 0.95), "More than 10,000,000 runs"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_number_of_runs_can_do_is_refused(case):
    ask, sentence = REFUSED[case]
    with pytest.raises(ScenarioError, match=sentence):
        ask()
