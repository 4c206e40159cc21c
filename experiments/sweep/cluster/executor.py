"""Runs as tasks of a Dask cluster, which moves the tasks of a lost worker to another; those it gives up come back."""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING
from uuid import uuid4

from experiments.sweep.cluster import there
from experiments.sweep.errors import SweepError
from experiments.sweep.executor import Death
from experiments.sweep.keep import Limits
from experiments.sweep.outcome import Outcome
from experiments.sweep.run_spec import RunSpec

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 3
"""Specs a thread of the cluster has at a time: one in hand, and a few for when it is done."""

COUNT_EVERY = 2.0
"""Seconds after which the cluster's threads are counted again."""

BEAR_WITH = 30.0
"""Seconds for which the scheduler may fail to answer before the sweep ends."""

GOODBYE = 5.0
"""Seconds that workers have to hear that a sweep is over."""


class DaskExecutor:
    """An executor whose runs are done by the workers of a Dask cluster.

    Parameters
    ----------
    client : connected to the scheduler; whoever made it closes it.
    limits : when a run is given up, on the machine that does it.
    version : version of the model that every worker must have.
    say : told now and then what the user should know, in one sentence.
    """

    def __init__(self, client: "Client", limits: Limits, version: str, say: Callable[[str], None]) -> None:
        self._client, self._limits, self._version, self._say = client, limits, version, say
        self._session = uuid4().hex
        self._waiting: deque[RunSpec] = deque()
        self._in_hand: dict[str, tuple[Future, RunSpec]] = {}
        self._finished: SimpleQueue[Future] = SimpleQueue()
        self._n_threads, self._counted, self._told = 0, float("-inf"), False
        self._silent_since: float | None = None

    def room(self) -> int:
        """How many more specs keep the cluster's threads busy; some even before there is any."""
        return max(0, AHEAD * max(1, self._n_threads) - len(self._waiting) - len(self._in_hand))

    def submit(self, spec: RunSpec) -> None:
        """Have a run done by the next thread that has time."""
        self._waiting.append(spec)

    def collect(self, timeout: float) -> list[Outcome | Death]:
        """What the cluster has to say, waiting up to `timeout` seconds for the first word."""
        if not self._is_connected():
            time.sleep(timeout)
            return []
        from distributed.client import ClosedClientError

        batch: list[Future] = []
        try:
            self._count()
            self._hand_out()
            batch = self._batch(timeout)
            told = self._client.gather({future.key: future for future in batch}, errors="skip") if batch else {}
        except (OSError, TimeoutError, RuntimeError, CancelledError, ClosedClientError) as error:
            for future in batch:  # looked at again when the connection is back
                self._finished.put(future)
            self._bear_with(error, timeout)
            return []
        self._silent_since = None
        return self._heard(batch, told)

    def close(self) -> None:
        """Leave the cluster; its workers give up the runs in hand."""
        goodbye = Thread(target=self._leave, daemon=True)  # a worker that is gone would be waited for, for long
        goodbye.start()
        goodbye.join(GOODBYE)

    def _is_connected(self) -> bool:
        """Whether the scheduler can be talked to now; while it is looked for again nothing is in hand."""
        if self._client.status in ("closing", "closed"):
            raise SweepError(
                "The scheduler of the cluster is gone; what was committed is safe, and the same command goes on from "
                "there when the scheduler is back."
            )
        return self._client.status == "running"

    def _bear_with(self, error: Exception, seconds: float) -> None:
        """Wait after a failure to talk to the scheduler, which may be on the way back; but not for ever."""
        now = time.monotonic()
        self._silent_since = self._silent_since or now
        if now - self._silent_since > BEAR_WITH:
            what = " ".join(f"{type(error).__name__}: {error}".split())
            raise SweepError(
                f"The cluster's scheduler gives no sensible answer any more ({what}); what was committed is safe, and "
                "the same command goes on from there."
            )
        time.sleep(seconds)

    def _count(self) -> None:
        """Count the cluster's threads now and then; if there are none, say so once."""
        if time.monotonic() - self._counted < COUNT_EVERY:
            return
        self._n_threads = sum(self._client.nthreads().values())
        self._counted = time.monotonic()
        if not self._n_threads and not self._told:
            self._say("The cluster has no workers at present; the sweep waits for some.")
        self._told = not self._n_threads

    def _hand_out(self) -> None:
        """Make tasks of what waits. No two tasks have one key, so that Dask never gives an earlier answer again."""
        while self._waiting:
            spec = self._waiting[0]
            key = f"desksales-{spec.run}-{uuid4().hex}"
            future = self._client.submit(
                there.do, spec, self._limits, self._version, self._session, key=key, pure=False
            )
            self._in_hand[future.key] = future, self._waiting.popleft()
            future.add_done_callback(self._finished.put)

    def _batch(self, timeout: float) -> list["Future"]:
        """Tasks that have come to an end, waiting for the first."""
        batch: list[Future] = []
        with suppress(Empty):
            batch.append(self._finished.get(timeout=timeout))
            while True:
                batch.append(self._finished.get_nowait())
        return batch

    def _heard(self, batch: list["Future"], told: dict[str, Outcome | Death | None]) -> list[Outcome | Death]:
        """What tasks gave; those that gave nothing are looked at one by one."""
        news = []
        for future in batch:
            _, spec = self._in_hand.pop(future.key)
            word = told[future.key]
            if word is None:
                word = self._given_up(future, spec)
            if word is not None:
                news.append(word)
        return news

    def _given_up(self, future: "Future", spec: RunSpec) -> Death | None:
        """Why a task has no result: its workers died, or it was lost on the way and is made again."""
        from distributed import KilledWorker

        error = future.exception() if future.status == "error" else None
        if isinstance(error, KilledWorker):
            return Death(spec, f"{error.allowed_failures + 1} workers of the cluster that tried it")
        if isinstance(error, SweepError):
            raise error
        if error is not None:
            what = " ".join(f"{type(error).__name__}: {error}".split())
            raise SweepError(
                f"A worker of the cluster cannot do runs ({what}); install there what is installed here."
            )
        self._waiting.append(spec)
        return None

    def _leave(self) -> None:
        with suppress(Exception):  # a cluster that does not hear is left anyway
            self._client.cancel([future for future, _ in self._in_hand.values()], force=True)
            self._client.run(there.leave, self._session, on_error="ignore")
