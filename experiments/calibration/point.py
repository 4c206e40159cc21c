"""One coherent set of values: particles near the middle of the posterior, and the present default, under common luck.

The middle of every parameter alone need not be a good set of values: parameters hang together. So whole particles are
tried, each with the years of the seeds 1, 2, … . The share of a particle's years that meet every fitted figure is an
estimate of its likelihood and, as priors are uniform, but for a factor of the posterior density there. The particle
with the highest share is the best; among those that cannot be told from it, seed by seed, the one nearest to the middle
is chosen. It and the default are run again under further seeds, for the first ones took part in the choice.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from experiments.calibration.check import run_points
from experiments.calibration.patterns import MET, RUNAWAY, distance
from experiments.calibration.plan import Plan
from experiments.calibration.posterior import Posterior, nearest_to_middle
from experiments.summary import meets
from model.scenario import load_scenario

if TYPE_CHECKING:
    import pandas as pd

ERRORS = 2.0
"""Two particles are told apart if their shares differ by more than so many standard errors of the difference."""


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
    alike : whether it cannot be told from the best particle.
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
    alike: bool = False


def tried(plan: Plan, posterior: Posterior, store: Path, workers: int, watching: Callable) -> list[Tried]:
    """The default, then the particle chosen, then the others, the nearest to the middle first."""
    default = {prior.name: prior.shown(prior.default) for prior in posterior.priors}
    near = nearest_to_middle(posterior, plan.point.candidates)
    points = [default] + [
        {prior.name: prior.shown(x) for prior, x in zip(posterior.priors, posterior.values[k], strict=True)}
        for k in near
    ]
    years = run_points(plan, points, plan.point.replications, 1, "common", store, workers, watching)
    own = [years[years["point"] == place + 1].sort_values("seed") for place in range(len(points))]
    met = [_distances(rows, plan) <= MET for rows in own]
    best = max(met[1:], key=np.mean)
    outcomes = [
        _outcome(plan, place, values, rows, place > 0 and not apart(best, met[place]))
        for place, (values, rows) in enumerate(zip(points, own, strict=True))
    ]
    particles = outcomes[1:]
    chosen = particles.pop(next(k for k, particle in enumerate(particles) if particle.alike))
    return [outcomes[0], chosen, *particles]


def again(plan: Plan, pair: Sequence[Tried], store: Path, workers: int, watching: Callable) -> list[Tried]:
    """The default and the particle chosen under as many further seeds, which had no part in the choice."""
    n = plan.point.replications
    years = run_points(plan, [one.values for one in pair], n, n + 1, "common", store, workers, watching)
    return [
        _outcome(plan, one.place, one.values, years[years["point"] == place + 1], one.alike)
        for place, one in enumerate(pair)
    ]


def _outcome(plan: Plan, place: int, values: dict, years: "pd.DataFrame", alike: bool) -> Tried:
    figures = load_scenario(plan.scenario).published
    means = {name: float(years[name].mean()) for name in plan.measures}
    met = sum(meets(means[name], figures[name]) for name in plan.measures)
    far = _distances(years, plan)
    return Tried(
        place, values, means, met, len(plan.measures), float(np.median(far)), len(years), float((far <= MET).mean()),
        int((years[RUNAWAY] == 1.0).sum()), alike,
    )  # fmt: skip


def _distances(years: "pd.DataFrame", plan: Plan) -> np.ndarray:
    return np.array([distance(year, plan.fitted) for year in years.to_dict("records")])


def apart(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two particles differ in how many years meet all figures by more than two standard errors.

    `one` and `other` say so year by year, under the same seeds. Of the 2 × 2 table of such pairs each cell has half a
    pair added (Agresti & Min 2005, Statistics in Medicine 24, 729–740), so that shares of 1 have an error too.
    """
    only, but, n = (one & ~other).sum() + 0.5, (other & ~one).sum() + 0.5, len(one) + 2.0
    return bool(abs(only - but) > ERRORS * math.sqrt(only + but - (only - but) ** 2 / n))


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
