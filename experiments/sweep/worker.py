"""A worker process: takes specs from its pipe and gives back outcomes. It holds nothing from one run to the next.

It imports the engine and nothing else of weight, and hears no Ctrl-C (its parent does).
"""

import ctypes
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread

from experiments.sweep.run_spec import RunSpec

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
"""Names that glibc's `mallopt` has for its settings."""

BLAS_THREADS = "OPENBLAS_NUM_THREADS"

REUSED_MIB, LARGEST_MIB = 256, 32
"""Freed memory that a worker keeps for the next run, and the largest piece that may come from it."""


def work(pipe: Connection, memory_mib: int) -> None:
    """Do runs until the pipe closes.

    Parameters
    ----------
    pipe : gives specs and takes the version of the model, once, when the process is ready, and then outcomes.
    memory_mib : memory a run may take beyond what the process has when it is ready.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    reuse_memory()
    specs: SimpleQueue[RunSpec] = SimpleQueue()
    Thread(target=_listen, args=(pipe, specs), daemon=True).start()
    from experiments.sweep.one_run import do
    from model.compiled import model_version
    from model.scenario import load_scenario
    from model.simulation import simulate

    # Some days of M-Tel compile the engine, or read it from the cache, and load whatever is loaded at first use; no
    # run then has its time or memory counted for that.
    simulate(load_scenario("mtel", {"run.days": 5}), 0)
    limit_memory(memory_mib)
    pipe.send(model_version())
    while True:
        pipe.send(do(specs.get()))


def _listen(pipe: Connection, specs: "SimpleQueue[RunSpec]") -> None:
    """Take specs as they come, so that the parent never waits to get rid of one.

    When the pipe closes the parent is gone, or wants no more: the process ends at once, whatever it is doing.
    """
    try:
        while True:
            specs.put(pipe.recv())
    finally:
        os._exit(0)


@contextmanager
def single_threaded() -> Iterator[None]:
    """What is spawned inside does its linear algebra in one thread, since processes are what runs side by side.

    NumPy asks the environment when it is loaded, which in a spawned process is before any line of ours.
    """
    before = os.environ.get(BLAS_THREADS)
    os.environ.setdefault(BLAS_THREADS, "1")
    try:
        yield
    finally:
        if before is None:
            del os.environ[BLAS_THREADS]


def reuse_memory() -> None:
    """Keep freed memory for the next run, where the C library is glibc.

    Left alone it gives most of a run's tables back to the system, and has them back page by page in the next run; of a
    run of 50 ms that took 4.
    """
    with suppress(OSError, AttributeError, TypeError):  # another C library
        library = ctypes.CDLL(None)
        library.mallopt(M_TRIM_THRESHOLD, REUSED_MIB << 20)
        library.mallopt(M_MMAP_THRESHOLD, LARGEST_MIB << 20)


def limit_memory(mib: int) -> None:
    """Let the process take so much more memory than it has now; Linux counts it, other systems may not.

    The limit is on private memory (RLIMIT_DATA), for address space alone is mapped generously by compilers.
    """
    try:
        import resource

        with open("/proc/self/status") as file:
            has = next(int(line.split()[1]) << 10 for line in file if line.startswith("VmData"))
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        wanted = has + (mib << 20)
        resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard < 0 else min(wanted, hard), hard))
    except (ImportError, OSError, StopIteration, ValueError):
        pass
