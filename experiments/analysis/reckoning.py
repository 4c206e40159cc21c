"""A sweep's plan in numbers: what it costs, what it will tell, and what a question needs."""

from pathlib import Path
from typing import Any

from experiments.analysis.luck import shared_luck_interval
from experiments.analysis.pilot import Pilot
from experiments.analysis.replications import Question, runs_needed, runs_tell
from experiments.sweep.file import Sweep
from experiments.sweep.outcome import COMPLETE
from experiments.sweep.plan import cells, n_runs, run_of
from experiments.sweep.store import open_store
from model.compiled import model_version


def reckon(
    sweep: Sweep, known: Pilot, asked: Question, left: int, workers: int, measure: str | None = None
) -> dict[str, Any]:
    """All numbers of a plan.

    Parameters
    ----------
    sweep : what is planned; `left` of its runs are to be done, by `workers` workers.
    known : what a pilot or stored runs tell of its runs.
    asked : the questions; those in the unit of a measure are answered for `measure`, if it is given.

    Returns
    -------
    `runs`, `runs_left`, `core_hours`, `hours`, `bytes` and what they follow from; `tell`, from every measure to what
    the planned replications tell of it (see `runs_tell`); for `measure`, `needed` (see `runs_needed`) and the intervals
    of its spread and correlation. What cannot be told is None.
    """
    from model.measures import MEASURES

    planned, common = n_runs(sweep), sweep.luck == "common"
    cells, core_seconds = planned // sweep.n_replications, left * known.run_seconds
    tell = {
        name: {
            "unit": MEASURES[name].unit, "sd": luck.sd,
            "correlation": None if luck.correlation != luck.correlation else luck.correlation,
            **runs_tell(sweep.n_replications, luck, asked, common),
        }
        for name, luck in known.luck.items()
    }  # fmt: skip
    told = {
        "scenario": sweep.base.name, "title": sweep.base.title, "design": sweep.design.kind(), "cells": cells,
        "replications": sweep.n_replications, "runs": planned, "runs_left": left, "luck": sweep.luck,
        "run_seconds": known.run_seconds, "core_hours": core_seconds / 3600.0, "workers": workers,
        "hours": core_seconds / workers / 3600.0, "run_bytes": known.run_bytes, "bytes": planned * known.run_bytes,
        "alpha": asked.alpha, "power": asked.power, "tell": tell, "measure": measure,
    }  # fmt: skip
    if measure is not None:
        sd, correlation = shared_luck_interval(known.values[measure])
        told |= {
            "sd_interval": list(sd), "correlation_interval": [None if end != end else end for end in correlation],
            "needed": runs_needed(cells, known.luck[measure], asked),
        }  # fmt: skip
    return told


def runs_left(sweep: Sweep, path: Path) -> int:
    """Different runs of a sweep that a store lacks, by the present version of the model."""
    with open_store(path) as store:
        done = store.ids(COMPLETE)
    version, replications = model_version(), range(1, sweep.n_replications + 1)
    return len({run_of(sweep, cell, r, version)[1] for cell in cells(sweep) for r in replications} - done)
