"""Have the arms of a claim run: through the store of a sweep, or observed one by one where no measure tells."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from experiments.claims.claim import Claim, ClaimError
from experiments.sweep.executor import Executor
from experiments.sweep.file import Sweep
from experiments.sweep.keep import Limits
from experiments.sweep.local import LocalProcesses
from experiments.sweep.run import Progress, Tell, run_sweep

STORES = Path("results") / "claims"
RUNAWAY = "runaway"

Cells = dict[tuple[int, str], dict[str, np.ndarray]]
"""From a draw (0: none) and an arm to the values of every quantity in order of seed."""


Watching = Callable[[], AbstractContextManager[tuple[Tell, Any]]]


@contextmanager
def unwatched() -> Iterator[tuple[Tell, None]]:
    """Nobody looks at the progress."""
    yield lambda progress: None, None


class Crew:
    """Workers that stay from one sweep to the next, so that starting them is paid for once.

    Parameters
    ----------
    n_workers : runs side by side.
    watching : opens, for each piece of work, whatever is shown its progress.
    """

    def __init__(self, n_workers: int, watching: Watching = unwatched) -> None:
        self.n_workers, self.watching = n_workers, watching
        self._workers: LocalProcesses | None = None
        self._limits: Limits | None = None

    def executor(self, n_workers: int, limits: Limits) -> Executor:
        """The workers, hired at first use; a sweep that is done with them leaves them to the next of equal limits."""
        if limits != self._limits:
            self.close()
        if self._workers is None:
            self._workers = LocalProcesses(self.n_workers, limits.seconds, limits.memory_mib)
            self._limits = limits
        return _Lent(self._workers)

    def close(self) -> None:
        """Let the workers go."""
        if self._workers is not None:
            self._workers.close()
            self._workers = None


class _Lent:
    """An executor that its borrower cannot close."""

    def __init__(self, workers: LocalProcesses) -> None:
        self.room, self.submit, self.collect = workers.room, workers.submit, workers.collect

    def close(self) -> None:
        """Nothing: the crew stays."""


@contextmanager
def crew(n_workers: int, watching: Watching = unwatched) -> Iterator[Crew]:
    """A crew that is let go at the end, whatever happens."""
    hired = Crew(n_workers, watching)
    try:
        yield hired
    finally:
        hired.close()


def run_arms(claim: Claim, seeds: int, store: Path, hands: Crew) -> dict[str, dict[str, np.ndarray]]:
    """Run every arm under the seeds 1 … `seeds`; what the store has is not run again.

    Returns
    -------
    From an arm and a quantity (`runaway` among them) to its values in order of seed.
    """
    cells = run_cells(claim, seeds, store, hands)
    return {arm: cells[0, arm] for arm in claim.arms}


def run_cells(
    claim: Claim, seeds: int, store: Path, hands: Crew, draws: list[dict[str, Any]] | None = None
) -> Cells:
    """Run every arm at every draw; without draws, at the scenario as it is (draw 0)."""
    if claim.observe is not None:
        return _observed(claim, seeds, hands, draws)
    sweep = sweep_of(claim, seeds, draws, store)
    with hands.watching() as (tell, _):
        run_sweep(sweep, store, hands.n_workers, tell=tell, executors=hands.executor)
    return _read(claim, seeds, store, with_draws=draws is not None)


def sweep_of(claim: Claim, seeds: int, draws: list[dict[str, Any]] | None, store: Path) -> Sweep:
    """The claim's arms as the alternatives of a sweep, crossed with the draws if there are any."""
    given: dict[str, Any] = {
        "scenario": claim.scenario, "hold": dict(claim.hold), "replications": seeds, "folder": store.parent,
        "alternatives": {arm: dict(changes) for arm, changes in claim.arms.items()},
    }  # fmt: skip
    if claim.days is not None:
        given["days"] = claim.days
    if draws is not None:
        from experiments.claims.draws import write_points

        given["design"] = {"kind": "points", "file": write_points(draws, store.with_suffix(".csv")).name}
    return Sweep.of(**given)


def _read(claim: Claim, seeds: int, store: Path, with_draws: bool) -> Cells:
    """Values of the quantities from a store."""
    from experiments.sweep.outcome import COMPLETE
    from experiments.sweep.store import open_store

    cells: Cells = {}
    with open_store(store) as opened:
        for run in opened.runs():
            if run.status not in COMPLETE:
                raise ClaimError(
                    f"A run of {claim.title!r} failed ({run.reason}); `desksales failed {store}` says more."
                )
            known = {name: _number(run.measures[name]) for name in claim.measures}
            values = {quantity.name: quantity.value(known) for quantity in claim.quantities}
            values[RUNAWAY] = _number(run.measures.get(RUNAWAY))
            place = cells.setdefault((run.point if with_draws else 0, run.alternative), _empty(values, seeds))
            for name, value in values.items():
                place[name][run.replication - 1] = value
    return cells


def _observed(claim: Claim, seeds: int, hands: Crew, draws: list[dict[str, Any]] | None) -> Cells:
    """Observe every run in this process, some side by side in threads."""
    from experiments.replicate import prepare
    from experiments.threads import side_by_side

    prepare()
    jobs = []
    for number, draw in enumerate([{}] if draws is None else draws, draws is not None):
        jobs += [
            (number, arm, seed, scenario.changed(draw))
            for arm, scenario in claim.scenarios().items() for seed in range(1, seeds + 1)
        ]  # fmt: skip

    def job(k: int, watch: Callable[[int], None]) -> Mapping[str, float]:
        return claim.observe(jobs[k][3], jobs[k][2])

    cells: Cells = {}
    with hands.watching() as (tell, _):
        observed = side_by_side(
            job, len(jobs), hands.n_workers, lambda number: tell(Progress(len(jobs), len(jobs), number))
        )
    for (number, arm, seed, _), values in zip(jobs, observed, strict=True):
        told = {RUNAWAY: 0.0} | dict(values)
        place = cells.setdefault((number, arm), _empty(told, seeds))
        for name, value in told.items():
            place[name][seed - 1] = value
    return cells


def _empty(names: Mapping[str, float], seeds: int) -> dict[str, np.ndarray]:
    return {name: np.full(seeds, np.nan) for name in names}


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)
