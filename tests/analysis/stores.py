"""Stores whose runs were never made: measures are written by hand, so that what an analysis must find is known."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from experiments.sweep.file import Sweep
from experiments.sweep.outcome import COMPLETE, DONE, FAILED, RUNAWAY, Outcome
from experiments.sweep.plan import cells, run_of
from experiments.sweep.store import open_for_writing
from model.compiled import model_version

MEASURE = "wait_minutes_mean"
"""The measure that carries the values."""
ABSENT = "absent"
"""Stands for a run that is not there."""

Value = Callable[[dict[str, Any], int], float | str | None]
"""From the varied values and the seed to the measure; or `ABSENT`, or `failed`, or None where it does not apply."""


def filled(
    path: Path, sweep: Sweep, value: Value, ran_away: Callable[[dict[str, Any], int], bool] = lambda varied, seed: False
) -> Path:
    """A store of a sweep with these values, in which some runs ran away."""
    version = model_version()
    with open_for_writing(path) as store:
        store.plan(sweep, version)
        session, done = store.begin_session("2026-01-01", 1, {}), set()
        for cell in cells(sweep):
            varied = cell.factors | {"alternative": cell.alternative}
            for replication in range(1, sweep.n_replications + 1):
                seed, run = run_of(sweep, cell, replication, version)
                found = value(varied, seed)
                if found == ABSENT or run in done:
                    continue
                done.add(run)
                away = ran_away(varied, seed)
                status = FAILED if found == FAILED else RUNAWAY if away else DONE
                measures = {MEASURE: found, "runaway": float(away)} if status in COMPLETE else {}
                store.commit(Outcome(run, status, "" if measures else "by hand", 0.1, measures=measures), session)
        store.end_session(session, "2026-01-01")
    return path


def grid(replications: int = 4, **more: Any) -> Sweep:
    """Three habits by two schemes."""
    vary = {"customers.initial_habit": [0.1, 0.2, 0.3], "incentives.attribution": ["handler", "originator"]}
    return Sweep.of(scenario="mtel", vary=vary, replications=replications, **more)


RANGES = {
    "customers.initial_habit": {"low": 0.0, "high": 1.0},
    "channels.updates_per_request": {"low": 0.0, "high": 2.0},
    "reps.disposition_mean": {"low": 0.2, "high": 0.8},
}
WEIGHTS = {"customers.initial_habit": 1.0, "channels.updates_per_request": 1.0, "reps.disposition_mean": 5.0}
"""Over its full range each parameter moves the measure by 1, 2 and 3: shares of variance 1 : 4 : 9."""


def scattered(replications: int = 2, **design: Any) -> Sweep:
    """Three parameters over ranges, in a Saltelli or Morris design."""
    return Sweep.of(scenario="mtel", vary=RANGES, replications=replications, design=design)


def weighted(varied: dict[str, Any], seed: int) -> float:
    """A sum of the three parameters, and luck that all points share."""
    return sum(weight * varied[name] for name, weight in WEIGHTS.items()) + 0.1 * seed
