"""A sweep on a Dask cluster of this machine: the same bytes as without, whoever is killed on the way."""

import re
import shutil
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from experiments.sweep.cluster import connecting
from experiments.sweep.cluster import executor as dask_executor
from experiments.sweep.cluster.connecting import connected
from experiments.sweep.errors import SweepError
from experiments.sweep.run import run_sweep
from model.compiled import model_version
from tests.cli.command import ROOT, environment, refusal, started
from tests.faults import deadly
from tests.faults.loopback import killed, loopback, processes_of
from tests.sweep.sweeps import TEAMS, done_here, rows, small_sweep
from tests.faults.disturbed import n_done, wait_until
from tests.sweep.test_local import FULL_YEAR, exported

distributed = pytest.importorskip("distributed")

ALONE, WATCHED = ("--no-nanny",), ("--nanny",)

def asked(**given):
    return small_sweep(**{"replications": 12, "keep": {"days": 1, "agents": "end", "reviews": True}} | given)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    done_here(asked(), folder / "sweep.sqlite")
    return exported(folder / "sweep.sqlite", folder / "tables")


def swept(cluster, path, sweep=None, tell=lambda progress: None, say=lambda sentence: None):
    """Run a sweep on a cluster."""
    sweep = sweep or asked()
    with connected(cluster.address, sweep, say) as reached:
        return run_sweep(sweep, path, reached.n_threads, tell=tell, executors=reached.executor)


def once(n_done, deed):
    """Something to tell progress to, which does a deed when so many runs are done."""
    due = [deed]

    def tell(progress) -> None:
        if progress.done >= n_done and due:
            due.pop()()

    return tell


def test_a_cluster_that_loses_a_worker_in_the_midst_of_a_sweep_gives_the_same_bytes(undisturbed, tmp_path):
    with loopback(tmp_path, ALONE, WATCHED) as cluster:
        progress = swept(cluster, tmp_path / "s.sqlite", tell=once(6, cluster.workers[0].kill))
        assert cluster.workers[0].wait(10) == -signal.SIGKILL
        again = swept(cluster, tmp_path / "s.sqlite")
    assert (progress.done, progress.failures, again.done) == (24, 0, 0)
    assert exported(tmp_path / "s.sqlite", tmp_path / "tables") == undisturbed


def test_a_process_that_is_killed_beside_its_dask_worker_is_counted_and_its_run_done_again(undisturbed, tmp_path):
    counted = []
    with loopback(tmp_path, WATCHED) as cluster:

        def kill() -> None:
            killed(*processes_of(cluster.workers[0]))
            counted.append(True)

        progress = swept(cluster, tmp_path / "s.sqlite", tell=once(6, kill))
        wait_until(lambda: not processes_of(cluster.workers[0]), cluster.workers[0])  # the sweep is over
    assert counted and (progress.done, progress.failures) == (24, 0)
    assert exported(tmp_path / "s.sqlite", tmp_path / "tables") == undisturbed


@pytest.mark.slow
def test_a_run_that_kills_dask_workers_is_set_aside_and_the_others_are_done(tmp_path, monkeypatch):
    monkeypatch.setattr(dask_executor, "there", deadly)
    monkeypatch.setattr(deadly, "leave", lambda session: None, raising=False)
    sweep = asked(vary={TEAMS: [2]}, replications=5, limits={"deaths": 1})
    with loopback(tmp_path, WATCHED, WATCHED) as cluster:
        swept(cluster, tmp_path / "s.sqlite", sweep)
    assert [run.status for run in rows(tmp_path / "s.sqlite")] == ["done", "done", "killed", "done", "done"]
    (reason,) = (run.reason for run in rows(tmp_path / "s.sqlite") if run.reason)
    assert reason == "its worker died once during the run, last of 2 workers of the cluster that tried it"


@pytest.mark.slow
def test_a_scheduler_that_goes_ends_the_sweep_with_a_sentence_and_another_takes_it_up(
    undisturbed, tmp_path, monkeypatch
):
    monkeypatch.setattr(connecting, "ANSWER_WITHIN", 5.0)
    gone = "The scheduler of the cluster is gone; what was committed is safe"
    with loopback(tmp_path, ALONE) as cluster, pytest.raises(SweepError, match=gone):
        swept(cluster, tmp_path / "s.sqlite", tell=once(6, cluster.scheduler.kill))
    assert 6 <= n_done(tmp_path / "s.sqlite") < 24
    (tmp_path / "again").mkdir()
    with loopback(tmp_path / "again", ALONE) as cluster:
        swept(cluster, tmp_path / "s.sqlite")
    assert exported(tmp_path / "s.sqlite", tmp_path / "tables") == undisturbed


@pytest.mark.slow
def test_a_parent_that_is_killed_leaves_a_cluster_that_the_next_sweep_can_use(undisturbed, tmp_path):
    (tmp_path / "s.toml").write_text(asked().toml())
    with loopback(tmp_path, ALONE, ALONE) as cluster:
        command = ("sweep", "s.toml", "--store", "s.sqlite", "--cluster", cluster.address)
        process = started(*command, folder=tmp_path)
        wait_until(lambda: n_done(tmp_path / "s.sqlite") > 0, process)
        process.kill()
        process.communicate()
        swept(cluster, tmp_path / "s.sqlite")
    assert exported(tmp_path / "s.sqlite", tmp_path / "tables") == undisturbed


@pytest.mark.slow
def test_tasks_that_somebody_cancels_by_restarting_the_cluster_are_made_again(undisturbed, tmp_path):
    with loopback(tmp_path, WATCHED) as cluster:

        def restart() -> None:
            with distributed.Client(cluster.address, set_as_default=False) as other:
                other.restart()

        progress = swept(cluster, tmp_path / "s.sqlite", tell=once(6, restart))
    assert (progress.done, progress.failures) == (24, 0)
    assert exported(tmp_path / "s.sqlite", tmp_path / "tables") == undisturbed


@pytest.mark.slow
def test_ctrl_c_says_how_to_go_on_and_leaves_no_run_at_work_on_the_cluster(tmp_path):
    hold = {name: value for name, value in small_sweep().hold.items() if name not in FULL_YEAR}
    of_each_length = {"short": {**FULL_YEAR, "run.days": 5}, "long": FULL_YEAR}
    sweep = small_sweep(hold=hold, vary={}, replications=1, alternatives=of_each_length)
    (tmp_path / "s.toml").write_text(sweep.toml())
    with loopback(tmp_path, WATCHED) as cluster:
        process = started("sweep", "s.toml", "--store", "s.sqlite", "--cluster", cluster.address, folder=tmp_path)
        wait_until(lambda: n_done(tmp_path / "s.sqlite") == 1, process)
        assert len(processes_of(cluster.workers[0])) == 1
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=30)
        assert (process.returncode, out) == (130, "") and "Traceback" not in said
        assert "1 runs of this session are kept in s.sqlite, 1 are left" in said
        wait_until(lambda: not processes_of(cluster.workers[0]), cluster.workers[0])


def test_a_worker_with_another_version_of_the_model_is_refused_and_nothing_written(tmp_path, monkeypatch):
    other = tmp_path / "other"
    for part in ("model", "experiments", "figures"):
        shutil.copytree(ROOT / part, other / part, ignore=shutil.ignore_patterns("__pycache__", "*.png", "*.svg"))
    with (other / "model" / "luck.py").open("a") as file:
        file.write("# something else\n")
    with loopback(tmp_path, ALONE, PYTHONPATH=str(other)) as cluster:
        said = rf"worker tcp://127.0.0.1:\d+ has version [0-9a-f]{{16}} of the model and here it is {model_version()}"
        with pytest.raises(SweepError, match=said):
            swept(cluster, tmp_path / "s.sqlite")
    assert not (tmp_path / "s.sqlite").exists()


@pytest.fixture
def sweep_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(connecting, "ANSWER_WITHIN", 1.0)
    (tmp_path / "s.toml").write_text(asked().toml())
    return tmp_path


def test_a_scheduler_that_does_not_answer_is_told_in_time_and_the_store_left_alone(sweep_file, capsys):
    begun = time.monotonic()
    said = refusal(capsys, "sweep", "s.toml", "--cluster", "tcp://127.0.0.1:9")
    assert said.startswith("The scheduler tcp://127.0.0.1:9 does not answer (within 1 seconds); check the address")
    assert time.monotonic() - begun < 30.0
    assert [file.name for file in sweep_file.iterdir()] == ["s.toml"]


def test_a_scheduler_without_workers_is_told(sweep_file, capsys):
    (sweep_file / "logs").mkdir()
    with loopback(sweep_file / "logs") as cluster:
        said = refusal(capsys, "sweep", "s.toml", "--cluster", cluster.address)
    assert re.match(rf"The scheduler {cluster.address} has no workers; start some with `dask worker", said)
    assert not (sweep_file / "results").exists()


def test_an_address_that_is_none_and_workers_of_ones_own_are_refused(sweep_file, capsys):
    assert "--cluster is 'my-cluster'; it must be the address" in refusal(
        capsys, "sweep", "s.toml", "--cluster", "my-cluster"
    )
    assert "--workers is for this machine" in refusal(
        capsys, "sweep", "s.toml", "--cluster", "tcp://127.0.0.1:9", "--workers", "2"
    )
    assert not (sweep_file / "results").exists()


def test_packages_that_are_not_installed_are_named_with_what_brings_them(sweep_file, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = refusal(capsys, "sweep", "s.toml", "--cluster", "tcp://127.0.0.1:9")
    assert "needs a package that is not installed (distributed); the extra brings it: pip install 'desksales" in said


JOBS = {"cores": 1, "memory": "1 GiB", "queue": "nights", "interface": "lo"}
NO_SBATCH = "Slurm cannot be asked for jobs (there is no sbatch here); start the sweep on a machine from which"
NO_QUEUE = "Slurm does not take the jobs of this sweep (invalid partition specified: nights); see [cluster] of"


@pytest.mark.parametrize("sbatch, said", [("", NO_SBATCH), ("#!/bin/sh\ngrep -q nights $2 && echo "
    "'sbatch: error: invalid partition specified: nights' >&2; exit 1", NO_QUEUE)], ids=["none", "refuses"])
def test_slurm_that_is_not_there_or_does_not_want_the_jobs_is_told(sbatch, said, sweep_file, capsys, monkeypatch):
    (sweep_file / "bin").mkdir()
    if sbatch:
        (sweep_file / "bin" / "sbatch").write_text(sbatch)
        (sweep_file / "bin" / "sbatch").chmod(0o755)
    monkeypatch.setenv("PATH", f"{sweep_file}/bin" + (":/usr/bin:/bin" if sbatch else ""))
    (sweep_file / "s.toml").write_text(asked(cluster=JOBS).toml())
    assert said in refusal(capsys, "sweep", "s.toml", "--cluster", "slurm")
    assert not (sweep_file / "results").exists()


def test_a_program_that_begins_with_slurm_reaches_its_scheduler_and_hears_ctrl_c(sweep_file):
    (sweep_file / "sbatch").write_text("#!/bin/sh\nexit 0\n")
    (sweep_file / "sbatch").chmod(0o755)
    (sweep_file / "s.toml").write_text(asked(cluster=JOBS | {"jobs": 3, "cores": 2}).toml())
    code = """
        import signal
        from pathlib import Path
        from experiments.sweep.cluster.connecting import connected
        from experiments.sweep.file import Sweep
        with connected("slurm", Sweep.read(Path("s.toml")), print) as reached:
            print(reached.n_threads, signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    """
    command = [sys.executable, "-c", textwrap.dedent(code)]
    path = environment(PATH=f"{sweep_file}:/usr/bin:/bin")
    done = subprocess.run(
        command, env=path, cwd=sweep_file, text=True, capture_output=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # also where the caller hears none
    )  # fmt: skip
    assert done.stdout == "6 True\n", done.stderr


def test_jobs_without_cores_are_refused_with_where_to_say_them(sweep_file, capsys):
    said = refusal(capsys, "sweep", "s.toml", "--cluster", "slurm")
    assert said.startswith("Slurm's jobs cannot be described") and "[cluster] of the sweep file" in said


def test_an_option_of_jobs_that_does_not_exist_is_refused():
    with pytest.raises(SweepError, match=r"\[cluster\] has no 'core'.*cores"):
        asked(cluster={"core": 4})
