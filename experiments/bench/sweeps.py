"""What a sweep costs beside its runs: `python -m experiments.bench.sweeps` prints it (some minutes).

Orchestration is what parent and workers use of the processors over what the same runs use alone, in processes that
only simulate. Workers' starts are left out: pace and processor time are counted from some outcomes after the first.
"""

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from experiments.bench.machine import machine
from experiments.sweep.file import Sweep
from experiments.sweep.run import Progress, run_sweep

DAYS = 110
"""Days of M-Tel that take some 50 ms."""

RUNS = 200
WARM = 10
"""Outcomes after which counting begins."""

MANY = 2000
"""Runs over which memory must stay level."""


@dataclass(frozen=True)
class Cost:
    """Seconds per run: by the clock, and of the processors for the workers and for their parent."""

    wall: float
    workers: float
    parent: float


@dataclass(frozen=True)
class Memory:
    """MiB that the largest worker and the parent have after some runs: resident, in the order of `at`."""

    at: tuple[int, ...]
    worker: tuple[float, ...]
    parent: tuple[float, ...]


def year(n_runs: int, days: int = DAYS, **hold: object) -> Sweep:
    """A sweep of M-Tel at two points, with so many runs altogether."""
    vary = {"channels.completion_notice_names_rep": [True, False]}
    return Sweep.of(scenario="mtel", vary=vary, hold=hold, days=days, replications=n_runs // 2, keep={"days": 5})


def alone(sweep: Sweep, processes: int) -> float:
    """Processor seconds of one run, in so many processes side by side that only simulate; the mean over all.

    As many as there are workers, for cores that share caches and memory slow each other down whatever they do.
    """
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        return sum(pool.map(_alone, [sweep.as_data()] * processes, chunksize=1)) / processes


def _alone(asked: dict[str, object]) -> float:
    from model.simulation import simulate

    sweep = Sweep.of(**asked)
    points = [sweep.base.changed({name: value}) for name, values in sweep.vary.items() for value in values]
    simulate(sweep.base, 0)
    seeds = range(1, max(2, sweep.n_replications // 2))
    before = process_time()
    for seed in seeds:
        for point in points:
            simulate(point, seed)
    return (process_time() - before) / (len(seeds) * len(points))


def cost(sweep: Sweep, workers: int) -> Cost:
    """What a run of the sweep costs with so many workers."""
    marks: dict[int, tuple[float, float, float]] = {}

    def tell(progress: Progress) -> None:
        if progress.done in (WARM, progress.to_do) and progress.done not in marks:
            marks[progress.done] = perf_counter(), _processors_of_workers(), process_time()

    _sweep(sweep, workers, tell)
    (first, before), (last, after) = marks.items()
    return Cost(*((b - a) / (last - first) for a, b in zip(before, after, strict=True)))


def memory(n_runs: int = MANY) -> Memory:
    """Memory of the largest worker and of the parent, on the way through many small runs."""
    at, worker, parent = (n_runs // 10, n_runs // 2, n_runs), [], []

    def tell(progress: Progress) -> None:
        if progress.done in at and len(worker) < len(at) and progress.done == at[len(worker)]:
            worker.append(max(_resident(process.pid) for process in _workers()))
            parent.append(_resident(os.getpid()))

    small = {"people.accounts": 20, "people.units": 2}
    _sweep(year(n_runs, 20, **small), 2, tell)
    return Memory(at, tuple(worker), tuple(parent))


def _sweep(sweep: Sweep, workers: int, tell: Callable[[Progress], None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        run_sweep(sweep, Path(folder) / "sweep.sqlite", workers, tell=tell)


def _processors_of_workers() -> float:
    """Processor seconds of all workers so far."""
    ticks = os.sysconf("SC_CLK_TCK")
    fields = (_of_process(process.pid, "stat").rpartition(")")[2].split() for process in _workers())
    return sum(int(field[11]) + int(field[12]) for field in fields) / ticks


def _resident(process: int) -> float:
    line = next(line for line in _of_process(process, "status").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024.0


def _workers() -> list[multiprocessing.Process]:
    return multiprocessing.active_children()


def _of_process(process: int, file: str) -> str:
    return Path(f"/proc/{process}/{file}").read_text()


def main() -> None:
    """Print the table."""
    print(machine())
    sweep = year(RUNS)
    one, two = (cost(sweep, workers) for workers in (1, 2))
    for workers, found in ((1, one), (2, two)):
        engine, used = alone(sweep, workers), found.workers + found.parent
        print(f"engine alone, {workers} at a time  {1e3 * engine:6.1f} ms of a processor a run")
        print(
            f"sweep, --workers {workers}         {1e3 * used:6.1f} ms (workers {1e3 * found.workers:.1f}, parent "
            f"{1e3 * found.parent:.1f}): {used / engine - 1.0:+.1%}; {1e3 * found.wall:.1f} ms by the clock"
        )
    print(f"2 workers are {one.wall / two.wall:.2f} times as fast as 1")
    found = memory()
    for n, worker, parent in zip(found.at, found.worker, found.parent, strict=True):
        print(f"after {n:5,} runs      largest worker {worker:6.1f} MiB, parent {parent:6.1f} MiB")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
