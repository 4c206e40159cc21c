"""What a Dask worker does for a sweep: one run at a time in each of its threads, in a process beside it.

Processes wait here for the next run instead of being started for each. The executor ends them by `leave`; when a Dask
worker dies, however it dies, its processes end with it, for their pipes close.
"""

from collections import defaultdict
from multiprocessing import current_process
from threading import Lock

from experiments.sweep.executor import Death
from experiments.sweep.keep import Limits
from experiments.sweep.local import LocalProcesses
from experiments.sweep.outcome import Outcome
from experiments.sweep.run_spec import RunSpec

PATIENCE = 0.5
"""Seconds after which a thread that waits for a run looks whether the sweep still wants it."""

Kind = tuple[float, int, str]
"""Seconds, MiB and version of the model: processes of one kind can do each other's runs."""

_idle: defaultdict[Kind, list[LocalProcesses]] = defaultdict(list)
_left: set[str] = set()
_lock = Lock()


def do(spec: RunSpec, limits: Limits, version: str, session: str) -> Outcome | Death | None:
    """Do a run; None if the sweep has been left meanwhile.

    Parameters
    ----------
    spec, limits : the run, and when it is given up.
    version : version of the model that the sweep was begun with.
    session : name of the sweep's session, which `leave` is told.

    Raises
    ------
    SweepError : if no process can do runs here, in one sentence.
    """
    kind = (limits.seconds, limits.memory_mib, version)
    process = _a_process(kind)
    try:
        process.submit(spec)
        while session not in _left:
            news = process.collect(PATIENCE)
            if news:
                with _lock:
                    _idle[kind].append(process)
                return news[0]
    except BaseException:
        process.close()
        raise
    process.close()
    return None


def leave(session: str) -> None:
    """Give up what a session still has in hand, and end the processes that wait."""
    with _lock:
        _left.add(session)
        waiting = [process for kind in _idle.values() for process in kind]
        _idle.clear()
    for process in waiting:
        process.close()


def version_here() -> str:
    """Version of the model that this machine has."""
    from model.compiled import model_version

    return model_version()


def _a_process(kind: Kind) -> LocalProcesses:
    """One that waits, or a new one."""
    me = current_process()
    if me.daemon:  # as Dask's nannies start their workers; such a process may not start others
        me.daemon = False
    with _lock:
        if _idle[kind]:
            return _idle[kind].pop()
    return LocalProcesses(1, *kind)
