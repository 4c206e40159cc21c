"""Demand of a run, drawn up front (exogenous luck): the accounts' sizes and all their issues in order of time."""

from typing import TYPE_CHECKING

import numpy as np

from model.parameters.flat import parameter_row
from model.world import tables
from model.world.centre_build import n_accounts
from model.world.world import TABLES, World, pack, unpack

if TYPE_CHECKING:
    from model.scenario import Scenario

DAYS_A_YEAR = 250
"""Working days in a year, to which yearly rates refer."""


def draw_demand(scenario: "Scenario", seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Accounts with their sizes, and all issues of a run sorted by the time they arise (tables Accounts, Issues)."""
    curve = np.asarray(scenario.demand.load_curve, float)
    expected = expected_issues(scenario)
    rows = int(expected * (1.0 + 8.0 * scenario.demand.account_size_cv / scenario.people.accounts**0.5))
    rows += int(8.0 * (expected * max(1, scenario.demand.bulk_size)) ** 0.5) + 64
    while True:
        world = World(**{name: table.rows(0) for name, table in TABLES.items() if name != "parameters"}, parameters=0)
        world = world._replace(
            parameters=parameter_row(scenario.values(), seed), clock=tables.Clock.rows(1)[0],
            accounts=tables.Accounts.rows(n_accounts(scenario)), units=tables.Units.rows(scenario.people.units),
            issues=tables.Issues.rows(rows),
        )  # fmt: skip
        world, n = _draw(world, curve, np.zeros(scenario.run.days * len(curve) + 1))
        if n >= 0:
            break
        rows *= 2
    issues = world.issues[:n]
    if np.any(np.diff(issues["arises"]) < 0.0):
        issues = issues[np.argsort(issues["arises"], kind="stable")]
    return world.accounts, issues


def draw_issues(scenario: "Scenario", seed: int) -> np.ndarray:
    """All issues of a run, sorted by the time they arise."""
    return draw_demand(scenario, seed)[1]


def account_sizes(scenario: "Scenario", seed: int) -> np.ndarray:
    """Demand of each account beside the average, lognormal with mean 1."""
    return draw_demand(scenario, seed)[0]["size"]


def _draw(world: World, curve: np.ndarray, cumulative: np.ndarray) -> tuple[World, int]:
    """Draw into a world's tables, compiled, or in plain Python where compiling is switched off."""
    import numba

    from model.world.arrivals import draw, draw_native
    from model.world.native import directory

    if not numba.config.DISABLE_JIT:
        return world, draw_native(directory(world), curve, cumulative)
    with np.errstate(over="ignore"):
        rows = unpack(world)
        n = draw(rows, curve.tolist(), cumulative)
    return pack(rows, world), n


def expected_issues(scenario: "Scenario") -> float:
    """How many issues a run of the scenario will have, on average."""
    demand, people, days = scenario.demand, scenario.people, scenario.run.days
    daily = (
        demand.requests_per_account_day + demand.opportunities_per_account_day + demand.enquiries_per_account_day
        + demand.bulk_per_account_year * demand.bulk_size / DAYS_A_YEAR
    )  # fmt: skip
    return people.accounts * days * daily
