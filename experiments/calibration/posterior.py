"""The posterior in numbers: intervals, how much was learnt of each parameter, and which of them only hang together.

Contraction of a parameter is 1 − posterior sd / prior sd: 0 where nothing was learnt, 1 where all is known (and below 0
where the posterior lies at both ends of the range). The rule, written before the posterior was seen: from `CLEAR` on a
parameter is identified, from `SOME` on weakly, else not. With some hundred particles a contraction of 0 comes out
between −0.1 and 0.1.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from experiments.calibration.priors import Prior

CLEAR, SOME = 0.5, 0.15
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
TOGETHER = 0.3
"""Correlation in the posterior, in absolute value, from which a pair is said to be constrained together."""


@dataclass(frozen=True)
class Posterior:
    """Particles as values of the parameters.

    Attributes
    ----------
    priors : one a parameter, in the order of the columns.
    values : (particles, parameters), each in the parameter's unit.
    weights : of the particles; sum 1.
    """

    priors: tuple[Prior, ...]
    values: np.ndarray
    weights: np.ndarray

    @property
    def effective(self) -> float:
        """Effective number of particles, 1 / Σ w²."""
        return float(1.0 / (self.weights**2).sum())

    @property
    def names(self) -> list[str]:
        """Full names of the parameters."""
        return [prior.name for prior in self.priors]


def posterior_of(priors: Sequence[Prior], drawn: np.ndarray, weights: np.ndarray) -> Posterior:
    """Scores drawn as values of the parameters."""
    values = np.array([[prior.value(x) for prior, x in zip(priors, row, strict=True)] for row in drawn], float)
    return Posterior(tuple(priors), values, weights / weights.sum())


def quantiles(values: np.ndarray, weights: np.ndarray, levels: Sequence[float] = LEVELS) -> list[float]:
    """Weighted quantiles: between the midpoints of the steps of the distribution function, linear."""
    order = np.argsort(values, kind="stable")
    places = np.cumsum(weights[order]) - 0.5 * weights[order]
    return [float(q) for q in np.interp(levels, places / weights.sum(), values[order])]


def sd(values: np.ndarray, weights: np.ndarray) -> float:
    """Weighted standard deviation."""
    mean = (weights * values).sum() / weights.sum()
    return float(np.sqrt((weights * (values - mean) ** 2).sum() / weights.sum()))


def identified(contraction: float) -> str:
    """`yes`, `weakly` or `no`, by the rule above."""
    return "yes" if contraction >= CLEAR else "weakly" if contraction >= SOME else "no"


def table(posterior: Posterior) -> list[dict[str, float | str]]:
    """One row a parameter, the best known first."""
    rows = []
    for prior, column in zip(posterior.priors, posterior.values.T, strict=True):
        low, lower, median, upper, high = quantiles(column, posterior.weights)
        learnt = 1.0 - sd(column, posterior.weights) / prior.sd
        below = float(posterior.weights[column < prior.default].sum())
        same = float(posterior.weights[column == prior.default].sum())
        rows.append(
            {"parameter": prior.name, "grade": prior.grade, "prior_low": prior.low, "prior_high": prior.high,
             "median": median, "low_50": lower, "high_50": upper, "low_90": low, "high_90": high,
             "contraction": learnt, "identified": identified(learnt), "default": prior.default,
             "default_place": below + 0.5 * same}
        )  # fmt: skip
    return sorted(rows, key=lambda row: -row["contraction"])


def correlations(posterior: Posterior) -> np.ndarray:
    """Weighted correlations between all parameters."""
    covariance = np.cov(posterior.values.T, aweights=posterior.weights)
    spread = np.sqrt(np.diag(covariance))
    return covariance / np.outer(spread, spread)


def pairs(posterior: Posterior) -> list[tuple[str, str, float]]:
    """Pairs that are constrained together, the strongest first."""
    r, names = correlations(posterior), posterior.names
    found = [(names[i], names[j], float(r[i, j])) for i in range(len(names)) for j in range(i)]
    return sorted((pair for pair in found if abs(pair[2]) >= TOGETHER), key=lambda pair: -abs(pair[2]))


def stiffest(posterior: Posterior, most: int = 2) -> list[tuple[float, list[tuple[str, float]]]]:
    """Combinations of parameters that are known best: each with its contraction and the weights of the parameters.

    Eigenvectors of the posterior covariance in units of the priors' standard deviations, those with the smallest
    eigenvalues. A parameter that is unknown alone may be well known beside another.
    """
    scaled = posterior.values / np.array([prior.sd for prior in posterior.priors])
    sizes, vectors = np.linalg.eigh(np.cov(scaled.T, aweights=posterior.weights))
    found = []
    for k in range(min(most, len(sizes))):
        vector = vectors[:, k] * (1.0 if vectors[np.argmax(abs(vectors[:, k])), k] > 0.0 else -1.0)
        order = np.argsort(-abs(vector), kind="stable")
        weights = [(posterior.names[i], float(vector[i])) for i in order]
        found.append((1.0 - float(np.sqrt(sizes[k])), weights))
    return found


def nearest_to_middle(posterior: Posterior, most: int) -> np.ndarray:
    """Numbers of the particles nearest to the weighted medians, distances in posterior standard deviations."""
    middle = np.array([quantiles(column, posterior.weights, (0.5,))[0] for column in posterior.values.T])
    spread = np.array([sd(column, posterior.weights) for column in posterior.values.T])
    far = (((posterior.values - middle) / np.where(spread > 0.0, spread, 1.0)) ** 2).sum(axis=1)
    return np.argsort(far, kind="stable")[:most]
