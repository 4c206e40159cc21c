"""The pilot: a year at every point of a Latin hypercube, and what moves the fitted figures there.

Partial rank correlation (PRCC; Marino et al. 2008, Journal of Theoretical Biology 254, 178-196): ranks of a figure are
regressed on the ranks of all parameters; of each parameter, t / √(t² + residual degrees of freedom) with the t value of
its coefficient. It sees effects that rise or fall throughout, and misses those that do both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from experiments.calibration.errors import CalibrationError
from experiments.calibration.patterns import MET, RUNAWAY, Pattern, distance
from experiments.calibration.plan import Plan
from experiments.calibration.priors import Prior
from experiments.calibration.sequence import Start
from experiments.sweep.file import Sweep

if TYPE_CHECKING:
    import pandas as pd

SECONDS = 120.0
"""Wall time after which a year of the pilot is given up; it is a hundred times what a year takes."""


@dataclass(frozen=True)
class Piloted:
    """What the pilot found.

    Attributes
    ----------
    prcc : rows are parameters, columns figures, fitted ones first.
    chosen : priors of what is calibrated, the most influential first.
    distances : of all years from what was published, infinite ones among them.
    years : a row a year, with the values of all parameters and the measures.
    """

    prcc: "pd.DataFrame"
    chosen: tuple[Prior, ...]
    distances: np.ndarray
    years: "pd.DataFrame"

    def first(self, nearest: int) -> float:
        """Distance within which so many years came: where the sequence begins."""
        return float(np.sort(self.distances)[min(nearest, len(self.distances)) - 1])

    @property
    def away(self) -> int:
        """Years that ran away."""
        return int((self.years[RUNAWAY] == 1.0).sum())

    @property
    def share_met(self) -> float:
        """Share of the years that meet every fitted pattern."""
        return float((self.distances <= MET).mean())


def start_of(piloted: Piloted, plan: Plan) -> Start:
    """The years that came nearest, as many as the plan says, as the first generation of a sequence.

    Where in its stretch a whole number lies plays no part in a year, so it is drawn.
    """
    nearest = np.argsort(piloted.distances, kind="stable")[: plan.sequence.nearest]
    years = piloted.years.iloc[nearest]
    within = np.random.default_rng(plan.sequence.seed).random((len(nearest), len(piloted.chosen)))
    scores = np.array([
        [prior.score(year[prior.name], u) for prior, u in zip(piloted.chosen, row, strict=True)]
        for year, row in zip(years.to_dict("records"), within, strict=True)
    ])
    measures = years[[*plan.measures, RUNAWAY]].to_dict("records")
    return Start(scores, measures, piloted.distances[nearest], len(piloted.years))


def sweep_of(plan: Plan) -> Sweep:
    """The pilot as a sweep; each point has luck of its own."""
    return Sweep.of(
        scenario=plan.scenario, hold=dict(plan.hold), replications=1, luck="independent", seed=1,
        limits={"seconds": SECONDS},
        vary={prior.name: {"low": prior.low, "high": prior.high} for prior in plan.priors},
        design={"kind": "latin_hypercube", "n": plan.pilot.years, "seed": plan.pilot.seed},
    )  # fmt: skip


def run(plan: Plan, store: Path, workers: int, watching: Callable) -> Piloted:
    """Run what the store lacks of the pilot, and reckon."""
    from experiments.sweep.run import run_sweep

    with watching() as (tell, _):
        run_sweep(sweep_of(plan), store, workers, retry=True, tell=tell)
    return reckon(plan, store)


def reckon(plan: Plan, store: Path) -> Piloted:
    """What a complete pilot says."""
    from experiments.analysis.stored import read_runs
    from experiments.sweep.store import open_store

    with open_store(store) as opened:
        found = read_runs(opened, list(plan.measures))
    if len(found.finished) < len(found.runs):
        raise CalibrationError(f"{found.progress}; `desksales failed {store}` says why.")
    years = found.finished
    names = [prior.name for prior in plan.priors]
    table = prcc(years[names], years[list(plan.measures)])
    distances = np.array([distance(year, plan.fitted) for year in years.to_dict("records")])
    chosen = choose(plan.priors, table, plan.fitted, plan.pilot.least, plan.pilot.grades)
    if not chosen:
        raise CalibrationError(
            f"No parameter has a partial rank correlation of {plan.pilot.least:g} or more with a fitted figure; lower "
            "least of [pilot], or give other parameters a range."
        )
    return Piloted(table, chosen, distances, years)


def prcc(inputs: "pd.DataFrame", outputs: "pd.DataFrame") -> "pd.DataFrame":
    """Partial rank correlations, a row an input, a column an output; years to which an output does not apply are left
    out of its column."""
    import pandas as pd

    columns = {}
    for name in outputs:
        known = outputs[name].notna()
        x = np.column_stack([np.ones(int(known.sum())), *(inputs.loc[known, n].rank() for n in inputs)])
        y = outputs.loc[known, name].rank().to_numpy()
        x[:, 1:] = (x[:, 1:] - x[:, 1:].mean(axis=0)) / x[:, 1:].std(axis=0)
        coefficients = np.linalg.lstsq(x, y)[0]
        free = len(y) - x.shape[1]
        variance = ((y - x @ coefficients) ** 2).sum() / free
        t = coefficients / np.sqrt(variance * np.diag(np.linalg.inv(x.T @ x)))
        columns[name] = (t / np.sqrt(t * t + free))[1:]
    return pd.DataFrame(columns, index=list(inputs))


def choose(
    priors: tuple[Prior, ...], table: "pd.DataFrame", fitted: tuple[Pattern, ...], least: float, grades: list[str]
) -> tuple[Prior, ...]:
    """What is calibrated: what some fitted figure depends on, and no source or other study gives."""
    strength = table[[pattern.measure for pattern in fitted]].abs().max(axis=1)
    worth = [prior for prior in priors if strength[prior.name] >= least and prior.grade in grades]
    return tuple(sorted(worth, key=lambda prior: -strength[prior.name]))
