"""Runs in processes of this machine. Each worker has a pipe of its own and shares nothing with the others.

Pools whose workers share one queue under a lock (`concurrent.futures`, pebble) stop or stall when a worker is killed
while it holds the lock; here a killed worker closes its own pipe, costs its own run, and is replaced.
"""

import multiprocessing
import platform
import time
from collections import deque
from contextlib import suppress
from multiprocessing.connection import wait

from experiments.sweep.errors import SweepError
from experiments.sweep.executor import Death
from experiments.sweep.outcome import OVER_TIME, Outcome
from experiments.sweep.run_spec import RunSpec
from experiments.sweep.worker import single_threaded, work
from model.compiled import model_version

AHEAD = 3
"""Specs a worker has at a time: the one in hand, and a few so that it need not wait while its parent commits."""

STOPPED = 5.0
"""Seconds without a look at the workers, beyond those of waiting for them, after which this process was stopped."""

MOST_STILLBORN = 3
"""Workers in a row that may die before they are ready."""


class Worker:
    """A process with its pipe and the specs it has, the one in hand first."""

    def __init__(self, memory_mib: int) -> None:
        spawn = multiprocessing.get_context("spawn")  # no locks or open files of this process are inherited
        self.pipe, theirs = spawn.Pipe()
        self.process = spawn.Process(target=work, args=(theirs, memory_mib), daemon=True)
        try:
            with single_threaded():
                self.process.start()
        except OSError as error:
            raise SweepError(
                f"No worker process can be started ({error.strerror or error}); free some memory or processes, or "
                "choose fewer --workers."
            ) from None
        theirs.close()
        self.ready = False
        self.specs: deque[RunSpec] = deque()
        self.since = time.monotonic()

    def give(self, spec: RunSpec) -> None:
        """Have it do a run after those it has; a worker found dead says so by its pipe, when that is read."""
        if not self.specs:
            self.since = time.monotonic()
        self.specs.append(spec)
        with suppress(OSError):
            self.pipe.send(spec)

    def kill(self) -> None:
        """End it at once, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.pipe.close()

    @property
    def ending(self) -> str:
        """How a dead worker died."""
        code = self.process.exitcode
        return f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"


class LocalProcesses:
    """An executor of worker processes on this machine.

    Parameters
    ----------
    n_workers : how many.
    seconds : wall time after which a run is given up and its worker replaced.
    memory_mib : memory that a run may take beyond what its worker needs anyway.
    version : version of the model that every worker must have, whose sources may change while a sweep goes on; the one
        that this process has if None.
    """

    def __init__(self, n_workers: int, seconds: float, memory_mib: int, version: str | None = None) -> None:
        self.n_workers, self.seconds, self.memory_mib = n_workers, seconds, memory_mib
        self.version = version or model_version()
        self._workers: list[Worker] = []
        self._waiting: deque[RunSpec] = deque()
        self._stillborn = 0
        self._looked = time.monotonic()

    def room(self) -> int:
        """How many more specs keep the workers busy."""
        return max(0, AHEAD * self.n_workers - len(self._waiting) - sum(len(w.specs) for w in self._workers))

    def submit(self, spec: RunSpec) -> None:
        """Have a run done by the next worker that has time."""
        self._waiting.append(spec)

    def collect(self, timeout: float) -> list[Outcome | Death]:
        """What the workers have to say, waiting up to `timeout` seconds for the first word."""
        self._forgive(STOPPED)
        self._hire()
        self._hand_out()
        news: list[Outcome | Death] = []
        patience = max(0.0, min([timeout, *(self._left(w) for w in self._workers)]))
        heard = wait([worker.pipe for worker in self._workers], patience)
        self._forgive(STOPPED + patience)
        for pipe in heard:
            worker = next(w for w in self._workers if w.pipe is pipe)
            news += self._hear(worker)
        for worker in [w for w in self._workers if self._left(w) <= 0.0]:
            news += self._over_time(worker)
        self._hand_out()
        return news

    def close(self) -> None:
        """Kill all workers; the runs in hand are abandoned."""
        for worker in self._workers:
            worker.kill()
        self._workers.clear()

    def _hire(self) -> None:
        """Replace workers that are gone. Until the first is ready it stays alone: it may have to compile."""
        proven = any(worker.ready for worker in self._workers)
        while len(self._workers) < (self.n_workers if proven else 1):
            self._workers.append(Worker(self.memory_mib))

    def _hand_out(self) -> None:
        """Give what waits to the workers that have least."""
        ready = [worker for worker in self._workers if worker.ready]
        while self._waiting and ready:
            least = min(ready, key=lambda worker: len(worker.specs))
            if len(least.specs) >= AHEAD:
                return
            least.give(self._waiting.popleft())

    def _forgive(self, longest: float) -> None:
        """Take from the time of all runs in hand a stretch in which this process itself was stopped, for then they were
        stopped, too: the machine slept, or somebody halted the sweep."""
        now, before = time.monotonic(), self._looked
        if now - before > longest:
            for worker in self._workers:
                worker.since += now - before
        self._looked = now

    def _left(self, worker: Worker) -> float:
        """Seconds that the run in hand still has."""
        return self.seconds - (time.monotonic() - worker.since) if worker.specs else float("inf")

    def _hear(self, worker: Worker) -> list[Outcome | Death]:
        """What a worker says, or that it is dead."""
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            return self._dead(worker)
        if not worker.ready:
            self._check_version(message)
            worker.ready, self._stillborn = True, 0
            return []
        worker.specs.popleft()
        worker.since = time.monotonic()
        return [message]

    def _check_version(self, version: str) -> None:
        """Refuse a worker whose runs would not be those of the sweep."""
        if version != self.version:
            raise SweepError(
                f"A worker on {platform.node()} has version {version} of the model and the sweep was begun with "
                f"{self.version}; see that the files of the model are the same there and stay so, and give the same "
                "command again."
            )

    def _dead(self, worker: Worker) -> list[Outcome | Death]:
        """Let a dead worker go; the run that it had in hand is told, the others wait for another worker."""
        self._dismiss(worker)
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= MOST_STILLBORN:
                raise SweepError(
                    f"{self._stillborn} workers in a row ended before they could begin ({worker.ending}); see whether "
                    "`desksales run mtel --replications 1` works here; a script of your own must begin the sweep below "
                    "`if __name__ == '__main__':`, because workers import it."
                )
        if not worker.specs:
            return []
        spec = worker.specs.popleft()
        self._waiting.extendleft(reversed(worker.specs))
        return [Death(spec, worker.ending)]

    def _over_time(self, worker: Worker) -> list[Outcome | Death]:
        """Give up the run in hand, and its worker, for compiled code hears nothing."""
        self._dismiss(worker)
        spec = worker.specs.popleft()
        self._waiting.extendleft(reversed(worker.specs))
        return [Outcome(spec.run, OVER_TIME, f"the run took longer than {self.seconds:g} seconds", self.seconds)]

    def _dismiss(self, worker: Worker) -> None:
        worker.kill()
        self._workers.remove(worker)
