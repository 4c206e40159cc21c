"""A short pilot of a sweep: some of its points under common luck, to learn what a run costs and what luck does."""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from experiments.analysis.luck import SharedLuck, shared_luck
from experiments.analysis.stored import StoredRuns, read_runs
from experiments.sweep.errors import SweepError
from experiments.sweep.file import Sweep
from experiments.sweep.outcome import COMPLETE
from experiments.sweep.plan import cells, n_runs
from experiments.sweep.run import Progress, run_sweep
from experiments.sweep.store import open_store

POINTS, FIRST_SEEDS, SEEDS = 4, 2, 8
"""Points of a pilot, the seeds that each of them gets at least, and at most."""
SECONDS = 20.0
"""Time after which a pilot gets no further seeds."""


@dataclass(frozen=True)
class Pilot:
    """What is known of a sweep's runs before they are done.

    Attributes
    ----------
    points, seeds : points that were run, and the complete seeds of each.
    run_seconds : mean wall time of a run, one at a time.
    run_bytes : what a run adds to the store; the plan's own rows are in it.
    values : from a measure to its table, (points, seeds) float; a measure that does not apply to all runs is left out.
    """

    points: int
    seeds: int
    run_seconds: float
    run_bytes: float
    values: dict[str, np.ndarray]

    @property
    def luck(self) -> dict[str, SharedLuck]:
        """From a measure to its spread and correlation; needs two seeds."""
        return {name: shared_luck(table) for name, table in self.values.items() if table.shape[1] > 1}


def run_pilot(
    sweep: Sweep, measures: Sequence[str], seconds: float = SECONDS, tell: Callable[[Progress], None] = lambda p: None
) -> Pilot:
    """Run some points of a sweep, spread evenly over its design, in a store that is thrown away.

    Parameters
    ----------
    sweep : the sweep; what it keeps of a run is kept, so that time and bytes are those of its runs.
    measures : those whose luck is wanted.
    seconds : no further seeds are begun after this time; `FIRST_SEEDS` are run in any case.
    tell : shown the progress.

    Raises
    ------
    SweepError : if no run of the pilot came to its end.
    """
    chosen = spread(sweep)
    with tempfile.TemporaryDirectory(prefix="desksales-pilot-") as folder:
        path, sizes, begun, seeds = Path(folder) / "pilot.sqlite", [], time.monotonic(), 0
        for seeds in range(FIRST_SEEDS, SEEDS + 1, FIRST_SEEDS):
            run_sweep(_of_points(sweep, chosen, seeds), path, workers=1, tell=tell)
            sizes.append(path.stat().st_size)
            if time.monotonic() - begun > seconds:
                break
        with open_store(path) as store:
            stored, (n, run_seconds) = read_runs(store, measures), store.seconds()
            if n == 0:
                reason = next(store.failures()).reason
                raise SweepError(f"No run of the pilot came to its end ({reason}); look into that before more are run.")
    runs = FIRST_SEEDS * len(chosen)
    grown = (sizes[-1] - sizes[0]) / (runs * (len(sizes) - 1)) if len(sizes) > 1 else sizes[0] / runs
    return Pilot(len(chosen), seeds, run_seconds, grown, complete_tables(stored, measures))


def spread(sweep: Sweep, most: int = POINTS) -> list[dict]:
    """The changes of up to so many cells, evenly spread over the plan, the first and the last among them."""
    n = n_runs(sweep) // sweep.n_replications
    places = {round(k * (n - 1) / (most - 1)) for k in range(most)} if n > most else set(range(n))
    return [cell.changes for place, cell in enumerate(islice(cells(sweep), n)) if place in places]


def _of_points(sweep: Sweep, chosen: Sequence[dict], seeds: int) -> Sweep:
    """A sweep of some points of another one, as alternatives, under common luck."""
    asked = sweep.as_data()
    same = {key: asked[key] for key in ("scenario", "hold", "days", "seed", "keep", "limits") if key in asked}
    named = {f"point_{number}": dict(changes) for number, changes in enumerate(chosen, 1)}
    return Sweep.of(**same, alternatives=named, replications=seeds, folder=sweep.folder)


def complete_tables(stored: StoredRuns, measures: Sequence[str]) -> dict[str, np.ndarray]:
    """From a measure to its table (points, replications), over the runs that are complete at all points.

    A replication that lacks a point is left out of all tables, and a measure that does not apply to some run is left
    out as a whole.
    """
    runs = stored.runs
    cell = runs.groupby(["alternative", "point"], sort=False).ngroup()
    done = runs["status"].isin(COMPLETE)
    whole = done.groupby(runs["replication"]).transform("all")
    tables = {}
    for name in measures:
        table = runs.assign(cell=cell)[whole].pivot(index="cell", columns="replication", values=name)
        if table.size and not table.isna().any(axis=None):
            tables[name] = table.to_numpy(float)
    return tables
