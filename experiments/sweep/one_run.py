"""Do one run and say what came of it. Imports the engine and nothing that a worker can do without.

Nothing is asked of the machine, such as how much memory is free now: what is kept of a run must not depend on it.
"""

import math
import time
import traceback
from typing import TYPE_CHECKING

import numpy as np

from experiments.events import placed
from experiments.sweep.outcome import DONE, FAILED, OVER_MEMORY, RUNAWAY, Block, Outcome
from experiments.sweep.run_spec import Kept, RunSpec
from experiments.tables import AGENTS, agents, days, reviews
from model.measures import measure
from model.scenario import Scenario
from model.simulation import OPENING, check_seed, engine_for, run_memory
from model.world.build import build

if TYPE_CHECKING:
    from model.world.world import World


def do(spec: RunSpec) -> Outcome:
    """Run a spec; whatever is raised becomes an outcome with a status and a one-line reason."""
    begun = time.perf_counter()
    try:
        outcome = _run(spec)
    except MemoryError:
        outcome = Outcome(spec.run, OVER_MEMORY, f"the run asked for more memory than its limit allows{_need(spec)}")
    except Exception as error:
        outcome = Outcome(spec.run, FAILED, _reason(error))
    return Outcome(**vars(outcome) | {"seconds": time.perf_counter() - begun})


def _run(spec: RunSpec) -> Outcome:
    scenario = Scenario(spec.scenario, spec.parameters)
    log = spec.kept.events is not None
    check_seed(spec.seed)
    world, snapshots = build(scenario, spec.seed, log), {name: [] for name in AGENTS}
    for day in _stops(scenario.run.days, spec.kept.agents):
        world = engine_for().run(world, max(day * scenario.run.day_minutes, OPENING))
        if spec.kept.agents:
            for name, taken in snapshots.items():
                taken.append(agents(world, name, day))
    measures = {
        name: float(value) if math.isfinite(value) else None for name, value in measure(world, scenario).items()
    }
    runaway = measures["runaway"] == 1.0
    return Outcome(
        spec.run, RUNAWAY if runaway else DONE,
        "the backlog of a unit grew without end (measure runaway)" if runaway else "",
        n_events=int(world.clock["n_events"]), n_contacts=int(world.clock["n_contacts"]), measures=measures,
        blocks=tuple(_blocks(world, scenario, spec.kept, snapshots)),
    )  # fmt: skip


def _need(spec: RunSpec) -> str:
    """How much memory a run is reckoned to take, to be added to a sentence; nothing where even that finds none."""
    try:
        needed = run_memory(Scenario(spec.scenario, spec.parameters), spec.kept.events is not None)
    except MemoryError:
        return ""
    return f"; it is reckoned to take {needed / 2**30:.1f} GiB, so choose fewer days or accounts"


def _stops(last: int, every: int) -> list[int]:
    """Days at whose end the engine pauses for a snapshot; where it pauses changes nothing in the results."""
    return [*(range(every, last, every) if every > 0 else ()), last]


def _blocks(world: "World", scenario: Scenario, kept: Kept, snapshots: dict[str, list[np.ndarray]]) -> list[Block]:
    """The tables that are kept, packed."""
    rows = {
        "days": lambda: days(world)[max(kept.days, 1) - 1 :: max(kept.days, 1)],
        "reviews": lambda: reviews(world, scenario),
        "events": lambda: _events(world, scenario.run.day_minutes, kept.events),
    } | {name: lambda taken=taken: np.concatenate(taken) for name, taken in snapshots.items()}  # fmt: skip
    return [Block.of(name, period, rows[name]()) for name, period in kept.periods().items()]


def _events(world: "World", day_minutes: float, window: tuple[int, int]) -> np.ndarray:
    """The log of the days from one to another."""
    log = placed(world.log[: int(world.clock["n_log"])], day_minutes)
    first, last = window
    return log[(log["day"] >= first) & (log["day"] <= last)]


def _reason(error: Exception) -> str:
    """What was raised and where, on one line."""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({frames[-1].filename.rsplit('/', 1)[-1]}, line {frames[-1].lineno})" if frames else ""
    return what[:300] + where


