"""Servers that a browser test talks to: real ones, in processes of their own, on a port that is free."""

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
STARTS_WITHIN = 120.0
"""Seconds; a first start may compile the engine."""


def free_port() -> int:
    """A port nobody listens on at the moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@dataclass(frozen=True)
class Server:
    """A server that runs: its address, its process and the file that its words go to."""

    address: str
    process: subprocess.Popen
    log: Path

    def seconds_of_processor(self) -> float:
        """Processor time that the server has taken so far, its own and the kernel's for it."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(command: list[str], port: int | None = None) -> Iterator[Server]:
    """Run a server on a port of this machine, else on a free one, until the block is left."""
    port = port or free_port()
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log.txt"
        where = ["--host", "127.0.0.1", "--port", str(port)]
        with log.open("wb") as words:
            process = subprocess.Popen([*command, *where], cwd=ROOT, stdout=words, stderr=subprocess.STDOUT)
        server = Server(f"http://127.0.0.1:{port}", process, log)
        try:
            _wait_for(server)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(10.0)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(server: Server) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        if server.process.poll() is not None:
            raise RuntimeError(f"The server ended at once:\n{server.log.read_text()}")
        with suppress(OSError), urllib.request.urlopen(server.address, timeout=1.0):
            return
        time.sleep(0.1)
    raise RuntimeError(f"No answer from {server.address} in {STARTS_WITHIN:g} s:\n{server.log.read_text()}")
