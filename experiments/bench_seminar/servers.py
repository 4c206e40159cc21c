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
    """A running server: its port, its process, and the file that its words go to."""

    port: int
    pid: int
    log: Path | None = None

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
    with TemporaryDirectory() as folder, serving([*command, "--rooms", f"{folder}/rooms.sqlite"]) as server:
        yield server


@contextmanager
def mesa_page() -> Iterator[Server]:
    """`solara run model/app.py`."""
    command = [sys.executable, "-m", "solara", "run", "model/app.py", "--production", "--no-open"]
    with serving(command) as server:
        yield server


@contextmanager
def serving(command: list[str], port: int | None = None) -> Iterator[Server]:
    """Run a server on a port of this machine, else on a free one, until the block is left."""
    port = port or free_port()
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log.txt"
        where = ["--host", "127.0.0.1", "--port", str(port)]
        with log.open("wb") as words:
            process = subprocess.Popen([*command, *where], cwd=ROOT, stdout=words, stderr=subprocess.STDOUT)
        server = Server(port, process.pid, log)
        try:
            _wait_for(process, server)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(10.0)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """A port nobody listens on at the moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_for(process: subprocess.Popen, server: Server) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(server.address, timeout=1.0):
            return
        time.sleep(0.1)
    why = "ended at once" if process.poll() is not None else f"did not answer in {STARTS_WITHIN:g} s"
    raise RuntimeError(f"The server at {server.address} {why}:\n{server.log.read_text()}")
