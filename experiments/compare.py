"""Two designs under the same luck: what differs between them, how surely, and how many runs the pairing saved.

Replication k of both designs has the same seed, hence the same customers with the same needs at the same times
(common random numbers). What is left of the difference between two such runs is due to the design.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from experiments.replicate import Progress, Replications, replicate
from experiments.summary import interval
from model.scenario import Scenario
from model.simulation import Rules, check_memory

ROUNDING = 1e-12
"""A spread below this share of the values is the rounding of sums, not luck."""


@dataclass(frozen=True)
class Comparison:
    """What two designs give under the same seeds.

    Attributes
    ----------
    a, b : the replications of each design.
    measures : from a measure's name to what `paired` says of it, and its `unit`.
    """

    a: Replications
    b: Replications
    measures: dict[str, dict[str, Any]]

    @property
    def saved(self) -> tuple[float | None, int]:
        """See `runs_saved`."""
        return runs_saved(self.measures)


def runs_saved(measures: Mapping[str, Mapping[str, Any]]) -> tuple[float | None, int]:
    """Median of the runs saved, and over how many measures: those that vary and whose difference varies."""
    saved = [entry["runs_saved"] for entry in measures.values() if entry["runs_saved"] is not None]
    return (median(saved) if saved else None), len(saved)


def compare(
    a: Scenario,
    b: Scenario,
    replications: int | None = None,
    seed: int = 1,
    workers: int | None = None,
    progress: Progress | None = None,
    rules_a: Rules | None = None,
    rules_b: Rules | None = None,
) -> Comparison:
    """Run two designs under the seeds `seed`, `seed` + 1, … and compare every measure pair by pair.

    Parameters
    ----------
    a, b : the designs, usually one scenario with different changes.
    replications, seed, workers : as for `replicate`; the number of runs is that of each design.
    progress : told the number of runs done, those of both designs together.
    rules_a, rules_b : own rules of each design by the decision they take, as for `simulate`.

    Raises
    ------
    ScenarioError : for a design or a number that cannot be, before anything runs.

    Examples
    --------
    >>> from model import load_scenario
    >>> short = {"run.days": 5}
    >>> told = compare(load_scenario("mtel", short), load_scenario("mtel", short | {"people.teams": 4}), 2)
    >>> told.measures["rep_occupancy"]["n"]
    2
    """
    from model.measures import MEASURES

    check_memory(b)  # the memory for `a` is checked by its own run, which comes first
    n = a.replications if replications is None else replications
    first = replicate(a, n, seed, workers, progress, rules=rules_a)
    second = replicate(b, n, seed, workers, following(progress, n), rules=rules_b)
    measures = {
        name: paired([run[name] for run in first.runs], [run[name] for run in second.runs])
        | {"unit": about.unit}
        for name, about in MEASURES.items()
    }
    return Comparison(first, second, measures)


def following(progress: Progress | None, already: int) -> Progress | None:
    """Progress of runs that follow others, counted on from those; only a new beginning resets the bar."""
    if progress is None:
        return None
    return lambda done, message: progress(already + done, message) if done or message else None


def paired(a: Sequence[float | None], b: Sequence[float | None]) -> dict[str, Any]:
    """Two designs' values of one measure, seed by seed.

    The difference B − A has the paired interval d̄ ± t(0.975, n − 1) s_d / √n. Runs with luck of their own would
    give the half-width z √((s_a² + s_b²) / m), so as narrow an interval takes m = n (s_a² + s_b²) / s_d² runs of
    each design (the t and z quantiles taken as equal), and the pairing saved m − n of them: fewer than none if what
    is good luck in one design is bad luck in the other.

    Parameters
    ----------
    a, b : values in order of seed; None where the measure does not apply to a run.

    Returns
    -------
    `a`, `b` (means), `sd_a`, `sd_b`, `difference`, `sd`, `low`, `high`, `n` (pairs to which the measure applies
    on both sides; all the others are left out), `independent_runs` (m) and `runs_saved` (m − n). What cannot be
    told is None. Without a single pair `a` and `b` are the means of each design's own runs.

    References
    ----------
    Law, A. M. (2015), Simulation Modeling and Analysis, 5th ed., chapter on variance reduction (common random numbers).
    """
    both = [(x, y) for x, y in zip(a, b, strict=True) if x is not None and y is not None]
    alone = [interval([x for x in values if x is not None]) for values in (a, b)]
    of_a, of_b = (interval([pair[side] for pair in both]) for side in (0, 1)) if both else alone
    of_both = interval([y - x for x, y in both])
    needed = _independent_runs(of_a, of_b, of_both)
    return {
        "a": of_a["mean"], "b": of_b["mean"], "sd_a": of_a["sd"], "sd_b": of_b["sd"],
        "difference": of_both["mean"], "sd": of_both["sd"], "low": of_both["low"], "high": of_both["high"],
        "n": len(both), "independent_runs": needed,
        "runs_saved": None if needed is None else needed - len(both),
    }  # fmt: skip


def _independent_runs(a: dict[str, Any], b: dict[str, Any], difference: dict[str, Any]) -> int | None:
    """Runs of each design that luck of their own would take; None where luck, or the difference, never varies."""
    if difference["sd"] is None:
        return None
    smallest = ROUNDING * max(abs(a["mean"]), abs(b["mean"]))
    if difference["sd"] <= smallest:
        return None
    needed = difference["n"] * (a["sd"] ** 2 + b["sd"] ** 2) / difference["sd"] ** 2
    return math.ceil(needed - 1e-9)
