"""Running, stepping and comparing runs."""

import hashlib
import os
import subprocess
import sys
import tempfile
from math import sqrt
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from model.compiled import relink
from model.simulation import engine_for
from model.world.build import build
from model.world.slots import BLOCK
from model.world.agenda_tables import FIRST
from model.world.world import World

REPOSITORY = Path(__file__).parent.parent.parent


def plainly(rule):
    """A rule and everything it calls as plain Python functions."""
    return relink(rule)


def row(**columns) -> SimpleNamespace:
    """A row of a table, written out."""
    return SimpleNamespace(**columns)


def fingerprint(table: np.ndarray) -> str:
    """Hash of every column of a table, byte for byte."""
    digest = hashlib.sha256()
    for name in table.dtype.names:
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(table[name]).tobytes())
    return digest.hexdigest()


def stop_at(scenario, times: list[float], seed: int = 1, log: bool = False) -> list[World]:
    """The world at several times (minutes) of one run, each a copy."""
    engine, world, stops = engine_for(), build(scenario, seed, log), []
    for time in times:
        world = engine.run(world, time)
        stops.append(World(*(table.copy() for table in world)))
    return stops


def events(result, code: int) -> np.ndarray:
    """Lines of the event log of one kind."""
    return result.log[result.log["event"] == code]


def agenda(world: World) -> np.ndarray:
    """Timed events that are still to come, in no order: those of the heap and those put away."""
    clock, rows, far = world.clock, [], []
    for row in world.slots["first"].tolist():
        while row >= 0:
            rows.append(row)
            row = int(world.later["next"][row])
    for end in world.stretches["end"].tolist():
        while end > 0:
            block = (end - 1) // BLOCK * BLOCK
            far += range(block + 1, end)
            end = int(world.far["next"][block]) + BLOCK
    assert len(rows) + len(far) == clock["n_later"]
    heap = world.heap[FIRST : FIRST + int(clock["n_heap"])]
    put_away = (table[list(heap.dtype.names)].astype(heap.dtype) for table in (world.later[rows], world.far[far]))
    return np.concatenate([heap, *put_away])


def in_a_fresh_interpreter(source: str, folder: Path = REPOSITORY, **environment: str) -> str:
    """What a Python program prints, run in a process of its own that finds the package in `folder`."""
    own = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"} | environment
    done = subprocess.run([sys.executable, "-c", source], cwd=folder, env=own, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def compiled_values(module: str, function: str, numbers: list[float]) -> list[float]:
    """What a compiled function of one number gives, called from Python in a process that has compiled nothing else."""
    with tempfile.NamedTemporaryFile(suffix=".npy") as file:
        np.save(file.name, np.array(numbers, float))
        source = f"""
import numpy
from {module} import {function}
for number in numpy.load({file.name!r}).tolist():
    print(float({function}(number)).hex())
"""
        return [float.fromhex(line) for line in in_a_fresh_interpreter(source).split()]


def near(share: float, n: float) -> float:
    """Four standard errors of a share of n."""
    return 4.0 * sqrt(share * (1.0 - share) / n)
