"""Build what may be in a call beyond query and purchase; every table is empty in a centre that has nothing of it."""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from model.luck import GIVEN_CODE, uniforms
from model.parameters import TABLES
from model.world import beyond
from model.world.posts import posts

if TYPE_CHECKING:
    from model.scenario import Scenario


def beyond_tables(scenario: "Scenario", seed: int, n_customers: int) -> dict[str, np.ndarray]:
    """Tables by name."""
    n_people = len(posts(scenario).group) if scenario.groups and goes_beyond(scenario) else 0
    in_use = n_people > 0
    tables = {
        "in_hand": beyond.InHand.rows(n_people),
        "conduct": beyond.Conduct.rows(n_people),
        "loyalty": beyond.Loyalty.rows(n_customers if in_use and _has_loyalty(scenario) else 0),
        "departments": beyond.Departments.rows(len(scenario.departments)),
        "floor": beyond.Floor.rows(1 if scenario.groups and scenario.elsewhere.seats > 0 else 0),
        "beyond_days": beyond.BeyondDays.rows(scenario.run.days if in_use else 0),
    }
    for row, about in zip(tables["departments"], scenario.departments.values(), strict=True):
        for record in TABLES["departments"].records("departments"):
            row[record.name] = getattr(about, record.name)
    tables["floor"]["seats"] = max(1, round(scenario.elsewhere.seats * scenario.routing.scale))
    return tables | _sites(scenario) | _codes(scenario, seed, n_customers)


def goes_beyond(scenario: "Scenario") -> bool:
    """Whether anything may be in a call beyond query and purchase."""
    regime, goodwill, elsewhere = scenario.regime, scenario.goodwill, scenario.elsewhere
    rates = (
        regime.call_cap_seconds, regime.p_near_close, regime.gaming, goodwill.p_open_ended, goodwill.p_later_order,
        scenario.discounts.share_with_code, elsewhere.p_order_fails, elsewhere.p_survey, elsewhere.p_survey_others,
        1.0 - elsewhere.mastery_initial,
    )  # fmt: skip
    streams = scenario.streams.values()
    some_streams = any(stream.mode == "outbound" or stream.p_failure_demand > 0.0 for stream in streams)
    return any(rate > 0.0 for rate in rates) or bool(scenario.departments) or some_streams


def _has_loyalty(scenario: "Scenario") -> bool:
    return scenario.goodwill.p_later_order > 0.0


def site_names(scenario: "Scenario") -> list[str]:
    """Sites in the order in which the groups name them."""
    return list(dict.fromkeys(group.location for group in scenario.groups.values()))


def _sites(scenario: "Scenario") -> dict[str, np.ndarray]:
    """Sites by their share of the people (001-14)."""
    names = site_names(scenario)
    sites = beyond.Sites.rows(len(names))
    if names:
        at = np.array([names.index(group.location) for group in scenario.groups.values()])[posts(scenario).group]
        sites["up_to"] = np.cumsum(np.bincount(at, minlength=len(names))) / len(at)
    return {"sites": sites}


def _codes(scenario: "Scenario", seed: int, n: int) -> dict[str, np.ndarray]:
    """Codes of customers and who knows whom (001-31, 001-34)."""
    about = scenario.discounts
    if not scenario.streams or about.share_with_code <= 0.0:
        return {"codes": beyond.Codes.rows(0), "friends": beyond.Friends.rows(0)}
    codes = beyond.Codes.rows(n)
    u, which = (uniforms(seed, GIVEN_CODE, np.arange(n), count) for count in (0, 1))
    better = which < about.share_best_code
    codes["discount"] = (u < about.share_with_code) * np.where(better, about.best_discount, about.lesser_discount)
    ends, known = acquaintances(n, about.friends, about.friends_rewired, seed)
    codes["first"], codes["n_friends"] = ends[:-1], np.diff(ends)
    friends = beyond.Friends.rows(len(known))
    friends["friend"] = known
    return {"codes": codes, "friends": friends}


@lru_cache(maxsize=4)
def acquaintances(n: int, k: int, rewired: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A small world of `n` customers who know `k` others each, some at random (Watts & Strogatz 1998; 001-34).

    Returns where each customer's friends begin (n + 1 numbers), and the friends.
    """
    if k < 2:
        return np.zeros(n + 1, int), np.zeros(0, int)
    import networkx

    graph = networkx.watts_strogatz_graph(n, k, rewired, seed=int(seed))
    known = [sorted(graph[customer]) for customer in range(n)]
    ends = np.concatenate([[0], np.cumsum([len(some) for some in known])])
    return ends, np.concatenate(known).astype(int)
