"""Small sweeps, and an executor that does runs in this process."""

from collections import deque
from pathlib import Path
from typing import Any

from experiments.sweep.file import Sweep
from experiments.sweep.one_run import do
from experiments.sweep.run import Progress, run_sweep
from experiments.sweep.store import open_store
from model.scenario import ScenarioError
from tests.helpers.organisations import SMALL

TEAMS = "people.teams"
HABIT = "customers.initial_habit"


def small_sweep(**given: Any) -> Sweep:
    """Two teams or four, two replications, in runs of some milliseconds."""
    hold = {name: value for name, value in SMALL.items() if name not in (TEAMS, HABIT)}
    asked = {"scenario": "mtel", "hold": hold, "vary": {TEAMS: [2, 4]}, "replications": 2}
    return Sweep.of(**asked | given)


class InProcess:
    """An executor without processes: each `collect` does the oldest run."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._waiting: deque = deque()

    def room(self) -> int:
        return 3 - len(self._waiting)

    def submit(self, spec) -> None:
        self._waiting.append(spec)

    def collect(self, timeout: float) -> list:
        spec = self._waiting.popleft()
        self.done.append(spec.run)
        return [do(spec)]

    def close(self) -> None:
        self._waiting.clear()


def done_here(sweep: Sweep, path: Path, **options: Any) -> tuple[Progress, list[str]]:
    """Run a sweep without processes; returns the progress and the ids of the runs done."""
    executor = InProcess()
    progress = run_sweep(sweep, path, executors=lambda n, limits: executor, **options)
    return progress, executor.done


def rows(path: Path) -> list:
    """The runs of a store in order."""
    with open_store(path) as store:
        return list(store.runs())


REFUSED = {"people.accounts": 5000}
"""What a run must have for `refusing` to raise."""


TOO_MANY = ScenarioError("There are too many accounts:\nfive thousand.")


def refusing(monkeypatch, error: Exception = TOO_MANY) -> None:
    """Let runs with `REFUSED` raise when their world is built."""
    from experiments.sweep import one_run

    build = one_run.build

    def refuse(scenario, seed, log):
        if scenario.people.accounts == REFUSED["people.accounts"]:
            raise error
        return build(scenario, seed, log)

    monkeypatch.setattr(one_run, "build", refuse)
