"""A Dask cluster of this machine, whose scheduler and workers are programs of their own that can be killed."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from tests.cli.command import environment

CONFIGURED = {
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    "DASK_DISTRIBUTED__SCHEDULER__WORKER_SATURATION": "1.0",  # a lost worker then is blamed on the run in hand alone
}


class Loopback:
    """A scheduler and what workers it has been given.

    Attributes: `scheduler` and `workers`, processes; `address` of the scheduler.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, file = folder, folder / "scheduler.json"
        self.workers: list[subprocess.Popen] = []
        self.scheduler = self._started("scheduler", "--scheduler-file", str(file), "--host", "127.0.0.1", "--port", "0")
        self.address = ""
        deadline = time.monotonic() + 60.0
        while not self.address:
            assert time.monotonic() < deadline and self.scheduler.poll() is None, self.said()
            time.sleep(0.05)
            if file.exists() and file.read_text().endswith("}"):
                self.address = json.loads(file.read_text())["address"]

    def worker(self, *options: str, **more: str) -> subprocess.Popen:
        """Start a worker of one thread; without a nanny it stays dead when it is killed."""
        process = self._started("worker", self.address, "--nthreads", "1", *options, **more)
        self.workers.append(process)
        return process

    def said(self) -> str:
        """All that scheduler and workers have printed."""
        return "\n".join(file.read_text() for file in self._folder.glob("*.log"))

    def end(self) -> None:
        """End everything that runs."""
        for process in [*self.workers, self.scheduler]:
            below = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
            for one in [*below, process]:
                one.kill()
            process.wait()

    def _started(self, what: str, *arguments: str, **more: str) -> subprocess.Popen:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments, "--no-dashboard"]
        number = len(list(self._folder.glob("*.log")))
        with (self._folder / f"{number}.log").open("w") as log:
            return subprocess.Popen(
                command, cwd=self._folder, env=environment(**CONFIGURED | more), stdout=log, stderr=log
            )


@contextmanager
def loopback(folder: Path, *workers: tuple[str, ...], **more: Any) -> Iterator[Loopback]:
    """A cluster with a worker for each set of options."""
    cluster = Loopback(folder)
    try:
        for options in workers:
            cluster.worker(*options, **more)
        yield cluster
    finally:
        cluster.end()


def processes_of(nanny: subprocess.Popen) -> list[int]:
    """The processes in which the worker of a nanny does runs, by their ids."""
    below = [one for worker in psutil.Process(nanny.pid).children() for one in worker.children()]
    return [one.pid for one in below if "spawn_main" in " ".join(one.cmdline())]


def killed(pid: int) -> None:
    """End a process at once."""
    os.kill(pid, 9)
