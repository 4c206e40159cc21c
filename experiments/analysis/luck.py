"""What luck does to a measure: its spread within a point, how far points share it, and its share of the variance.

Everything starts from a table of one measure: a row a point of the design, a column a seed. Under common luck the
columns are the same customers in every row, and runs of one column move together.
"""

from dataclasses import dataclass

import numpy as np

ROUNDING = 1e-9
"""A correlation nearer to 1 than this is 1, but for the rounding of sums."""


@dataclass(frozen=True)
class SharedLuck:
    """How runs of one measure vary with luck.

    Attributes
    ----------
    points, seeds : size of the table.
    mean : over all runs.
    sd : of runs within a point, pooled over points (in the unit of the measure).
    correlation : of two points' runs under the same seed: mean covariance over mean variance; nan with one point or
        where luck does not touch the measure.
    """

    points: int
    seeds: int
    mean: float
    sd: float
    correlation: float

    @property
    def sd_of_difference(self) -> float:
        """Spread of the difference of two points under the same seed: σ √(2 (1 − ρ))."""
        known = self.correlation if self.correlation == self.correlation else 0.0
        return self.sd * float(np.sqrt(max(0.0, 2.0 * (1.0 - known))))


def shared_luck(values: np.ndarray) -> SharedLuck:
    """Spread within points and correlation between them.

    The variance of the seeds' means over P points is (v + (P − 1) c) / P, with v the mean variance within a point
    and c the mean covariance of two points; it is solved for c.

    Parameters
    ----------
    values : (points, seeds) float, 1 or more points and 2 or more seeds, without gaps.
    """
    points, seeds = values.shape
    variance = float(values.var(axis=1, ddof=1).mean())
    correlation = float("nan")
    if points > 1 and variance > 0.0:
        of_means = float(values.mean(axis=0).var(ddof=1))
        correlation = (points * of_means / variance - 1.0) / (points - 1.0)
        correlation = 1.0 if correlation > 1.0 - ROUNDING else correlation
    return SharedLuck(points, seeds, float(values.mean()), float(np.sqrt(variance)), correlation)


def shared_luck_interval(
    values: np.ndarray, seed: int = 1, resamples: int = 2000
) -> tuple[tuple[float, float], tuple[float, float]]:
    """95 % bootstrap intervals of the spread within points and of the correlation; seeds are drawn anew.

    Percentiles of `resamples` tables made of columns drawn with replacement; those in which luck is gone, because
    one column was drawn only, are left out.
    """
    rng = np.random.default_rng(seed)
    n = values.shape[1]
    drawn = [shared_luck(values[:, rng.integers(n, size=n)]) for _ in range(resamples)]
    varied = [luck for luck in drawn if luck.sd > 0.0]
    if not varied:
        return (0.0, 0.0), (float("nan"), float("nan"))
    sds, correlations = (np.array([getattr(luck, name) for luck in varied]) for name in ("sd", "correlation"))
    return tuple(np.percentile(sds, [2.5, 97.5])), tuple(np.percentile(correlations, [2.5, 97.5]))


@dataclass(frozen=True)
class Shares:
    """The variance of single runs over a design, taken apart; the shares sum to 1, and none is below 0.

    Attributes
    ----------
    parameters : share due to the points.
    luck : share due to the seed alone, the same at all points; 0 where every run has luck of its own.
    both : share due to luck that strikes points differently (with common luck), or to luck at all (without).
    of_means : share of the variance of the points' means over seeds that is still luck. It adds to whatever an
        analysis of those means does not explain, and shrinks with every replication.
    """

    parameters: float
    luck: float
    both: float
    of_means: float


def variance_shares(values: np.ndarray, common: bool = True) -> Shares | None:
    """Shares of variance by expected mean squares; negative estimates count as 0. None with one seed or point.

    With common luck, y_ps = μ + a_p + b_s + e_ps: MS_points = R σ_a² + σ_e², MS_seeds = P σ_b² + σ_e². Without,
    y_pr = μ + a_p + e_pr.

    Parameters
    ----------
    values : (points, seeds) float without gaps.
    common : whether a column holds runs under one seed.

    References
    ----------
    Searle, S. R., Casella, G. & McCulloch, C. E. (1992), Variance Components (analysis-of-variance estimators).
    """
    points, seeds = values.shape
    if points < 2 or seeds < 2:
        return None
    of_point, of_seed = values.mean(axis=1), values.mean(axis=0)
    ms_points = seeds * float(of_point.var(ddof=1))
    rest = values - of_point[:, None]
    a_seed = 0.0
    if common:
        rest = rest - of_seed[None, :] + values.mean()
        ms_rest = float((rest**2).sum()) / ((points - 1) * (seeds - 1))
        a_seed = max(0.0, (points * float(of_seed.var(ddof=1)) - ms_rest) / points)
    else:
        ms_rest = float((rest**2).sum()) / (points * (seeds - 1))
    a_point = max(0.0, (ms_points - ms_rest) / seeds)
    total = a_point + a_seed + ms_rest
    if total == 0.0:
        return None
    of_means = min(1.0, ms_rest / ms_points) if ms_points > 0.0 else 1.0
    return Shares(a_point / total, a_seed / total, ms_rest / total, of_means)
