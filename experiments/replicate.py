"""Replications: one scenario under many seeds, side by side in threads.

The compiled engine does not hold the interpreter's lock, so threads are enough, and nothing needs to be
copied between processes. A run depends on scenario and seed alone: the number of workers and the order in
which they finish change no result.
"""

import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from experiments.summary import published_figures, summarise
from experiments.threads import side_by_side
from model.scenario import Scenario, ScenarioError, load_scenario
from model.simulation import Result, Rules, Watch, check_memory, check_seed, engine_for, runs_that_fit, simulate

Progress = Callable[[int, str], None]
"""Told how many runs are done and what there is to say ('' for nothing)."""

COMPILING = "Compiling the engine, once for this version of the model: about 25 seconds."
COMPILING_AROUND = "Compiling the engine around the own rules: about 45 seconds."
MOST_REPLICATIONS = 1_000_000


@dataclass(frozen=True)
class Replications:
    """What many runs of one scenario give.

    Attributes
    ----------
    scenario, seed : what was run; replication k (from 0) has the seed `seed` + k.
    runs : list of flat records
        `seed`, `n_events`, `n_contacts` and every measure; None where a measure does not apply.
    summary : dict
        See `experiments.summary.summarise`.
    extracts : list
        What `extract` took from each run; empty without it.
    """

    scenario: Scenario
    seed: int
    runs: list[dict[str, Any]]
    summary: dict[str, dict[str, Any]]
    extracts: list[Any]


def replicate(
    scenario: Scenario | str,
    replications: int | None = None,
    seed: int = 1,
    workers: int | None = None,
    progress: Progress | None = None,
    extract: Callable[[Result], Any] | None = None,
    rules: Rules | None = None,
) -> Replications:
    """Run a scenario under the seeds `seed`, `seed` + 1, … and summarise the measures.

    Parameters
    ----------
    scenario : a scenario or the name of one.
    replications : number of runs, 1 or more; the scenario's own number if None.
    seed : seed of the first replication, 0 or more.
    workers : threads, 1 or more; one a core if None. Fewer are used if memory does not suffice for more.
    progress : called in the caller's thread after every run with the number done and a message.
    extract : called on every result; what it returns is kept, the rest of the run is not.
    rules : own rules by the decision they take, as for `simulate`. With plain Python runs come one after another.

    Raises
    ------
    ScenarioError : for a scenario, a number or a decision that cannot be, in one sentence.
    KeyboardInterrupt : passed on within a moment; the runs in hand are abandoned.

    Examples
    --------
    >>> replicate("textbook_queue", replications=5).summary["mean_wait_minutes"]["mean"] > 0.0
    True
    """
    scenario = load_scenario(scenario) if isinstance(scenario, str) else scenario
    replications = scenario.replications if replications is None else replications
    workers = cores() if workers is None else workers
    check_count("replications", replications, MOST_REPLICATIONS)
    check_count("workers", workers)
    check_seed(seed)
    if seed + replications > 2**63:
        raise ScenarioError(
            f"{replications} replications from the seed {seed} on would pass the last seed, 2^63 - 1; choose "
            "a lower one."
        )
    published_figures(scenario)
    check_memory(scenario)
    prepare(progress, rules)

    def run(k: int, watch: Watch) -> tuple[dict[str, Any], Any]:
        result = simulate(scenario, seed + k, rules=rules, watch=watch)
        return flat_record(result), extract(result) if extract else None

    def done(number: int) -> None:
        if progress is not None:
            progress(number, "")

    done(0)
    n_threads = 1 if engine_for(rules).interpreted else min(workers, replications, runs_that_fit(scenario))
    outcomes = side_by_side(run, replications, n_threads, done)
    runs = [record for record, _ in outcomes]
    extracts = [taken for _, taken in outcomes] if extract else []
    return Replications(scenario, seed, runs, summarise(scenario, runs), extracts)


def flat_record(result: Result) -> dict[str, Any]:
    """A run as one flat record; a measure that does not apply is None."""
    measures = {
        name: float(value) if math.isfinite(value) else None for name, value in result.measures.items()
    }
    return {"seed": result.seed, "n_events": result.n_events, "n_contacts": result.n_contacts} | measures


def check_count(name: str, number: Any, most: int | None = None) -> None:
    """Refuse a number of runs or workers that is not a whole number from 1 (to `most`)."""
    whole = isinstance(number, int) and not isinstance(number, bool)
    if not whole or number < 1 or (most is not None and number > most):
        allowed = "1 or more" if most is None else f"from 1 to {most}"
        raise ScenarioError(f"The number of {name} is {number!r}; it must be a whole number, {allowed}.")


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def prepare(progress: Progress | None = None, rules: Rules | None = None) -> None:
    """Have the engine compiled, around own rules if there are any, or read from the cache, before several need it."""
    if progress is not None:
        progress(0, _what_is_compiled(rules))
    shortest = load_scenario("textbook_queue", {"days": 1})
    side_by_side(lambda k, watch: simulate(shortest, 0, rules=rules), 1, 1)
    if _are_compiled(rules):
        _READY.add(_as_key(rules))


_READY: set[tuple[tuple[str, Callable], ...]] = set()
"""Own rules around which this process has compiled the engine."""


def _what_is_compiled(rules: Rules | None) -> str:
    """What there is to say before the engine is made ready; '' if that takes no time."""
    from model.compiled import is_cached

    if rules:
        return COMPILING_AROUND if _are_compiled(rules) and _as_key(rules) not in _READY else ""
    return "" if is_cached() else COMPILING


def _are_compiled(rules: Rules | None) -> bool:
    from model.compiled import is_compiled

    return bool(rules) and all(is_compiled(rule) for rule in rules.values())


def _as_key(rules: Rules) -> tuple[tuple[str, Callable], ...]:
    return tuple(sorted(rules.items()))
