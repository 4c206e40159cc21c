"""The posterior checked: years with luck of their own at every particle, held against every pattern.

The years by which particles were accepted meet the fitted patterns because they were chosen for it. So each particle is
run again under other seeds. Fitted patterns then say how far luck alone takes a year from what was published, and those
held out, which played no part, are the test.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from experiments.calibration.errors import CalibrationError
from experiments.calibration.patterns import MET, Pattern, distance
from experiments.calibration.plan import Plan
from experiments.calibration.posterior import LEVELS, Posterior, quantiles
from experiments.sweep.file import Sweep

if TYPE_CHECKING:
    import pandas as pd

SEED = 700_001
"""First seed of these years; seeds are drawn anew for every particle from here."""


def years(plan: Plan, posterior: Posterior, store: Path, workers: int, watching: Callable) -> "pd.DataFrame":
    """Years at every particle, `plan.check.replications` of each; what the store has is not run again."""
    points = [_point(posterior, row) for row in posterior.values]
    return run_points(plan, points, plan.check.replications, SEED, "independent", store, workers, watching)


def _point(posterior: Posterior, row: np.ndarray) -> dict[str, float | int]:
    return {prior.name: prior.shown(x) for prior, x in zip(posterior.priors, row, strict=True)}


def run_points(
    plan: Plan, points: Sequence[Mapping[str, Any]], replications: int, seed: int, luck: str, store: Path, workers: int,
    watching: Callable,
) -> "pd.DataFrame":
    """Run a list of points through the store of a sweep; a row a year, with its point (from 1) and measures."""
    from experiments.analysis.stored import read_runs
    from experiments.sweep.run import run_sweep
    from experiments.sweep.store import open_store

    file = store.with_suffix(".csv")
    store.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as stream:
        written = csv.DictWriter(stream, list(points[0]), lineterminator="\n")
        written.writeheader()
        written.writerows(points)
    sweep = Sweep.of(
        scenario=plan.scenario, hold=dict(plan.hold), replications=replications, luck=luck, seed=seed,
        folder=file.parent, design={"kind": "points", "file": file.name},
    )  # fmt: skip
    with watching() as (tell, _):
        run_sweep(sweep, store, workers, retry=True, tell=tell)
    with open_store(store) as opened:
        found = read_runs(opened, list(plan.measures))
    if len(found.finished) < len(found.runs):
        raise CalibrationError(f"{found.progress}; `desksales failed {store}` says why.")
    return found.runs


def weights_of(years: "pd.DataFrame", posterior: Posterior) -> np.ndarray:
    """Weight of every year: that of its particle, shared between the years of the particle."""
    weights = posterior.weights[years["point"].to_numpy() - 1]
    return weights / weights.sum()


def table(
    plan: Plan, years: "pd.DataFrame", weights: np.ndarray, before: "pd.DataFrame"
) -> list[dict[str, float | str]]:
    """One row a pattern: what was published, what years of the posterior give, and how many years meet it, in the
    posterior and (`met_before`) in the pilot, where nothing was fitted. A year to which the measure does not apply
    does not meet it."""
    rows = []
    for pattern, fitted in [(p, True) for p in plan.fitted] + [(p, False) for p in plan.held_out]:
        values = years[pattern.measure].to_numpy(float)
        known = ~np.isnan(values)
        found = quantiles(values[known], weights[known])
        low, high = pattern.band
        rows.append(
            {"measure": pattern.measure, "row": pattern.row, "role": "fitted" if fitted else "held out",
             "published": pattern.said, "band_low": low, "band_high": high,
             **{f"q{100 * level:02.0f}": value for level, value in zip(LEVELS, found, strict=True)},
             "met": float((weights * meets(values, pattern)).sum()),
             "met_before": float(meets(before[pattern.measure].to_numpy(float), pattern).mean())}
        )  # fmt: skip
    return rows


def meets(values: np.ndarray, pattern: Pattern) -> np.ndarray:
    """Which years meet a pattern."""
    low, high = pattern.band
    if np.isnan(pattern.value):
        return (values > low) & (values < high)
    return (values >= low) & (values <= high)


def share_met(years: "pd.DataFrame", weights: np.ndarray, patterns: Sequence[Pattern]) -> float:
    """Weighted share of the years that meet all patterns at once."""
    met = np.array([distance(year, patterns) <= MET for year in years.to_dict("records")])
    return float((weights * met).sum())
