"""Candidates side by side in processes, each with luck of its own, so that their number changes no result.

pyABC's own samplers for several processes seed each process from the clock, and which candidates are accepted first
depends on which process is quicker. Here candidate k of a generation draws from a stream keyed by (seed, generation,
k), and candidates are taken in the order of k. Restarted, or with another number of workers, a calibration therefore
goes the same way, on machines whose floating point agrees.
"""

import hashlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from threading import Thread
from typing import Any

import cloudpickle
import numpy as np

from experiments.sweep.worker import reuse_memory, single_threaded

Job = Callable[[], Any]


def candidate(job: Job, seed: int, generation: int, k: int) -> Any:
    """Candidate k of a generation. NumPy's global stream, from which pyABC draws, is set for it and then put back."""
    before = np.random.get_state()
    try:
        np.random.seed(np.random.SeedSequence([seed, generation, k]).generate_state(4))
        return job()
    finally:
        np.random.set_state(before)


class InThisProcess(Executor):
    """An executor that does everything at once where it is asked, for one worker."""

    def submit(self, function, /, *arguments, **named):
        """Do it now; the future is done."""
        future: Future = Future()
        try:
            future.set_result(function(*arguments, **named))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def executor(n_workers: int) -> Iterator[Executor]:
    """Processes that load the engine once and stay; with one worker this process does the work."""
    if n_workers == 1:
        yield InThisProcess()
        return
    spawn = multiprocessing.get_context("spawn")  # no locks, threads or open databases of this process are inherited
    with single_threaded(), ProcessPoolExecutor(n_workers, spawn, _begin) as processes:
        yield processes


def _begin() -> None:
    """Set a worker up: its parent hears Ctrl-C, and freed memory is kept for the next year.

    Without its parent it ends at once, whatever it is doing.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    reuse_memory()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def packed(job: Job) -> tuple[str, bytes]:
    """A job as bytes that can be sent to a worker again and again, with their hash."""
    content = cloudpickle.dumps(job)
    return hashlib.sha256(content).hexdigest(), content


_unpacked: dict[str, Job] = {}


def unpacked(key: str, content: bytes) -> Job:
    """The job, read once per worker and generation."""
    if key not in _unpacked:
        _unpacked.clear()
        _unpacked[key] = cloudpickle.loads(content)
    return _unpacked[key]


def sent_candidate(key: str, content: bytes, seed: int, generation: int, k: int) -> Any:
    """`candidate` in a worker."""
    return candidate(unpacked(key, content), seed, generation, k)


@cache
def ahead(n_workers: int) -> int:
    """Candidates that may be in hand beside the one that is waited for."""
    return 4 * n_workers if n_workers > 1 else 1
