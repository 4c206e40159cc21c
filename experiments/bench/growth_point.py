"""One size of the growth study in a process of its own, so that its memory is its own; prints JSON."""

import json
import sys
from pathlib import Path
from statistics import median
from time import process_time

LEAST = 0.5
"""Seconds for which short runs are repeated."""
RUNS = 3
"""Runs of any size at least, so that at none the first one counts, which is given its memory by the system."""


def measure_size(size: str, days: int) -> dict[str, float]:
    """Time and memory of one size.

    Memory at the peak is what the first run makes resident; a run of one day has loaded the engine before. The next
    ones are given what a run before has freed, as in a sweep's worker.
    """
    from experiments.bench.growth import scenario_of
    from experiments.sweep.worker import reuse_memory
    from model.measures import measure
    from model.simulation import engine_for, simulate
    from model.world.build import build

    scenario = scenario_of(size, days)
    simulate(scenario_of("small", 1), 1)
    engine, engine_times, run_times, memory = engine_for(), [], [], None
    while len(run_times) < RUNS or sum(run_times) < LEAST:
        before = _resident("VmRSS") if memory is None and _forget_peak() else None
        start = process_time()
        world = build(scenario, 1)
        built = process_time()
        world = engine.run(world, days * scenario.run.day_minutes)
        ended = process_time()
        peak = _resident("VmHWM")
        again = process_time()
        measure(world, scenario)
        engine_times.append(ended - built)
        run_times.append(ended - start + process_time() - again)
        if memory is None:
            memory = peak - before if before else float("nan")
            reuse_memory()
    people, events = len(world.workers), int(world.clock["n_events"])
    return {
        "people": people, "events": events,
        "event_nanoseconds": 1e9 * median(engine_times) / events,
        "run_nanoseconds": 1e9 * median(run_times) / events,
        "person_bytes": memory / people, "book_bytes": _in_use(world) / people,
    }  # fmt: skip


def _in_use(world) -> float:
    """Bytes of all tables but issues and requests; of the contact books' ties those used so far, most being blank."""
    blank = ("issues", "requests", "ties", "tie_details")
    tables = sum(table.nbytes for name, table in zip(world._fields, world, strict=True) if name not in blank)
    return tables + int(world.clock["n_ties"]) * (world.ties.itemsize + world.tie_details.itemsize)


def _forget_peak() -> bool:
    """Start the record of the largest memory anew; False where the system keeps none (Linux does)."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return False
    return True


def _resident(name: str) -> float:
    """Resident memory now (VmRSS) or at its largest (VmHWM), in bytes; nan where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return float("nan")
    return next((1024.0 * float(line.split()[1]) for line in lines if line.startswith(name)), float("nan"))


if __name__ == "__main__":
    print(json.dumps(measure_size(sys.argv[1], int(sys.argv[2]))))
