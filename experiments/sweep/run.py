"""Run a sweep: what the store lacks goes to the workers, and what comes back is committed, run by run."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from experiments.sweep.executor import Death, Executor
from experiments.sweep.file import Sweep
from experiments.sweep.keep import Limits
from experiments.sweep.local import LocalProcesses
from experiments.sweep.outcome import FAILURES, KILLED, Outcome
from experiments.sweep.provenance import now, provenance
from experiments.sweep.store import WritableStore, open_for_writing
from experiments.sweep.store.place import file_system, is_network

PATIENCE = 0.5
"""Seconds to wait for news before the progress is shown again."""


@dataclass
class Progress:
    """How far a sweep is.

    Attributes
    ----------
    planned : runs of the design. `different` : of these, those that are not the same as another; cells with equal
        parameters share their runs.
    to_do : runs that were missing when this session began.
    done : outcomes committed since. `failures` : of these, those without measures.
    message : something to tell, once; usually empty.
    """

    planned: int = 0
    to_do: int = 0
    done: int = 0
    failures: int = 0
    message: str = ""
    different: int = 0


Tell = Callable[[Progress], None]
Executors = Callable[[int, Limits], Executor]
"""From a number of workers and the limits of a run to an executor."""


def local_processes(n_workers: int, limits: Limits) -> Executor:
    """The executor that is used unless another is given."""
    return LocalProcesses(n_workers, limits.seconds, limits.memory_mib)


def run_sweep(
    sweep: Sweep,
    path: Path,
    workers: int | None = None,
    retry: bool = False,
    tell: Tell = lambda progress: None,
    executors: Executors = local_processes,
) -> Progress:
    """Do the runs of a sweep that its store lacks.

    Workers are processes that import the program which calls this, so a script calls it below
    `if __name__ == "__main__":`.

    Parameters
    ----------
    sweep : what is asked for; it becomes the present design of the store.
    path : the store, made if there is none.
    workers : runs side by side; one a core if None. On this machine fewer if memory does not suffice. Changes no byte
        of the results.
    retry : also do again what failed before; runs whose workers were killed are done again in any case.
    tell : shown the progress, in this thread, after every commit and now and then.
    executors : makes whoever does the runs.

    Returns
    -------
    Progress, when nothing is missing any more.

    Raises
    ------
    SweepError : for a store that cannot be used, in one sentence; what was committed stays.
    KeyboardInterrupt : passed on; what was committed stays, the runs in hand are abandoned.

    Examples
    --------
    >>> queue = Sweep.of(scenario="textbook_queue", vary={"agents": [11, 12]}, replications=2, days=1)
    >>> run_sweep(queue, tmp / "queue.sqlite").done  # doctest: +SKIP
    4
    """
    from experiments.replicate import COMPILING, cores
    from model.compiled import is_cached, model_version
    from model.simulation import runs_that_fit

    workers = workers or cores()
    if executors is local_processes:  # what other machines have is not known here
        workers = min(workers, runs_that_fit(sweep.base, log=sweep.keep.events is not None))
    with open_for_writing(path) as store:
        store.plan(sweep, model_version(), lambda n: tell(Progress(message=f"{n:,} runs planned …")))
        progress = Progress(store.n_planned, store.n_missing(retry), different=store.n_different)
        for message in _announcements(store, model_version()):
            progress.message = message
            tell(progress)
        progress.message = "" if is_cached() or not progress.to_do else COMPILING
        tell(progress)
        progress.message = ""
        if progress.to_do:
            with (
                _session(store, workers) as session,
                closing(executors(min(workers, progress.to_do), sweep.limits)) as executor,
            ):
                for outcome in _outcomes(store, executor, sweep.limits, retry, lambda: tell(progress)):
                    store.commit(outcome, session)
                    progress.done += 1
                    progress.failures += outcome.status in FAILURES
                    tell(progress)
    return progress


@contextmanager
def _session(store: WritableStore, workers: int) -> Iterator[int]:
    """Note in the store who works on it, from when until when; if the program is killed the end stays open."""
    session = store.begin_session(now(), workers, provenance())
    try:
        yield session
    finally:
        store.end_session(session, now())


def _outcomes(
    store: WritableStore, executor: Executor, limits: Limits, retry: bool, waiting: Callable[[], None]
) -> Iterator[Outcome]:
    """Outcomes of all that is missing, as they come; a run that kills its workers again and again is one too."""
    specs, in_hand = store.missing(retry), 0
    while True:
        while executor.room() > 0 and (spec := next(specs, None)) is not None:
            executor.submit(spec)
            in_hand += 1
        if in_hand == 0:
            return
        news = executor.collect(PATIENCE)
        if not news:
            waiting()
        for word in news:
            outcome = _after_death(store, executor, limits, word) if isinstance(word, Death) else word
            if outcome is not None:
                in_hand -= 1
                yield outcome


def _after_death(store: WritableStore, executor: Executor, limits: Limits, death: Death) -> Outcome | None:
    """Try a run once more after the death of its worker, or set it aside if that happened too often."""
    deaths = store.count_death(death.spec.run)
    if deaths < limits.deaths:
        executor.submit(death.spec)
        return None
    times = "once" if deaths == 1 else f"{deaths} times"
    return Outcome(death.spec.run, KILLED, f"its worker died {times} during the run, last of {death.how}")


def _announcements(store: WritableStore, model_version: str) -> Iterator[str]:
    """What is to be known of a store before it is added to."""
    if store.salvaged:
        yield store.salvaged
    stale = sum(store.stale(model_version).values())
    if stale:
        yield f"The model has changed: {stale:,} stored runs of earlier versions are stale and are not used."
    if is_network(store.path):
        yield (
            f"The store {str(store.path)!r} is on a network file system ({file_system(store.path)}): commits are "
            "slower there, and safe only if its locks work. A local disk is better."
        )
