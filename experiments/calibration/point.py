"""One coherent set of values: particles near the middle of the posterior, and the present default, under common luck.

The middle of every parameter alone need not be a good set of values: parameters hang together. So whole particles are
tried, each with the years of `desksales run` (seeds 1, 2, …), and the one whose years are nearest to what was published
is put beside the default.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from experiments.calibration.check import run_points
from experiments.calibration.patterns import MET, distance
from experiments.calibration.plan import Plan
from experiments.calibration.posterior import Posterior, nearest_to_middle
from experiments.summary import meets
from model.scenario import load_scenario

DEFAULT = 0
"""Number of the present default among the points that are tried."""


@dataclass(frozen=True)
class Tried:
    """A set of values and what its years give.

    Attributes
    ----------
    values : by full name of parameter.
    means : mean of every measure over the years.
    met : number of fitted and held-out figures that the means meet. `of` : how many there are.
    distance : median distance of a year. `years_met` : share of the years that meet every fitted pattern.
    """

    values: dict[str, float | int]
    means: dict[str, float]
    met: int
    of: int
    distance: float
    years_met: float


def tried(plan: Plan, posterior: Posterior, store: Path, workers: int, watching: Callable) -> list[Tried]:
    """The default, and the particles nearest to the middle, the best first."""
    default = {prior.name: prior.shown(prior.default) for prior in posterior.priors}
    near = nearest_to_middle(posterior, plan.point.candidates)
    points = [default] + [
        {prior.name: prior.shown(x) for prior, x in zip(posterior.priors, posterior.values[k], strict=True)}
        for k in near
    ]
    years = run_points(plan, points, plan.point.replications, 1, "common", store, workers, watching)
    figures = load_scenario(plan.scenario).published
    outcomes = []
    for number, values in enumerate(points, 1):
        own = years[years["point"] == number]
        means = {name: float(own[name].mean()) for name in plan.measures}
        far = np.array([distance(year, plan.fitted) for year in own.to_dict("records")])
        met = sum(meets(means[name], figures[name]) for name in plan.measures)
        outcomes.append(
            Tried(values, means, met, len(plan.measures), float(np.median(far)), float((far <= MET).mean()))
        )
    return [outcomes[DEFAULT], *sorted(outcomes[1:], key=lambda outcome: outcome.distance)]
