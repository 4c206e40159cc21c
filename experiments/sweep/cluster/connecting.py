"""Reach a Dask cluster: one that runs already, or one of jobs of a batch system."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from experiments.sweep.cluster import there
from experiments.sweep.cluster.executor import DaskExecutor
from experiments.sweep.errors import SweepError
from experiments.sweep.executor import Executor
from experiments.sweep.keep import Limits
from experiments.sweep.file import Sweep
from model.compiled import model_version

if TYPE_CHECKING:
    from distributed import Client

SLURM = "slurm"
PROTOCOLS = ("tcp://", "tls://", "ws://", "wss://", "ucx://")
ANSWER_WITHIN = 10.0
"""Seconds that a scheduler has to answer."""

TALKATIVE = ("distributed", "dask_jobqueue", "tornado", "asyncio")
"""Packages whose messages are kept back."""


class Cluster:
    """A cluster that answers.

    Attributes: `n_threads`, how many runs it does side by side, as far as that is known.
    """

    def __init__(self, client: "Client", n_threads: int, begin: Callable[[], None], say: Callable[[str], None]) -> None:
        self._client, self.n_threads, self._begin, self._say = client, n_threads, begin, say

    def executor(self, n_workers: int, limits: Limits) -> Executor:
        """The executor that `run_sweep` asks for when there is something to do."""
        self._begin()
        return DaskExecutor(self._client, limits, model_version(), self._say)


@contextmanager
def connected(where: str, sweep: Sweep, say: Callable[[str], None]) -> Iterator[Cluster]:
    """The cluster that is meant.

    Parameters
    ----------
    where : address of a running scheduler, as in `tcp://host:8786`, or `slurm`.
    sweep : its `cluster` says which jobs Slurm is asked for.
    say : told now and then what the user should know, in one sentence.

    Raises
    ------
    SweepError : if it does not answer, or cannot do the sweep's runs, in one sentence.
    """
    if where != SLURM and not where.startswith(PROTOCOLS):
        raise SweepError(
            f"--cluster is {where!r}; it must be the address of a running Dask scheduler, as in tcp://host:8786, or "
            f"{SLURM}."
        )
    _check_packages()
    with _quiet():
        if where == SLURM:
            from experiments.sweep.cluster.slurm import jobs_of_slurm

            with jobs_of_slurm(sweep.cluster) as (jobs, n_threads, begin), _client(jobs, "Slurm's jobs") as client:
                yield Cluster(client, n_threads, begin, say)
        else:
            with _client(where, where) as client:
                yield Cluster(client, _checked(client, where), lambda: None, say)


def _check_packages() -> None:
    """Refuse to begin without what the extra brings; dask_jobqueue is only looked for (see `slurm`)."""
    for package in ("distributed", "dask_jobqueue"):
        try:
            found = find_spec(package) is not None
        except ValueError:  # something else stands in its place
            found = False
        if not found:
            raise SweepError(
                f"--cluster needs a package that is not installed ({package}); the extra brings it: "
                "pip install 'desksales[cluster]'."
            )


@contextmanager
def _client(place: object, name: str) -> Iterator["Client"]:
    """A client of a scheduler; it is nobody's default, for the program may have Dask work of its own."""
    from distributed import Client

    try:
        client = Client(place, timeout=ANSWER_WITHIN, set_as_default=False)
    except (OSError, TimeoutError, ValueError, TypeError) as error:
        why = str(error).splitlines()[0] if isinstance(error, ValueError) else f"within {ANSWER_WITHIN:g} seconds"
        raise SweepError(
            f"The scheduler {name} does not answer ({why}); check the address, and start one with `dask scheduler` and "
            "workers with `dask worker`."
        ) from None
    try:
        yield client
    finally:
        client.close(timeout=ANSWER_WITHIN)


def _checked(client: "Client", where: str) -> int:
    """Number of threads that the workers have; refuse a cluster without any, or of another version of the model."""
    try:
        client.wait_for_workers(1, timeout=ANSWER_WITHIN)
    except TimeoutError:
        raise SweepError(
            f"The scheduler {where} has no workers; start some with `dask worker {where}` where DeskSales is installed."
        ) from None
    try:
        versions = client.run(there.version_here)
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        raise SweepError(
            f"A worker of {where} cannot load DeskSales ({what}); install there what is installed here."
        ) from None
    for address, version in versions.items():
        if version != model_version():
            raise SweepError(
                f"The worker {address} has version {version} of the model and here it is {model_version()}; bring its "
                "files up to date and start it anew."
            )
    return sum(client.nthreads().values())


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask's own messages back: what the user has to know is said in sentences of ours."""
    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in TALKATIVE]
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
