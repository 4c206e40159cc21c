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
"""Time that a pilot may take if nothing else is said."""


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
    seconds : time for it: `FIRST_SEEDS` are run in any case, and then as many more as should fit, up to `SEEDS`.
    tell : shown the progress.

    Raises
    ------
    SweepError : if no run of the pilot came to its end.
    """
    chosen = spread(sweep)
    with tempfile.TemporaryDirectory(prefix="desksales-pilot-") as folder:
        path, begun = Path(folder) / "pilot.sqlite", time.monotonic()
        run_sweep(_of_points(sweep, chosen, FIRST_SEEDS), path, workers=1, tell=tell)
        first, left = path.stat().st_size, seconds - (time.monotonic() - begun)
        seeds = min(SEEDS, FIRST_SEEDS + max(0, int(left / (_run_seconds(path) * len(chosen)))))
        if seeds > FIRST_SEEDS:
            run_sweep(_of_points(sweep, chosen, seeds), path, workers=1, tell=tell)
        more = (seeds - FIRST_SEEDS) * len(chosen)
        grown = (path.stat().st_size - first) / more if more else first / (FIRST_SEEDS * len(chosen))
        with open_store(path) as store:
            values = complete_tables(read_runs(store, measures), measures)
        return Pilot(len(chosen), seeds, _run_seconds(path), grown, values)


def _run_seconds(path: Path) -> float:
    """Mean wall time of a run in a store; a `SweepError` if none came to its end."""
    with open_store(path) as store:
        n, seconds = store.seconds()
        if n == 0:
            reason = next(store.failures()).reason
            raise SweepError(f"No run of the pilot came to its end ({reason}); look into that before more are run.")
    return seconds


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
