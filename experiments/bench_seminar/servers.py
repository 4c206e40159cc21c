"""Servers under load: each a process of its own on a free port of this machine."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[2]
STARTS_WITHIN = 120.0
"""Seconds; a first start may compile the engine."""


@dataclass(frozen=True)
class Server:
    """A running server: its port and its process."""

    port: int
    pid: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def health(self) -> dict[str, Any]:
        """What the seminar's server says of itself."""
        with urllib.request.urlopen(f"{self.address}/api/health", timeout=30) as answer:
            return json.load(answer)

    def megabytes(self) -> float:
        """Resident memory of the process."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def processor_seconds(self) -> float:
        """Processor time taken so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def seminar() -> Iterator[Server]:
    """`desksales serve`."""
    command = [sys.executable, "-c", "from experiments.cli.main import main; main()", "serve"]
    with TemporaryDirectory() as folder, _running([*command, "--rooms", f"{folder}/rooms.sqlite"]) as server:
        yield server


@contextmanager
def mesa_page() -> Iterator[Server]:
    """`solara run model/app.py`."""
    command = [sys.executable, "-m", "solara", "run", "model/app.py", "--production", "--no-open"]
    with _running(command) as server:
        yield server


@contextmanager
def _running(command: list[str]) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = ["--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen([*command, *where], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(process, port)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(10.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(process: subprocess.Popen, port: int) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2.0):
            return
        time.sleep(0.1)
    raise RuntimeError(f"A server did not start: {process.args}")
