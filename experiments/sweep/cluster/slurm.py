"""A Dask cluster of jobs of Slurm, which come with the sweep and go with it."""

import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from experiments.sweep.cluster.jobs import Jobs
from experiments.sweep.errors import SweepError

if TYPE_CHECKING:
    from dask_jobqueue import SLURMCluster

TEST_WITHIN = 60.0
"""Seconds that Slurm has to say whether it would take a job."""


@contextmanager
def jobs_of_slurm(asked: Jobs) -> Iterator[tuple["SLURMCluster", int, Callable[[], None]]]:
    """A cluster without jobs as yet, how many runs it will do side by side, and a function that sends for its jobs.

    Raises
    ------
    SweepError : if Slurm would not take such a job, in one sentence.
    """
    import dask
    import distributed  # noqa: F401 (its settings must be there before one of them is changed for a while)

    try:
        with dask.config.set({"distributed.scheduler.worker-saturation": 1.0}):  # the dead are blamed on no more runs
            cluster = _cluster_class()(scheduler_options={"dashboard_address": ":0"}, **options(asked))
    except (OSError, TypeError, ValueError) as error:
        what = str(error).splitlines()[0]
        raise SweepError(f"Slurm's jobs cannot be described ({what}); see [cluster] of the sweep file.") from None
    with cluster:
        _check(cluster.job_script())
        cores = asked.cores or dask.config.get("jobqueue.slurm.cores")
        yield cluster, asked.jobs * cores, lambda: send(cluster, asked.jobs)


def _cluster_class() -> type["SLURMCluster"]:
    """Import it, and put Ctrl-C back, which dask-jobqueue 0.9 takes for itself when it is imported."""
    before = signal.getsignal(signal.SIGINT)
    from dask_jobqueue import SLURMCluster

    signal.signal(signal.SIGINT, before)
    return SLURMCluster


def send(cluster: "SLURMCluster", jobs: int) -> None:
    """Have so many jobs, and others in the place of those that end."""
    cluster.adapt(minimum_jobs=jobs, maximum_jobs=jobs)


def options(asked: Jobs) -> dict[str, object]:
    """What is given, by the names of dask-jobqueue; each job has one Dask worker."""
    names = {"directives": "job_extra_directives", "prologue": "job_script_prologue"}
    given = {name: value for name, value in asked.model_dump(exclude={"jobs"}).items() if value not in (None, [])}
    return {"processes": 1} | {names.get(name, name): value for name, value in given.items()}


def _check(script: str) -> None:
    """Ask Slurm whether it would take the job, for a refusal later on is heard by nobody."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "job.sh"
        file.write_text(script)
        try:
            tested = subprocess.run(
                ["sbatch", "--test-only", str(file)], capture_output=True, text=True, timeout=TEST_WITHIN
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            why = "it does not answer" if isinstance(error, subprocess.TimeoutExpired) else "there is no sbatch here"
            raise SweepError(
                f"Slurm cannot be asked for jobs ({why}); start the sweep on a machine from which you submit jobs."
            ) from None
    if tested.returncode:
        said = " ".join(tested.stderr.split()).removeprefix("sbatch: error: ") or f"exit status {tested.returncode}"
        raise SweepError(f"Slurm does not take the jobs of this sweep ({said}); see [cluster] of the sweep file.")
