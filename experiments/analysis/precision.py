"""How many runs a cell of a design needs, so that its interval is as narrow as asked."""

import math

from experiments.analysis.power import check_above_zero, fewest_runs


def half_width(runs: int, sd: float, confidence: float = 0.95) -> float:
    """Half the t interval of a mean over runs: t(1 − α/2, n − 1) s / √n."""
    from scipy.special import stdtrit

    return float(stdtrit(runs - 1, (1.0 + confidence) / 2.0)) * sd / math.sqrt(runs)


def half_width_unpaired(runs: int, sd: float, confidence: float = 0.95) -> float:
    """Half the t interval of the difference of two cells' means, each with luck of its own and the spread `sd`."""
    from scipy.special import stdtrit

    return float(stdtrit(2 * runs - 2, (1.0 + confidence) / 2.0)) * sd * math.sqrt(2.0 / runs)


def runs_for_half_width(target: float, sd: float, confidence: float = 0.95) -> int:
    """Fewest runs (2 or more) with which the interval of a mean is `target` wide to either side.

    Parameters
    ----------
    target : half-width, in the unit of the measure; above 0.
    sd : spread of what is averaged: of runs for the mean of a cell, of paired differences for a difference.
    """
    check_above_zero("half-width", target)
    return fewest_runs(lambda runs: half_width(runs, sd, confidence) <= target)


def runs_for_half_width_unpaired(target: float, sd: float, confidence: float = 0.95) -> int:
    """Fewest runs of each of two cells with luck of their own, for a difference with that half-width."""
    check_above_zero("half-width", target)
    return fewest_runs(lambda runs: half_width_unpaired(runs, sd, confidence) <= target)
