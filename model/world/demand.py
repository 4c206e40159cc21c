"""Demand of a run, drawn up front (exogenous luck): the accounts' sizes and all their issues in order of time."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from model.parameters.flat import parameter_row
from model.world import tables
from model.world.centre_build import n_accounts
from model.world.joined import issues_in_full
from model.world.world import TABLES, World, pack, unpack

if TYPE_CHECKING:
    from model.scenario import Scenario


class Demand(NamedTuple):
    """What customers bring to a run: Accounts (with their sizes), Issues in order of time, Requests; and its row of
    parameters, by which they were drawn."""

    parameters: np.void
    accounts: np.ndarray
    issues: np.ndarray
    requests: np.ndarray


def draw_demand(scenario: "Scenario", seed: int) -> Demand:
    """Accounts with their sizes, and all issues of a run sorted by the time they arise."""
    from model.world.needs import describe, describe_native

    world = World(**{name: table.rows(0) for name, table in TABLES.items() if name != "parameters"}, parameters=0)
    parameters = _parameters(scenario).copy()
    parameters["seed"] = seed
    world = world._replace(
        parameters=parameters, clock=tables.Clock.rows(1)[0],
        accounts=tables.Accounts.rows(n_accounts(scenario)), units=tables.Units.rows(scenario.people.units),
    )  # fmt: skip
    world, n, n_requests = _draw_arrivals(scenario, world)
    order = _in_order(np.ascontiguousarray(world.arrivals["arises"][:n]))
    world = world._replace(issues=tables.Issues.blank(n), requests=tables.Requests.rows(n_requests))
    world, _ = _run(world, describe, describe_native, order)
    return Demand(world.parameters, world.accounts, world.issues, world.requests)


@lru_cache(4)
def _parameters(scenario: "Scenario") -> np.void:
    """The row of parameters that all runs of a scenario have in common, whatever their seed."""
    return parameter_row(scenario, 0)


def _in_order(times: np.ndarray) -> np.ndarray:
    """Places of arrivals in order of time; those of one moment stay as they were drawn, on every processor."""
    if (times[1:] >= times[:-1]).all():
        return np.arange(len(times))
    order = np.argsort(times)
    ordered = times[order]
    return order if (ordered[1:] > ordered[:-1]).all() else np.argsort(times, kind="stable")


def _draw_arrivals(scenario: "Scenario", world: World) -> tuple[World, int, int]:
    """The world with its arrivals, and how many there are, and service requests among them; more room is made when
    there are more than expected."""
    from model.world.arrivals import FULL, draw, draw_native

    curve = np.asarray(scenario.demand.load_curve, float)
    expected = expected_issues(scenario)
    rows = int(expected * (1.0 + 8.0 * scenario.demand.account_size_cv / scenario.people.accounts**0.5))
    rows += int(8.0 * (expected * max(1, scenario.demand.bulk_size)) ** 0.5) + 64
    cumulative = np.zeros(scenario.run.days * len(curve) + 1)
    while True:
        roomy = world._replace(arrivals=tables.Arrivals.blank(rows))
        drawn, (n, n_requests) = _run(roomy, draw, draw_native, curve, cumulative)
        if n != FULL:
            return drawn, n, n_requests
        rows *= 2


def draw_issues(scenario: "Scenario", seed: int) -> np.ndarray:
    """All issues of a run in full, what they are as service requests included, sorted by the time they arise."""
    return issues_in_full(draw_demand(scenario, seed))


def account_sizes(scenario: "Scenario", seed: int) -> np.ndarray:
    """Demand of each account beside the average, lognormal with mean 1."""
    return draw_demand(scenario, seed).accounts["size"]


def _run(world: World, function: Callable, native: Callable, *arguments: np.ndarray) -> tuple[World, Any]:
    """Let a function work on a world's tables, compiled, or in plain Python where compiling is switched off."""
    import numba

    from model.world.native import directory

    if not numba.config.DISABLE_JIT:
        return world, native(directory(world), *arguments)
    with np.errstate(over="ignore"):
        rows = unpack(world)
        found = function(rows, *arguments)
    return pack(rows, world), found


def expected_issues(scenario: "Scenario") -> float:
    """How many issues a run of the scenario will have, on average."""
    demand, people, days = scenario.demand, scenario.people, scenario.run.days
    daily = demand.requests_a_day + demand.opportunities_per_account_day + demand.enquiries_per_account_day
    return people.accounts * days * daily


def expected_calls(scenario: "Scenario") -> float:
    """How many calls will come to a centre in a run of the scenario, on average, without those that come again."""
    return scenario.run.days * scenario.routing.scale * sum(one.calls_per_day for one in scenario.streams.values())
