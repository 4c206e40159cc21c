"""Worker processes: what each death, delay and excess costs, and that nothing else is lost."""

import multiprocessing
import os
import platform
import signal
import subprocess
import sys
import textwrap
import time
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from experiments.sweep.errors import SweepError
from experiments.sweep.export import export
from experiments.sweep.file import Sweep
from experiments.sweep.keep import Limits
from experiments.sweep.local import LocalProcesses, Worker
from experiments.sweep.run import run_sweep
from experiments.sweep.store import open_for_writing, open_store
from experiments.sweep.worker import single_threaded
from model.compiled import model_version
from tests.cli.command import environment
from tests.sweep.sweeps import TEAMS, done_here, rows, small_sweep

FULL_YEAR = {"people.accounts": 400, "run.days": 2000}
"""A run of some seconds."""


def exported(path, folder) -> dict[str, bytes]:
    """The tables of a store as an export writes them."""
    with open_store(path) as store:
        export(store, folder)
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix == ".parquet"}


def asked(**given):
    return small_sweep(**{"replications": 6, "keep": {"days": 1, "agents": "end", "reviews": True}} | given)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    done_here(asked(), folder / "sweep.sqlite")
    return exported(folder / "sweep.sqlite", folder / "tables")


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_the_number_of_workers_changes_no_byte_of_the_tables(workers, undisturbed, tmp_path):
    progress = run_sweep(asked(), tmp_path / "sweep.sqlite", workers=workers)
    assert (progress.done, progress.failures) == (12, 0)
    assert exported(tmp_path / "sweep.sqlite", tmp_path / "tables") == undisturbed


def kill_a_worker() -> None:
    os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)


def test_a_killed_worker_is_replaced_and_its_run_done_again(undisturbed, tmp_path):
    killed = []

    def tell(progress) -> None:
        if progress.done in (2, 6) and progress.done not in killed:
            killed.append(progress.done)
            kill_a_worker()

    progress = run_sweep(asked(), tmp_path / "sweep.sqlite", workers=2, tell=tell)
    assert killed == [2, 6] and (progress.done, progress.failures) == (12, 0)
    assert exported(tmp_path / "sweep.sqlite", tmp_path / "tables") == undisturbed


class Deadly(LocalProcesses):
    """Workers one of which is killed whenever the run in hand is that of one seed."""

    seed = 3

    def _hand_out(self):
        super()._hand_out()
        for worker in self._workers:
            if worker.specs and worker.specs[0].seed == self.seed:
                worker.process.kill()


def halt_before_the_run_of_seed_3(monkeypatch) -> None:
    """A worker that is halted when it is given the run is never done before it is killed."""
    usual = Worker.give

    def give(worker, spec):
        if spec.seed == Deadly.seed:
            os.kill(worker.process.pid, signal.SIGSTOP)
        usual(worker, spec)

    monkeypatch.setattr(Worker, "give", give)
    monkeypatch.setattr("experiments.sweep.local.AHEAD", 1)  # a worker that is halted has no other run in hand


def test_a_run_that_kills_its_workers_is_set_aside_after_so_many_deaths_and_the_others_are_done(tmp_path, monkeypatch):
    path, sweep = tmp_path / "sweep.sqlite", asked(vary={TEAMS: [2]}, limits={"deaths": 3})
    with monkeypatch.context() as halting:
        halt_before_the_run_of_seed_3(halting)
        run_sweep(sweep, path, workers=2, executors=lambda n, limits: Deadly(n, limits.seconds, limits.memory_mib))
    assert [run.status for run in rows(path)] == ["done", "done", "killed", "done", "done", "done"]
    assert rows(path)[2].reason == "its worker died 3 times during the run, last of signal 9"
    assert run_sweep(sweep, path, workers=1).done == 1  # the next session tries it again, and nobody kills its worker
    assert [run.status for run in rows(path)] == ["done"] * 6


def test_a_run_that_takes_too_long_is_given_up_and_the_others_are_done(tmp_path):
    slow = {"quick": {}, "slow": FULL_YEAR}
    hold = {name: value for name, value in small_sweep().hold.items() if name not in FULL_YEAR}
    sweep = asked(hold=hold, vary={}, alternatives=slow | {"quick": {"run.days": 5}}, replications=1,
                  limits={"seconds": 1.0})  # fmt: skip
    started = time.monotonic()
    progress = run_sweep(sweep, tmp_path / "sweep.sqlite", workers=1)
    assert progress.failures == 1
    assert [(run.status, run.reason) for run in rows(tmp_path / "sweep.sqlite")] == [
        ("done", ""), ("over time", "the run took longer than 1 seconds"),
    ]  # fmt: skip
    assert time.monotonic() - started < 120.0


def test_time_in_which_the_sweep_itself_was_stopped_is_no_time_of_its_runs(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("experiments.sweep.local.time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr("experiments.sweep.local.wait", lambda pipes, timeout: [])
    hands = LocalProcesses(1, seconds=10.0, memory_mib=64)
    specs = deque([SimpleNamespace(run="a run")])
    worker = SimpleNamespace(specs=specs, since=100.0, ready=True, pipe=None, kill=lambda: None)
    hands._workers.append(worker)
    now[0] = 104.0
    assert hands.collect(0.0) == [] and hands._left(worker) == 6.0
    now[0] = 3700.0  # an hour of sleep
    assert hands.collect(0.0) == [] and hands._left(worker) == 6.0
    now[0] = 3704.0
    assert hands.collect(0.0) == []
    now[0] = 3707.0
    (outcome,) = hands.collect(0.0)
    assert outcome.status == "over time"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone counts a process's private memory")
def test_a_run_that_asks_for_too_much_memory_is_given_up_and_the_others_are_done(tmp_path):
    hold = {name: value for name, value in small_sweep().hold.items() if name not in FULL_YEAR}
    sweep = asked(hold=hold, vary={}, alternatives={"large": FULL_YEAR | {"run.days": 4000}, "small": {"run.days": 5}},
                  replications=1, limits={"memory_mib": 64})  # fmt: skip
    run_sweep(sweep, tmp_path / "sweep.sqlite", workers=1)
    assert [run.status for run in rows(tmp_path / "sweep.sqlite")] == ["over memory", "done"]


def test_workers_that_cannot_begin_end_the_sweep_with_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("experiments.sweep.local.work", os._exit)  # called with arguments that it does not take
    with pytest.raises(SweepError, match="3 workers in a row ended before they could begin"):
        run_sweep(asked(), tmp_path / "sweep.sqlite", workers=2)
    assert {run.status for run in rows(tmp_path / "sweep.sqlite")} == {"missing"}


def test_a_worker_that_finds_other_sources_of_the_model_than_the_sweep_began_with_does_no_run(tmp_path):
    executors = lambda n, limits: LocalProcesses(n, limits.seconds, limits.memory_mib, "0" * 16)  # noqa: E731
    with pytest.raises(SweepError, match=f"has version {model_version()} of the model and the sweep was begun with 00"):
        run_sweep(asked(), tmp_path / "sweep.sqlite", workers=2, executors=executors)
    assert {run.status for run in rows(tmp_path / "sweep.sqlite")} == {"missing"}


def test_queues_are_short_however_large_the_sweep():
    executor = LocalProcesses(2, Limits().seconds, Limits().memory_mib)
    submitted = 0
    while executor.room() > 0:
        executor.submit(None)
        submitted += 1
    assert submitted == 6


def test_a_worker_loads_the_engine_and_nothing_that_sweeps_can_do_without():
    code = """
        import sys
        import experiments.sweep.one_run, experiments.sweep.worker
        heavy = ("mesa", "pandas", "matplotlib", "seaborn", "networkx", "pyarrow", "duckdb", "SALib", "rich", "typer")
        print([name for name in heavy if name in sys.modules])
    """
    command = [sys.executable, "-c", textwrap.dedent(code)]
    done = subprocess.run(command, env=environment(), text=True, capture_output=True)
    assert done.stdout == "[]\n", done.stderr


@pytest.mark.slow
def test_workers_end_soon_after_their_parent_was_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(
        "import multiprocessing, os, signal\n"
        "from experiments.sweep.local import LocalProcesses\n"
        "if __name__ == '__main__':\n"
        "    local = LocalProcesses(2, 60.0, 1024)\n"
        "    while not all(w.ready for w in local._workers) or len(local._workers) < 2:\n"
        "        local.collect(0.1)\n"
        "    print(*(w.process.pid for w in local._workers), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, str(script)], env=environment(), text=True, capture_output=True)
    pids = [int(pid) for pid in done.stdout.split()]
    assert len(pids) == 2, done.stderr
    deadline = time.monotonic() + 20.0
    while any(alive(pid) for pid in pids):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_worker_takes_specs_while_nobody_listens_to_it(tmp_path):
    with open_for_writing(tmp_path / "s.sqlite") as store:
        store.plan(asked(), "v")
        spec = next(store.missing())
    worker = Worker(1024)
    try:
        for _ in range(300):  # two megabytes, several times what a pipe holds: it would wait here for ever
            worker.give(spec)
        told = [worker.pipe.recv() for _ in range(301)]
    finally:
        worker.kill()
    assert told[0] == model_version() and {outcome.run for outcome in told[1:]} == {spec.run}


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps freed memory as it likes")
def test_a_worker_does_not_ask_the_system_for_the_same_memory_in_every_run(tmp_path):
    with open_for_writing(tmp_path / "s.sqlite") as store:
        store.plan(Sweep.of(scenario="mtel", vary={"run.days": [110]}, replications=12), "v")
        specs = list(store.missing())
    worker, faults = Worker(1024), []
    try:
        worker.pipe.recv()
        for spec in specs:
            worker.give(spec)
            assert worker.pipe.recv().status == "done"
            faults.append(int(Path(f"/proc/{worker.process.pid}/stat").read_text().rpartition(")")[2].split()[7]))
    finally:
        worker.kill()
    assert (faults[-1] - faults[3]) / 8 < 256  # pages a run, one MiB; some 1,500 if they were given back each time


def test_a_worker_does_its_linear_algebra_in_one_thread(monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    with single_threaded(), ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as processes:
        assert processes.submit(os.getenv, "OPENBLAS_NUM_THREADS").result() == "1"
    assert "OPENBLAS_NUM_THREADS" not in os.environ
