"""Runs side by side in threads, given up within a moment when nobody waits for them any more."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any

from model.simulation import Watch

Job = Callable[[int, Watch], Any]


class Abandoned(Exception):
    """A run was given up because nobody waits for it any more."""


def side_by_side(
    job: Job, n_jobs: int, n_threads: int, done: Callable[[int], None] = lambda number: None
) -> list[Any]:
    """Outcomes of `job(0, watch)`, `job(1, watch)`, … in that order.

    The caller's thread only waits, so it hears an interrupt even while a compiler or the engine is at work;
    the others are then abandoned at the next call of `watch`, and die with the program at the latest.

    Parameters
    ----------
    job : called with its number and with a `watch` to hand on to `simulate`.
    n_jobs, n_threads : how many jobs there are, and how many are done at a time.
    done : called in the caller's thread after every job, with the number of jobs done.

    Raises
    ------
    The first exception that a job raises.
    """
    waiting: SimpleQueue[int] = SimpleQueue()
    finished: SimpleQueue[tuple[int, Any, BaseException | None]] = SimpleQueue()
    stop = Event()
    for k in range(n_jobs):
        waiting.put(k)

    def watch(day: int) -> None:
        if stop.is_set():
            raise Abandoned

    def work() -> None:
        while not stop.is_set():
            try:
                k = waiting.get_nowait()
            except Empty:
                return
            try:
                finished.put((k, job(k, watch), None))
            except BaseException as error:  # carried to the thread that waits, whatever it is
                finished.put((k, None, error))

    outcomes: list[Any] = [None] * n_jobs
    try:
        for _ in range(n_threads):
            Thread(target=work, daemon=True).start()
        for number in range(1, n_jobs + 1):
            k, outcome, error = finished.get()
            if error is not None:
                raise error
            outcomes[k] = outcome
            done(number)
    finally:
        stop.set()
    return outcomes
