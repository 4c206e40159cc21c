"""From a scenario and a seed to a result, without Mesa: the fast path that sweeps use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from numbers import Integral

import numpy as np

from model.compiled import is_compiled, prune_cache, relink
from model.scenario import Scenario, ScenarioError, load_scenario, nearest
from model.world.build import build, memory_needed
from model.world.demand import expected_calls, expected_issues
from model.world.world import World, grow, pack, unpack

OPENING = float(np.nextafter(0.0, 1.0))
"""The first moment of a run (minutes): posts have been filled and nothing has come in."""

ISSUES_PER_PAUSE = 100_000
"""The compiled engine pauses every so many issues (some ten milliseconds), so that an interrupt is heard. Plain Python
hears it anyway, and packing its rows takes time."""

Rules = Mapping[str, Callable]
Watch = Callable[[int], None]


@dataclass(frozen=True)
class Result:
    """What a run gives.

    Attributes
    ----------
    scenario, seed : what was run.
    measures : dict of float
        Every measure by name; nan where a measure does not apply.
    n_events, n_contacts : int
        Events executed, and contacts (calls taken, mails sent) made.
    world : World
        The final state, one table a role.
    """

    scenario: Scenario
    seed: int
    measures: dict[str, float]
    n_events: int
    n_contacts: int
    world: World

    @property
    def log(self) -> np.ndarray:
        """The event log as a structured array (empty unless `simulate(..., log=True)`)."""
        return self.world.log[: int(self.world.clock["n_log"])]


class Engine:
    """The compiled engine, or a copy of it with a scholar's own rules linked in.

    Parameters
    ----------
    rules : from a decision's name (`choose_rep`) to a function that takes its place. If all are compiled with
        Numba the copy is compiled too; a plain Python function runs at once, in plain Python, more slowly.
    interpreted : run in plain Python without any rule of one's own (the readable reference).
    """

    def __init__(self, rules: Rules | None = None, interpreted: bool = False) -> None:
        import numba

        from model.engine.schedule import advance, advance_native

        plain_rules = any(not is_compiled(rule) for rule in (rules or {}).values())
        self.interpreted = interpreted or plain_rules or bool(numba.config.DISABLE_JIT)
        self.advance = advance if self.interpreted else advance_native
        if rules or self.interpreted:
            self.advance = relink(self.advance, _replacements(rules or {}), jit=not self.interpreted)

    def run(self, world: World, until: float) -> World:
        """Execute all events before `until` (minutes); tables that are too small grow."""
        if not self.interpreted:
            return self._run(world, until)
        with np.errstate(over="ignore"):
            return pack(self._run(unpack(world), until), world)

    def _run(self, world: World, until: float) -> World:
        from model.engine.room import ROOM
        from model.engine.schedule import NEEDS_ROOM
        from model.world.native import directory
        from model.world.slots import BLOCK
        from model.world.agenda_tables import FIRST

        while self.advance(world if self.interpreted else directory(world), until) == NEEDS_ROOM:
            clock = world.clock
            clock = {name: int(getattr(clock, name, 0) if self.interpreted else clock[name])
                     for name in ("n_heap", "n_later", "n_far_rows", "n_tasks", "n_log", "log_room",
                                  "n_call_rows")}  # fmt: skip
            if clock["n_heap"] + clock["n_later"] + FIRST + ROOM > len(world.heap):
                world = grow(world, "heap")
            if clock["n_later"] + ROOM > len(world.later):
                world = grow(world, "later")
            if clock["n_far_rows"] + (ROOM + 2) * BLOCK > len(world.far):
                world = grow(world, "far")
            if clock["n_tasks"] + ROOM > len(world.tasks):
                world = grow(world, "tasks")
            if len(world.calls) and clock["n_call_rows"] + ROOM > len(world.calls):
                world = grow(world, "calls")
                world = grow(world, "pitches") if len(world.pitches) else world
            if len(world.log) and clock["n_log"] + clock["log_room"] > len(world.log):
                world = grow(world, "log")
        return world


@cache
def _compiled_engine() -> Engine:
    prune_cache()
    return Engine()


@lru_cache(maxsize=16)
def _engine_with(rules: tuple[tuple[str, Callable], ...], interpreted: bool) -> Engine:
    return Engine(dict(rules), interpreted)


def engine_for(rules: Rules | None = None, interpreted: bool = False) -> Engine:
    """The shared compiled engine, or one with a scholar's rules, which is kept: compiling it takes most of a minute."""
    own = tuple(sorted((rules or {}).items()))
    return _engine_with(own, interpreted) if own or interpreted else _compiled_engine()


def simulate(
    scenario: Scenario | str,
    seed: int = 1,
    *,
    rules: Rules | None = None,
    log: bool = False,
    interpreted: bool = False,
    until_day: int | None = None,
    watch: Watch | None = None,
) -> Result:
    """Run a scenario once.

    Parameters
    ----------
    scenario : a scenario or the name of one.
    seed : whole number from 0 to 2⁶³ − 1; the same seed gives the same customers, whatever the design.
    rules : own rules by the name of the decision they take (see `model/rules`).
    log : keep the event log.
    interpreted : run the engine in plain Python (same results, slower).
    until_day : stop at the end of this day of the run; 0 is the first morning, with posts filled and no work yet.
    watch : called with the number of days done, some hundred times in a run; it may raise to abandon the run.

    Returns
    -------
    Result

    Raises
    ------
    ScenarioError : for a scenario that cannot be run, in one sentence.
    """
    from model.measures import measure

    scenario = load_scenario(scenario) if isinstance(scenario, str) else scenario
    days = _last_day(scenario, until_day)
    check_seed(seed)
    check_memory(scenario, log)
    engine = engine_for(rules, interpreted)
    world = build(scenario, seed, log)
    pauses = 100 if watch is not None else 1 if engine.interpreted else len(world.issues) // ISSUES_PER_PAUSE
    for day in _stops(days, pauses):
        world = engine.run(world, max(day * scenario.run.day_minutes, OPENING))
        if watch is not None:
            watch(day)
    n_events, n_contacts = int(world.clock["n_events"]), int(world.clock["n_contacts"])
    return Result(scenario, seed, measure(world, scenario), n_events, n_contacts, world)


def _last_day(scenario: Scenario, until_day: int | None) -> int:
    days = scenario.run.days
    if until_day is None:
        return days
    if not 0 <= until_day <= days:
        raise ScenarioError(
            f"Day {until_day} is outside the run; {scenario.name} runs for {days} days, so choose a day "
            f"from 0 to {days}."
        )
    return int(until_day)


def _stops(days: int, pauses: int) -> list[int]:
    """Days at whose end the engine pauses; where it pauses changes nothing in the results."""
    step = max(1, days // max(1, pauses))
    return [*range(step, days, step), days]


def check_seed(seed: int) -> None:
    """Refuse a seed that luck has no stream for."""
    if isinstance(seed, bool) or not isinstance(seed, Integral) or not 0 <= seed < 2**63:
        raise ScenarioError(f"The seed is {seed!r}; it must be a whole number from 0 to 2^63 - 1.")


LOG_BYTES = 800
"""Memory of the log for each issue or call: some eight lines of 32 bytes, three times over while the table grows."""


def check_memory(scenario: Scenario, log: bool = False, share: float = 0.6) -> None:
    """Refuse a run that would not fit into the free memory."""
    free, needed = _free_memory(), run_memory(scenario, log)
    if needed > share * free:
        fitting = max(1, int(scenario.run.days * share * free / needed))
        raise ScenarioError(
            f"{scenario.run.days} days of {scenario.name} would need {needed / 2**30:.1f} GiB of memory and "
            f"{free / 2**30:.1f} GiB are free: choose {fitting} days or fewer, or fewer accounts."
        )


def run_memory(scenario: Scenario, log: bool = False) -> float:
    """Bytes that one run needs, its log included if it keeps one."""
    logged = expected_issues(scenario) + expected_calls(scenario) if log else 0.0
    return memory_needed(scenario) + LOG_BYTES * logged


def runs_that_fit(scenario: Scenario, log: bool = False, share: float = 0.6) -> int:
    """How many runs of a scenario, with their logs if they keep one, fit into the free memory side by side, at least
    one."""
    return max(1, int(share * _free_memory() / max(1.0, run_memory(scenario, log))))


def _free_memory() -> float:
    try:
        with open("/proc/meminfo") as file:
            return next(1024.0 * float(line.split()[1]) for line in file if line.startswith("MemAvailable"))
    except (OSError, StopIteration):
        return 8.0 * 2**30


def _replacements(rules: Rules) -> dict[Callable, Callable]:
    from importlib import import_module

    from model.rules.slot import always, slots

    known = slots()
    for name in rules:
        if name not in known:
            raise ScenarioError(
                f"There is no decision {name!r}{nearest(name, known)}; it must be one of {', '.join(known)}."
            )
    places = {name: known[name].replace("/", ".") for name in rules}
    slot = {name: getattr(import_module(f"model.rules.{place}"), name) for name, place in places.items()}
    return {slot[name]: always(rule) for name, rule in rules.items()}
