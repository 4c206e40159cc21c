"""How many runs a cell of a design needs, so that an effect that is there is found.

Runs of a simulation are cheap but not free: too few and a real effect goes unseen, too many and the smallest
one becomes "significant". The power is reckoned exactly, from the noncentral F and t distributions.
"""

import math
from collections.abc import Callable

from model.scenario import ScenarioError

MOST_RUNS = 10_000_000
"""Runs of one cell beyond which an effect is called too small to be planned for."""

LARGE = 1e9
"""Standard deviations beyond which no experiment misses a difference, and the library's function gives nan."""


def power_of_f_test(
    runs: float, cells: int, effect: float, alpha: float, correlation: float | None = None
) -> float:
    """Probability that an analysis of variance finds the cells' means to differ.

    With luck of their own, one-way: F(J − 1, J (n − 1)), noncentrality n J f², where f² = Σ (μ_j − μ̄)² / (J σ²).
    Under common luck every seed is a block: F(J − 1, (J − 1)(n − 1)), noncentrality n J f² / (1 − ρ).

    Parameters
    ----------
    runs : n, runs of each cell, above 1. May lie between whole numbers.
    cells : J, 2 or more.
    effect : Cohen's f, the spread of the cells' means in standard deviations of the runs within a cell; 0 or more.
    alpha : level of the test, between 0 and 1.
    correlation : ρ, of two cells' runs under one seed, below 1 and alike for all pairs; None for luck of their own.

    References
    ----------
    Cohen, J. (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., chapter 8.
    """
    between, within = cells - 1.0, (cells if correlation is None else cells - 1.0) * (runs - 1.0)
    shift = runs * cells * effect**2 / (1.0 - (correlation or 0.0))
    return _beyond(alpha, between, within, shift)


def power_of_t_test(runs: float, difference: float, sd: float, alpha: float, paired: bool) -> float:
    """Probability that a two-sided t test finds two cells to differ.

    Paired, t(n − 1) with the noncentrality δ √n / s_d; with luck of their own, t(2n − 2) with δ √(n / 2) / σ. Both
    sides count, so the square is taken: F(1, ·), whose noncentrality is the square.

    Parameters
    ----------
    runs : n, runs of each cell (pairs), above 1. May lie between whole numbers.
    difference : δ, the difference of the two cells' expectations.
    sd : of the differences between paired runs (s_d) if `paired`, else of the runs within a cell (σ); above 0.
    """
    freedom = runs - 1.0 if paired else 2.0 * runs - 2.0
    shift = min(abs(difference) / sd, LARGE) ** 2 * (runs if paired else runs / 2.0)
    return _beyond(alpha, 1.0, freedom, shift)


def _beyond(alpha: float, numerator: float, denominator: float, shift: float) -> float:
    """Probability that a noncentral F passes the value that a central one passes with probability `alpha`."""
    from scipy.special import fdtri, ncfdtr

    passed = fdtri(numerator, denominator, 1.0 - alpha)
    return 1.0 - float(ncfdtr(numerator, denominator, min(shift, LARGE**2), passed))


def runs_for_f_test(
    cells: int, effect: float, alpha: float, power: float, correlation: float | None = None
) -> int:
    """Fewest runs of each cell with which the F test over all cells has the power (see `power_of_f_test`)."""
    check_test(alpha, power)
    check_above_zero("effect size", effect)
    if cells < 2:
        raise ScenarioError(f"The design has {cells} cell; a test between cells needs 2 or more.")
    if correlation is not None and correlation >= 1.0:
        return 2
    return fewest_runs(lambda runs: power_of_f_test(runs, cells, effect, alpha, correlation) >= power)


def runs_for_t_test(difference: float, sd: float, alpha: float, power: float, paired: bool) -> int:
    """Fewest runs of each of two cells (pairs) with which the t test has the power (see `power_of_t_test`)."""
    check_test(alpha, power)
    check_above_zero("difference", abs(difference))
    if sd == 0.0:
        return 2
    return fewest_runs(lambda runs: power_of_t_test(runs, difference, sd, alpha, paired) >= power)


def detectable_difference(runs: int, sd: float, alpha: float, power: float, paired: bool) -> float:
    """The smallest difference of two cells that the t test finds with the power, in the unit of `sd`; `runs` ≥ 2."""
    from scipy.optimize import brentq

    check_test(alpha, power)
    if sd == 0.0:
        return 0.0
    high = 1.0
    while power_of_t_test(runs, high, 1.0, alpha, paired) < power:
        high *= 2.0
    return sd * float(brentq(lambda size: power_of_t_test(runs, size, 1.0, alpha, paired) - power, 0.0, high))


def runs_by_secchi_and_seri(cells: int, effect: float) -> float:
    """Runs of each cell by the published approximation 14.091 J^−0.640 f^−1.986, for α = .01 and a power of .95.

    It was fitted to exact values and is shown beside them; it may fall below one run where cells are many.

    References
    ----------
    Secchi, D. & Seri, R. (2017), Controlling for false negatives in agent-based models, Computational and
    Mathematical Organization Theory 23, 94–121, doi 10.1007/s10588-016-9218-0. Values in Seri, R. & Secchi, D.
    (2017), How many times should one run a computational simulation?, Table 11.4.
    """
    return 14.091 * cells**-0.640 * effect**-1.986


def fewest_runs(enough: Callable[[int], bool]) -> int:
    """The smallest number of runs, 2 or more, that is enough; doubled until it is, then halved down.

    Raises
    ------
    ScenarioError : if `MOST_RUNS` are not enough.
    """
    if not enough(MOST_RUNS):
        raise ScenarioError(
            f"More than {MOST_RUNS:,} runs of each cell would be needed; ask for a larger effect or half-width."
        )
    low, high = 1, 2
    while not enough(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def check_test(alpha: float, power: float) -> None:
    """Refuse a level or a power that is no probability, or a power that chance alone would give."""
    for name, value in (("alpha", alpha), ("power", power)):
        if not 0.0 < value < 1.0:
            raise ScenarioError(f"{name} is {value:g}; it must lie between 0 and 1.")
    if power <= alpha:
        raise ScenarioError(f"power is {power:g}, not above alpha ({alpha:g}); ask for a power such as 0.95.")


def check_above_zero(name: str, value: float) -> None:
    """Refuse a size that no number of runs could find."""
    if not (value > 0.0 and math.isfinite(value)):
        raise ScenarioError(f"The {name} is {value:g}; it must be a number above 0.")
