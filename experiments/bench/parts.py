"""Where the time of one run goes: drawing demand, placing people, events, measures."""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from time import process_time

from experiments.horizon import days_name
from model.scenario import Scenario


@dataclass(frozen=True)
class Parts:
    """Seconds of one core for each part of a run (medians), and how many events and issues it has.

    Attributes: `demand` (all issues drawn up front), `people` (the rest of the world at its start), `events`
    (the compiled engine), `measures`, and `whole`, which is timed apart, as one call of `simulate`.
    """

    demand: float
    people: float
    events: float
    measures: float
    whole: float
    n_events: int
    n_issues: int


def parts_of(scenario: Scenario, rounds: int = 5) -> Parts:
    """Time a scenario's parts and whole, in turns, when the engine is warm; every round has a seed of its own."""
    from model.simulation import simulate

    simulate(scenario.changed({days_name(scenario): 1}), 0)
    found = [_once(scenario, seed) for seed in range(1, rounds + 1)]
    columns = [median(column) for column in zip(*found, strict=True)]
    return Parts(*columns[:5], n_events=round(columns[5]), n_issues=round(columns[6]))


def _once(scenario: Scenario, seed: int) -> tuple[float, ...]:
    from model.measures import measure
    from model.simulation import engine_for, simulate
    from model.world.build import build
    from model.world.demand import draw_demand

    times = [process_time()]
    issues = draw_demand(scenario, seed).issues
    times.append(process_time())
    world = build(scenario, seed)
    times.append(process_time())
    world = engine_for().run(world, scenario.run.days * scenario.run.day_minutes)
    times.append(process_time())
    measure(world, scenario)
    times.append(process_time())
    n_events = int(world.clock["n_events"])
    del world
    before = process_time()
    simulate(scenario, seed)
    whole = process_time() - before
    demand, building, events, measures = (b - a for a, b in pairwise(times))
    return demand, max(0.0, building - demand), events, measures, whole, n_events, len(issues)
