"""The whole of a calibration, in the order in which it is done; what a folder of results has already is used again."""

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from experiments.calibration import check, pilot, point, posterior, sequence
from experiments.calibration.pilot import Piloted
from experiments.calibration.plan import Plan
from experiments.calibration.point import Tried
from experiments.calibration.posterior import Posterior
from experiments.calibration.sequence import Generations, Problem

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

PILOT, SEQUENCE, CHECK = "pilot.sqlite", "posterior.sqlite", "check.sqlite"
POINT, AGAIN = "point.sqlite", "again.sqlite"


@dataclass(frozen=True)
class Watching:
    """Who is told how it goes: `say` a sentence, `sweeps` and `generations` opened for what they take."""

    say: Callable[[str], None]
    sweeps: Callable[[], AbstractContextManager]
    generations: Callable[[], AbstractContextManager]


@dataclass(frozen=True)
class Calibrated:
    """All that came of a calibration.

    Attributes
    ----------
    plan, problem : what was asked.
    piloted, generations, posterior : what came of the pilot and of the sequence.
    years, weights : the check's years (a row a year) and the weight of each.
    tried : the present default, the point chosen, and the other particles near the middle.
    again : the default and the point under seeds that had no part in the choice.
    seconds : wall time by stage, from the stores.
    """

    plan: Plan
    problem: Problem
    piloted: Piloted
    generations: Generations
    posterior: Posterior
    years: "pd.DataFrame"
    weights: "np.ndarray"
    tried: list[Tried]
    again: list[Tried]
    seconds: Mapping[str, float]

    @property
    def n_years(self) -> dict[str, int]:
        """Years run, by stage."""
        return {
            "pilot": len(self.piloted.years), "sequence": sum(int(g["years"]) for g in self.generations.table[1:]),
            "check": len(self.years), "point": sum(tried.years for tried in (*self.tried, *self.again)),
        }  # fmt: skip


def problem_of(plan: Plan, piloted: Piloted) -> Problem:
    """What the sequence is about, once the pilot has said what is worth calibrating and where to begin."""
    return Problem(
        plan.scenario, piloted.chosen, plan.fitted, plan.measures, plan.sequence.particles, plan.sequence.seed,
        piloted.first(plan.sequence.nearest), plan.sequence.tighten, plan.hold,
    )  # fmt: skip


def calibrate(plan: Plan, results: Path, workers: int, watching: Watching) -> Calibrated:
    """Do what `results` lacks of a calibration, and read what it holds.

    Parameters
    ----------
    results : folder of the stores: the pilot, pyABC's file, the check and the points.
    workers : years side by side; changes no result.

    Raises
    ------
    CalibrationError, SweepError, ScenarioError : for what cannot be, in one sentence.
    KeyboardInterrupt : passed on; what was committed stays.
    """
    sequence.imported()
    watching.say(f"1 of 4: a pilot of {plan.pilot.years:,} years over {len(plan.priors)} parameters.")
    piloted = pilot.run(plan, results / PILOT, workers, watching.sweeps)
    problem = problem_of(plan, piloted)
    watching.say(
        f"2 of 4: generations of {problem.particles:,} particles of {len(problem.priors)} parameters, from the pilot's "
        f"nearest years, within distance {problem.first:.3g} of what was published, to years within 1."
    )
    with watching.generations() as tell:
        sequence.run(problem, results / SEQUENCE, workers, tell, pilot.start_of(piloted, plan))
    generations = sequence.read(results / SEQUENCE, problem)
    found = posterior.posterior_of(problem.priors, generations.drawn, generations.weights)
    watching.say(f"3 of 4: {plan.check.replications} years of every particle under other seeds.")
    years = check.years(plan, found, results / CHECK, workers, watching.sweeps)
    watching.say(f"4 of 4: {plan.point.candidates} sets of values near the middle, and the present default.")
    points = point.tried(plan, found, results / POINT, workers, watching.sweeps)
    again = point.again(plan, points[:2], results / AGAIN, workers, watching.sweeps)
    seconds = {name: _seconds(results / file) for name, file in (("pilot", PILOT), ("check", CHECK))}
    seconds["point"] = _seconds(results / POINT) + _seconds(results / AGAIN)
    seconds["sequence"] = sum(generation["seconds"] for generation in generations.table)
    weights = check.weights_of(years, found)
    return Calibrated(plan, problem, piloted, generations, found, years, weights, points, again, seconds)


def _seconds(store: Path) -> float:
    """Wall time of a store's sessions that came to their end."""
    from datetime import datetime

    from experiments.sweep.store import open_store

    with open_store(store) as opened:
        sessions = [session for session in opened.sessions() if session["ended"]]
    return sum(
        (datetime.fromisoformat(s["ended"]) - datetime.fromisoformat(s["started"])).total_seconds() for s in sessions
    )


def about(found: Calibrated) -> dict[str, Any]:
    """What was run, as plain data: everything that the tables do not hold."""
    import platform
    from importlib.metadata import version

    stiff = posterior.stiffest(found.posterior)
    return {
        "scenario": found.plan.scenario,
        "model_version": json.loads(found.problem.as_text(_version()))["model_version"],
        "versions": {"python": platform.python_version()}
        | {name: version(name) for name in ("pyabc", "numpy", "scipy", "numba")},
        "seed": found.problem.seed, "particles": found.problem.particles,
        "effective_particles": found.posterior.effective, "years": found.n_years,
        "years_in_all": sum(found.n_years.values()), "seconds": dict(found.seconds),
        "seconds_in_all": sum(found.seconds.values()), "first_distance": found.problem.first,
        "pilot": {"years": len(found.piloted.years), "ran_away": found.piloted.away,
                  "met_all_fitted": found.piloted.share_met, "parameters": len(found.plan.priors)},
        "generations": found.generations.table,
        "met_all_fitted": check.share_met(found.years, found.weights, found.plan.fitted),
        "pairs": [{"one": a, "other": b, "correlation": r} for a, b, r in posterior.pairs(found.posterior)],
        "combinations": [{"contraction": c, "weights": dict(w)} for c, w in stiff],
        "hold": dict(found.plan.hold), "points": [vars(tried) for tried in found.tried],
        "again": [vars(tried) for tried in found.again],
    }  # fmt: skip


def _version() -> str:
    from model.compiled import model_version

    return model_version()
