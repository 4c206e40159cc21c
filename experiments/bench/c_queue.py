"""The queue in C (`queue.c`), compiled into a temporary folder where gcc is present."""

import ctypes
import shutil
import subprocess
import tempfile
from pathlib import Path

from experiments.bench.textbook import WARM_UP, Contestant, Outcome, Queue, Run

SOURCE = Path(__file__).with_name("queue.c")


def present() -> bool:
    """Whether there is a gcc to compile with."""
    return shutil.which("gcc") is not None


def prepare() -> Run:
    """Compile and load; the folder goes at once, for what is loaded stays in memory."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "queue.so"
        subprocess.run(["gcc", "-O3", "-shared", "-fPIC", "-o", library, SOURCE, "-lm"], check=True)
        mean_wait = ctypes.CDLL(str(library)).mean_wait
    mean_wait.restype = ctypes.c_double
    mean_wait.argtypes = [
        ctypes.c_long, ctypes.c_double, ctypes.c_double, ctypes.c_long, ctypes.c_long, ctypes.c_uint64,
    ]  # fmt: skip

    def run(queue: Queue, customers: int, seed: int) -> Outcome:
        skipped = int(WARM_UP * customers)
        found = mean_wait(queue.servers, queue.arrivals, queue.services, customers, skipped, seed)
        return Outcome(customers, found)

    return run


CONTESTANT = Contestant("C, gcc -O3", 1.0 / 3.0, prepare)
