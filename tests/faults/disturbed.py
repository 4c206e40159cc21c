"""A sweep as a program of its own, to be disturbed, and what its tables must be in the end.

DESKSALES_TORTURE=N makes the tests of this folder long: N rounds each, of a sweep of 500 runs (`make torture`).
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from experiments.sweep.export import export
from experiments.sweep.file import Sweep
from experiments.sweep.store import open_store
from tests.cli.command import program, started
from tests.helpers.organisations import SMALL
from tests.sweep.sweeps import HABIT, TEAMS, done_here

ROUNDS = int(os.environ.get("DESKSALES_TORTURE", "1"))
GRID = Sweep.of(
    scenario="mtel", replications=20 if ROUNDS > 1 else 6,
    hold={name: value for name, value in SMALL.items() if name not in (TEAMS, HABIT)},
    vary={TEAMS: [2, 3, 4, 5, 6], HABIT: {"low": 0.1, "high": 0.5, "levels": 5}},
    keep={"days": 3, "agents": "end", "reviews": True, "events": [1, 1]},
)  # fmt: skip
"""5 × 5 points × 6 or 20 replications of some ten milliseconds."""

N_RUNS = 25 * GRID.n_replications
STORE = "s.sqlite"


def tables(store: Path, folder: Path, form: str = "parquet") -> dict[str, bytes]:
    """The tables of a store as an export writes them."""
    with open_store(store) as opened:
        export(opened, folder, form)
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "provenance.json"}


@cache
def undisturbed(base: Path) -> dict[str, dict[str, bytes]]:
    """The tables of the grid when nothing happens, by form; made once in a folder for temporary files."""
    folder = base / "undisturbed"
    folder.mkdir()
    done_here(GRID, folder / STORE)
    return {form: tables(folder / STORE, folder / form, form) for form in ("parquet", "csv")}


def is_as_undisturbed(folder: Path, expected: dict[str, dict[str, bytes]]) -> bool:
    """Whether the store in a folder is complete and gives just these tables."""
    assert n_done(folder / STORE) == N_RUNS
    return all(tables(folder / STORE, folder / form, form) == files for form, files in expected.items())


def n_done(store: Path) -> int:
    """How many runs of the plan have an outcome."""
    if not store.exists():
        return 0
    with open_store(store) as opened:
        return sum(opened.by_status().values())


def begun(folder: Path, *options: str, **more: str) -> subprocess.Popen:
    """Start the sweep and leave it running."""
    (folder / "s.toml").write_text(GRID.toml())
    return started("sweep", "s.toml", "--store", STORE, *options, folder=folder, **more)


def finished(folder: Path, *options: str, **more: str) -> subprocess.CompletedProcess:
    """Let the sweep go on to its end, however that is."""
    (folder / "s.toml").write_text(GRID.toml())
    return program("sweep", "s.toml", "--store", STORE, *options, folder=folder, **more)


def wait_until(true: Callable[[], bool], process: subprocess.Popen, what: str = "the sweep makes no headway") -> None:
    """Wait until something is true of a sweep that goes on; it fails after two minutes, or when the sweep ends."""
    deadline = time.monotonic() + 120.0
    while not true():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def workers_of(process: subprocess.Popen) -> list[int]:
    """The workers of a sweep, oldest first, without the process that multiprocessing keeps for itself."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(pid) for pid in children if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()]


def kill(process: subprocess.Popen, whom: str) -> None:
    """Kill a `worker` (the first), the `parent`, or `both` the parent and all workers."""
    workers = workers_of(process) if whom != "parent" else []
    for pid in workers[:1] if whom == "worker" else workers:
        os.kill(pid, signal.SIGKILL)
    if whom != "worker":
        process.kill()
