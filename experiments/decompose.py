"""From a queue in a textbook to the organisation: mechanisms switched on one at a time under common luck.

The ladder is data. Each step names a mechanism and the values that switch it off. On rung k the mechanisms of the
first k steps are on and the rest are off: the base has all of them off and is six times M/M/c, the top is the
scenario itself. All rungs run under the same seeds, so a step adds, seed by seed, the difference of two runs with
the same customers. What a step adds depends on the steps before it: mechanisms at work together in a busy queue
are not a sum of parts, and another order of the ladder would divide the same total in another way.

Near the tipping point of chasing (evidence E) a few runs wait ten times as long as the others, and some run away. A
mean over runs then tells of those few, so the typical run is told by medians over all runs, none left out, and the mean
stands beside, over the runs that ran away on no rung. Medians do not add up; means do.
"""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from experiments.compare import following, paired
from experiments.dotted import dotted
from experiments.replicate import Progress, replicate
from experiments.summary import interval
from model.parameters.run import DAYS_A_YEAR
from model.scenario import Scenario, ScenarioError
from model.theory import patient

WORK = ("production", "transcription", "update", "chase", "helpline", "refused")
"""Kinds of rep minutes per request that are measured, together all that reps do."""


@dataclass(frozen=True)
class Step:
    """A mechanism: its `name`, a `sentence` on what it is, and the values that switch it off in a scenario."""

    name: str
    sentence: str
    off: Callable[[Scenario], dict[str, Any]]


def fixed(**values: Any) -> Callable[[Scenario], dict[str, Any]]:
    """Values that do not depend on the scenario; names are written with a double underscore for the dot."""
    changes = dotted(values)
    return lambda scenario: changes


def no_variability(scenario: Scenario) -> dict[str, Any]:
    """A steady stream of alike requests with exponential work, at the same offered load.

    Requests of bulk projects come one by one instead, so that as many arise; every kind of request takes the
    work of the average one. Projects consist of orders and changes only, so they weigh in apart.
    """
    demand = scenario.demand
    rest = 1.0 - demand.share_orders - demand.share_changes - demand.share_complaints
    placed = demand.share_orders * demand.work_factor_order + demand.share_changes * demand.work_factor_change
    single = placed + demand.share_complaints * demand.work_factor_complaint + rest * demand.work_factor_query
    in_bulk = demand.bulk_per_account_year * demand.bulk_size / DAYS_A_YEAR
    share = demand.share_orders + demand.share_changes
    project = placed / share if share > 0.0 else demand.work_factor_complaint
    daily = demand.requests_a_day
    factor = (demand.requests_per_account_day * single + in_bulk * project) / daily
    kinds = {f"demand.work_factor_{kind}": factor for kind in ("order", "change", "complaint", "query")}
    return kinds | {
        "demand.work_law": "exponential", "demand.load_curve": [1.0], "demand.day_cv": 0.0,
        "demand.account_size_cv": 0.0, "demand.bulk_per_account_year": 0.0,
        "demand.requests_per_account_day": daily, "reps.speed_cv": 0.0,
    }  # fmt: skip


def no_breaks(scenario: Scenario) -> dict[str, Any]:
    """Reps are always there, but slower: absence taken as lost capacity, as staffing formulas do.

    A rep who is at work for a share a of the day works at the pace a all day: work / a. The load is the same.
    """
    return {
        "people.availability_reps": 1.0, "people.shift_start": 0.0, "people.shift_minutes": 1440.0,
        "demand.work_minutes": scenario.demand.work_minutes / presence(scenario),
    }  # fmt: skip


def presence(scenario: Scenario) -> float:
    """Share of the day a rep is at work: availability within the shift."""
    day = scenario.run.day_minutes
    return scenario.people.availability_reps * min(scenario.people.shift_minutes, day) / day


LADDER = (
    Step(
        "variability",
        "Work is lognormal and differs by kind and rep; the load follows the hours, the days and bulk projects.",
        no_variability,
    ),
    Step("breaks", "Reps leave for a break a day, and work at full pace when there.", no_breaks),
    Step(
        "transcription",
        "Mails and calls must be turned into requests by reps, and some customers telephone.",
        fixed(channels__transcription_minutes=0.0, customers__share_by_phone=0.0),
    ),
    Step(
        "desk",
        "The desk takes on requests by habit and passes them on as plain mail: calls wait, and are wrapped up.",
        fixed(customers__whom_to_contact="always_unit"),
    ),
    Step(
        "updates",
        "Reps call the desk about requests that come through it.",
        fixed(channels__updates_per_request=0.0),
    ),
    Step(
        "losses and chases",
        "Mails get lost; customers and salespeople call about open requests, which brings lost ones back. Chases of "
        "requests that were refused in silence or set aside come with those steps.",
        fixed(channels__p_lost=0.0, customers__direct_chase_rate=0.0, salespeople__chase_rate=0.0),
    ),
    Step(
        "tags and jumps",
        "Salespeople name reps, and reps do by disposition at once what others wait for.",
        fixed(
            salespeople__choose_practice="plain_mail", reps__respond="by_the_book",
            reps__pick_request="first_in_first_out", reps__order_of_work="phone_mail_bucket",
        ),
    ),
    Step(
        "refusals",
        "Unwilling reps refuse the desk's requests or ignore them; they are sent again.",
        fixed(reps__refusal_customer_voice=0.0, reps__refusal_own_voice=0.0),
    ),
    Step(
        "setting aside",
        "Unwilling reps let the desk's requests lie before logging them.",
        fixed(reps__set_aside_hours=0.0),
    ),
    Step("overload", "Who is asked beyond the fair share obliges less.", fixed(reps__overload_erosion=0.0)),
)  # fmt: skip
"""The mechanisms in the order in which they are switched on."""

BASE = Step(
    "textbook queue",
    "Each unit an M/M/c queue with the same offered load: requests at random, exponential work, nothing else.",
    fixed(),
)
TOTAL = Step("all together", "The scenario as it is, beside the textbook queue.", fixed())


def rungs(scenario: Scenario) -> list[Scenario]:
    """The scenario with all mechanisms off, then with one more of them on each time; the last is the scenario."""
    return [
        scenario.changed({name: value for step in LADDER[on:] for name, value in step.off(scenario).items()})
        for on in range(len(LADDER) + 1)
    ]


def theory(scenario: Scenario) -> float:
    """Mean wait (minutes) in a unit of the textbook base by Erlang C (M/M/c; `model.theory.patient`)."""
    base = rungs(scenario)[0]
    demand, people = base.demand, base.people
    arrival = demand.requests_per_account_day * people.accounts / people.units / base.run.day_minutes
    work = demand.work_minutes * demand.work_factor_order
    return patient(arrival, 1.0 / work, people.reps_per_unit).mean_wait


@dataclass(frozen=True)
class Decomposition:
    """The gap between theory and the organisation, taken apart.

    Attributes
    ----------
    scenario, seed, n : what was run, and how many replications of every rung.
    theory_wait : mean wait of the base by Erlang C, minutes.
    kept : list of seeds
        Those that the means are reckoned from: all that ran away on no rung. A mean over runs that ran away and
        runs that did not describes neither (evidence E, tipping point). All seeds if fewer than two are left.
    rows : list of dict
        The base, every step, and all together: `name`, `sentence`; `wait` and `work` (means of the rung over the kept
        seeds, minutes a request) with `wait_low` … `work_high`; `wait_added`, `work_added` (what the step adds; for
        the base the same as `wait` and `work`) with their `_low` and `_high`; `wait_median`, `wait_added_median` … (the
        same over all seeds as medians, with 95 % intervals of the median from the order of the runs, None below six);
        `involvement` (share of requests through the desk); `runaway` (share of all runs of the rung that ran away).
    runs : for every rung one flat record a replication.
    """

    scenario: Scenario
    seed: int
    n: int
    theory_wait: float
    kept: list[int]
    rows: list[dict[str, Any]]
    runs: list[list[dict[str, Any]]]


def decompose(
    scenario: Scenario,
    replications: int | None = None,
    seed: int = 1,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Decomposition:
    """Climb the ladder from the textbook queue to a scenario, every rung under the same seeds.

    Parameters
    ----------
    scenario : one with service units and requests.
    replications, seed, workers, progress : as for `replicate`; the number of runs is that of each rung.

    Raises
    ------
    ScenarioError : for a scenario without requests, or a number that cannot be.

    Examples
    --------
    >>> [row["name"] for row in decompose(load_scenario("mtel", {"run.days": 5}), 2).rows][:2]
    ['textbook queue', 'variability']
    """
    check_decomposable(scenario)
    n = scenario.replications if replications is None else replications
    ladder = rungs(scenario)
    runs = []
    for place, rung in enumerate(ladder):
        told = following(progress, place * n) if place else progress
        done = replicate(rung, n, seed, workers, told)
        pace = scenario.demand.work_minutes / rung.demand.work_minutes
        runs.append([_record(run, pace) for run in done.runs])
    kept = steady_seeds(runs)
    before = [None, *runs[:-1], runs[0]]
    rows = [
        _row(step, after, than, kept) for step, after, than in zip((BASE, *LADDER, TOTAL), [*runs, runs[-1]], before,
                                                                  strict=True)
    ]  # fmt: skip
    return Decomposition(scenario, seed, n, theory(scenario), kept, rows, runs)


def steady_seeds(runs: Sequence[Sequence[dict[str, Any]]]) -> list[int]:
    """Seeds that ran away on no rung; all of them if fewer than two are left."""
    away = {run["seed"] for rung in runs for run in rung if run["runaway"] == 1.0}
    seeds = [run["seed"] for run in runs[0]]
    steady = [seed for seed in seeds if seed not in away]
    return steady if len(steady) > 1 else seeds


def check_decomposable(scenario: Scenario) -> None:
    """Refuse a scenario in which nobody asks a service unit for anything."""
    if scenario.vocabulary is not None or scenario.demand.requests_per_account_day <= 0.0:
        raise ScenarioError(
            f"There are no service requests in {scenario.name}, so there is no wait to take apart; choose a scenario "
            "with demand.requests_per_account_day above 0, such as mtel."
        )


def _record(run: dict[str, Any], pace: float) -> dict[str, Any]:
    """What the ladder needs of a run: mean wait, rep minutes a request, involvement of the desk, runaway.

    Rep minutes are counted at full pace: where reps never leave but are slower (`no_breaks`), all they do on that
    rung is such work, and a minute of it counts as the share `pace` of a minute.
    """
    minutes = [run[f"rep_minutes_{kind}"] for kind in WORK]
    return {
        "seed": run["seed"], "wait": run["wait_minutes_mean"],
        "work": None if None in minutes else pace * sum(minutes),
        "involvement": run["desk_involvement"], "runaway": run["runaway"],
    }  # fmt: skip


def _row(
    step: Step, after: Sequence[dict[str, Any]], before: Sequence[dict[str, Any]] | None, kept: Sequence[int]
) -> dict[str, Any]:
    """One row of the ladder: the rung itself, and what it adds to another one, seed by seed of those kept."""
    row: dict[str, Any] = {"name": step.name, "sentence": step.sentence}
    for quantity in ("wait", "work"):
        values = _values(after, quantity, kept)
        level = interval([value for value in values if value is not None])
        added = level | {"difference": level["mean"]}
        if before is not None:
            added = paired(_values(before, quantity, kept), values)
        row |= {quantity: level["mean"], f"{quantity}_low": level["low"], f"{quantity}_high": level["high"]}
        row |= {
            f"{quantity}_added": added["difference"], f"{quantity}_added_low": added["low"],
            f"{quantity}_added_high": added["high"],
        }  # fmt: skip
        every = [run[quantity] for run in after]
        gained = every if before is None else _differences([run[quantity] for run in before], every)
        row |= {f"{quantity}_median{end}": value for end, value in _median(every).items()}
        row |= {f"{quantity}_added_median{end}": value for end, value in _median(gained).items()}
    involved = [share for share in _values(after, "involvement", kept) if share is not None]
    row["involvement"] = interval(involved)["mean"]
    row["runaway"] = sum(run["runaway"] == 1.0 for run in after) / len(after)
    return row


def _differences(a: Sequence[float | None], b: Sequence[float | None]) -> list[float]:
    return [y - x for x, y in zip(a, b, strict=True) if x is not None and y is not None]


def _median(values: Sequence[float | None]) -> dict[str, float | None]:
    """Median, and its 95 % interval whatever the law: between two values so placed in order that B(n, 1/2) says so."""
    from scipy.stats import quantile_test

    known = [value for value in values if value is not None]
    if len(known) < 6:  # below six values not even the smallest and the largest enclose the median with 95 %
        return {"": statistics.median(known) if known else None, "_low": None, "_high": None}
    bounds = quantile_test(known, p=0.5).confidence_interval(0.95)
    return {"": statistics.median(known), "_low": float(bounds.low), "_high": float(bounds.high)}


def _values(runs: Sequence[dict[str, Any]], quantity: str, kept: Sequence[int]) -> list[float | None]:
    return [run[quantity] for run in runs if run["seed"] in kept]
