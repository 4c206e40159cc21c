"""SIGKILL of the parent, of a worker, of both: after resuming, the tables are those of an undisturbed sweep."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from experiments.sweep.export import export
from experiments.sweep.file import Sweep
from experiments.sweep.store import open_store
from tests.cli.command import program, started
from tests.helpers.organisations import SMALL
from tests.sweep.sweeps import HABIT, TEAMS, done_here

GRID = Sweep.of(
    scenario="mtel", replications=6, hold={name: v for name, v in SMALL.items() if name not in (TEAMS, HABIT)},
    vary={TEAMS: [2, 3, 4, 5, 6], HABIT: {"low": 0.1, "high": 0.5, "levels": 5}},
    keep={"days": 3, "agents": "end", "reviews": True, "events": [1, 1]},
)  # fmt: skip
"""5 × 5 points × 6 replications of some ten milliseconds."""


def tables(store: Path, folder: Path, form: str) -> dict[str, bytes]:
    with open_store(store) as opened:
        export(opened, folder, form)
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "provenance.json"}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    done_here(GRID, folder / "s.sqlite")
    return {form: tables(folder / "s.sqlite", folder / form, form) for form in ("parquet", "csv")}


def n_done(store: Path) -> int:
    if not store.exists():
        return 0
    with open_store(store) as opened:
        return sum(opened.by_status().values())


def workers_of(process: subprocess.Popen) -> list[int]:
    """Processes that a process has started; its workers, and the one that multiprocessing keeps for itself."""
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


def killed_after(n_runs: int, whom: str, folder: Path) -> int:
    """Let a sweep commit so many more runs, kill somebody, and tell how many runs are kept."""
    store = folder / "s.sqlite"
    already = n_done(store)
    process = started("sweep", "s.toml", "--store", "s.sqlite", "--workers", "2", folder=folder)
    deadline = time.monotonic() + 120.0
    while n_done(store) < already + n_runs and process.poll() is None:
        assert time.monotonic() < deadline, "the sweep makes no headway"
        time.sleep(0.1)
    assert process.poll() is None, process.communicate()
    if whom != "parent":
        for worker in workers_of(process)[:1] if whom == "worker" else workers_of(process):
            os.kill(worker, signal.SIGKILL)
    if whom != "worker":
        process.kill()
    process.communicate(timeout=120)
    assert (process.returncode == 0) == (whom == "worker")
    return n_done(store)


@pytest.mark.slow
@pytest.mark.parametrize("whom", ["parent", "worker", "both"])
def test_a_sweep_that_was_killed_twice_and_resumed_gives_the_tables_of_an_undisturbed_one(whom, undisturbed, tmp_path):
    (tmp_path / "s.toml").write_text(GRID.toml())
    first = killed_after(20, whom, tmp_path)
    if whom != "worker":
        second = killed_after(20, whom, tmp_path)
        assert 20 <= first < second < 150
    last = program("sweep", "s.toml", "--store", "s.sqlite", folder=tmp_path)
    assert last.returncode == 0, last.stderr
    assert n_done(tmp_path / "s.sqlite") == 150
    for form, expected in undisturbed.items():
        assert tables(tmp_path / "s.sqlite", tmp_path / form, form) == expected
