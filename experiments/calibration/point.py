"""One coherent set of values: particles near the middle of the posterior, and the present default, under common luck.

The middle of every parameter alone need not be a good set of values: parameters hang together. So whole particles are
tried, each with the years of `desksales run` (seeds 1, 2, …). The share of a particle's years that meet every fitted
figure is an estimate of its likelihood and, as priors are uniform, of the posterior density there. The particle with
the highest share is the best; among those that cannot be told from it, the one nearest to the middle is chosen, and
put beside the default.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from experiments.calibration.check import run_points
from experiments.calibration.patterns import MET, RUNAWAY, distance
from experiments.calibration.plan import Plan
from experiments.calibration.posterior import Posterior, nearest_to_middle
from experiments.summary import meets
from model.scenario import load_scenario

ERRORS = 2.0
"""Two shares are told apart if they differ by more than so many standard errors of their difference."""


@dataclass(frozen=True)
class Tried:
    """A set of values and what its years give.

    Attributes
    ----------
    place : how near to the middle of the posterior, from 1 for the nearest; 0 for the default.
    values : by full name of parameter.
    means : mean of every measure over the years that have it.
    met : number of fitted and held-out figures that the means meet. `of` : how many there are.
    distance : median distance of a year.
    years : how many were run. `years_met` : share of them that meet every fitted pattern.
    away : how many ran away.
    """

    place: int
    values: dict[str, float | int]
    means: dict[str, float]
    met: int
    of: int
    distance: float
    years: int
    years_met: float
    away: int


def tried(plan: Plan, posterior: Posterior, store: Path, workers: int, watching: Callable) -> list[Tried]:
    """The default, then the particle chosen, then the others, the nearest to the middle first."""
    default = {prior.name: prior.shown(prior.default) for prior in posterior.priors}
    near = nearest_to_middle(posterior, plan.point.candidates)
    points = [default] + [
        {prior.name: prior.shown(x) for prior, x in zip(posterior.priors, posterior.values[k], strict=True)}
        for k in near
    ]
    years = run_points(plan, points, plan.point.replications, 1, "common", store, workers, watching)
    figures = load_scenario(plan.scenario).published
    outcomes = []
    for place, values in enumerate(points):
        own = years[years["point"] == place + 1]
        means = {name: float(own[name].mean()) for name in plan.measures}
        far = np.array([distance(year, plan.fitted) for year in own.to_dict("records")])
        met = sum(meets(means[name], figures[name]) for name in plan.measures)
        outcomes.append(
            Tried(place, values, means, met, len(plan.measures), float(np.median(far)), len(own),
                  float((far <= MET).mean()), int((own[RUNAWAY] == 1.0).sum()))
        )  # fmt: skip
    first, *particles = outcomes
    best = particles.pop(chosen([particle.years_met for particle in particles], plan.point.replications))
    return [first, best, *particles]


def chosen(shares: Sequence[float], years: int) -> int:
    """The first of several shares that cannot be told from the highest; given the nearest to the middle first, the
    number of the particle that is chosen."""
    highest = max(shares)
    return next(k for k, share in enumerate(shares) if not apart(highest, share, years))


def apart(one: float, other: float, years: int) -> bool:
    """Whether two shares, each of so many years, differ by more than two standard errors of their difference."""
    return abs(one - other) > ERRORS * math.hypot(error(one, years), error(other, years))


def error(share: float, years: int) -> float:
    """Standard error of a share of so many years, √(p̃ (1 − p̃) / (n + 2)).

    In p̃ one year that met and one that missed are added to the n years (Agresti & Caffo 2000, The American Statistician
    54, 280–288), for a share of 0 or 1 would else have no error at all.
    """
    p = (share * years + 1.0) / (years + 2.0)
    return math.sqrt(p * (1.0 - p) / (years + 2.0))


def same(default: float, value: float) -> bool:
    """Whether a default is a value rounded: off by half a unit of the value's second significant digit at most."""
    unit = 10.0 ** (math.floor(math.log10(abs(value))) - 1) if value else 0.0
    return abs(default - value) <= 0.5 * unit * (1.0 + 1e-9)
