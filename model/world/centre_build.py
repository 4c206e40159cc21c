"""Build a centre: its streams with their load curves, groups, skills, and the first call of each stream."""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from model.compiled import interpreted
from model.luck import log_variance
from model.parameters import TABLES
from model.parameters.groups import SITES
from model.parameters.record import LAWS
from model.world import centre
from model.world.beyond_build import beyond_tables, site_names
from model.world.codes import CONTAINS, NOBODY, SERVES, UNTRAINED
from model.world.control_build import control_tables, offer_tables
from model.world.differentiation_build import differentiation_tables
from model.world.peers_build import peer_tables
from model.world.posts import posts

if TYPE_CHECKING:
    from model.scenario import Scenario

CLASSES = 300
"""Classes of length of calls: up to 0.01 · 10^6 minutes."""
CALLS_AT_FIRST = 256
"""Rows of calls to begin with; they grow as calls come to be under way at once."""


def centre_tables(scenario: "Scenario", seed: int) -> dict[str, np.ndarray]:
    """Tables of a centre by name, all empty for an organisation without streams."""
    n_streams, n_groups = len(scenario.streams), len(scenario.groups)
    parts = [np.asarray(stream.load_curve, float) for stream in scenario.streams.values()]
    tables = {
        "streams": centre.Streams.rows(n_streams),
        "curves": centre.Curves.rows(sum(len(curve) for curve in parts)),
        "skills": centre.Skills.rows(n_groups * n_streams),
        "groups": centre.Groups.rows(n_groups),
        "calls": centre.Calls.rows(CALLS_AT_FIRST if n_streams else 0),
        "advisors": centre.Advisors.rows(len(posts(scenario).group) if n_groups else 0),
        "customers": centre.Customers.rows(n_accounts(scenario) if n_streams else 0),
        "centre_days": centre.CentreDays.rows(scenario.run.days if n_streams else 0),
        "lengths": centre.Lengths.rows(CLASSES if n_streams else 0),
        **differentiation_tables(scenario, first_of_segments(scenario)),
    }
    tables["customers"]["satisfaction"] = scenario.service.satisfaction_initial
    tables["customers"]["last_worker"] = NOBODY
    _fill_streams(tables["streams"], scenario)
    _fill_curves(tables, parts)
    _fill_groups(tables, scenario)
    tables |= offer_tables(scenario, len(tables["customers"]), len(tables["calls"]))
    tables |= beyond_tables(scenario, seed, len(tables["customers"]))
    return tables | peer_tables(scenario) | control_tables(scenario, seed)


def _fill_streams(streams: np.ndarray, scenario: "Scenario") -> None:
    for row, about in zip(streams, scenario.streams.values(), strict=True):
        for name in _numbers():
            row[name] = getattr(about, name)
        row["handle_law"] = LAWS.index(about.handle_law)
        row["handle_variance"] = interpreted(log_variance)(about.handle_cv)
        row["outbound"] = about.mode == "outbound"
    streams["calls_per_day"] *= scenario.routing.scale
    motives = list(dict.fromkeys(about.motive for about in scenario.streams.values()))
    streams["motive"] = [motives.index(about.motive) for about in scenario.streams.values()]
    segments = list(scenario.segments)
    first = first_of_segments(scenario)
    for row, about in zip(streams, scenario.streams.values(), strict=True):
        segment = segments.index(about.segment) if segments else 0
        row["segment"], row["first_caller"] = segment, first[segment]
        row["n_callers"] = first[segment + 1] - first[segment]
    streams["factor"] = 0.0
    streams["day"] = -1


@cache
def _numbers() -> tuple[str, ...]:
    """Parameters of a stream that are numbers."""
    return tuple(record.name for record in TABLES["streams"].records("streams") if record.kind in (int, float))


def first_of_segments(scenario: "Scenario") -> np.ndarray:
    """First customer of each segment, and the number of customers at the end; without segments all are one."""
    weights = np.array([segment.share for segment in scenario.segments.values()] or [1.0])
    edges = np.round(np.cumsum(weights) / weights.sum() * n_accounts(scenario)).astype(int)
    return np.concatenate([[0], edges])


def n_accounts(scenario: "Scenario") -> int:
    """Customers at the simulated size, at least one for each segment."""
    return max(1, len(scenario.segments), round(scenario.people.accounts * scenario.routing.scale))


def _fill_curves(tables: dict[str, np.ndarray], parts: list[np.ndarray]) -> None:
    tables["streams"]["n_parts"] = [len(curve) for curve in parts]
    tables["streams"]["first_part"] = np.concatenate([[0], np.cumsum([len(curve) for curve in parts])])[: len(parts)]
    tables["curves"]["up_to"] = np.concatenate([np.cumsum(c) / c.sum() for c in parts]) if parts else []


def _fill_groups(tables: dict[str, np.ndarray], scenario: "Scenario") -> None:
    streams, group_of, sites = list(scenario.streams), posts(scenario).group, site_names(scenario)
    tables["advisors"]["group"] = group_of if len(tables["advisors"]) else []
    for g, (row, about) in enumerate(zip(tables["groups"], scenario.groups.values(), strict=True)):
        row["pool"] = 1 + scenario.people.units + g
        row["first"], row["n_people"] = np.flatnonzero(group_of == g)[0], np.count_nonzero(group_of == g)
        shift = min(about.shift_minutes, scenario.run.day_minutes)
        row["selling"] = about.selling
        row["break_minutes"], row["shift_minutes"] = (1.0 - about.availability) * shift, shift
        row["location"] = sites.index(about.location)
        row["site"], row["volume_pay"] = SITES.index(about.site), about.volume_pay
        row["identity"] = about.identity + scenario.norms.identification * (1.0 - about.identity)
        for s, stream in enumerate(streams):
            serves = stream in about.serves or scenario.routing.pooled
            level = SERVES if serves else CONTAINS if stream in about.contains else UNTRAINED
            tables["skills"]["level"][g * len(streams) + s] = level
            tables["streams"]["n_people"][s] += row["n_people"] if level == SERVES else 0


def n_stream_queues(scenario: "Scenario") -> int:
    """Queues of a centre: one for each stream and site."""
    return len(scenario.streams) * len(site_names(scenario))


def place_stream_queues(world, scenario: "Scenario", first: int) -> None:
    """A queue for each stream and site, from row `first` on; the groups trained for a stream take its calls."""
    n_sites = len(world.sites)
    world.streams["queue"] = first + n_sites * np.arange(len(world.streams))
    rows = first + np.arange(n_sites * len(world.streams))
    world.queues["measured"][rows] = 1
    world.queues["lines"][rows] = scenario.routing.trunk_lines
    world.queues["owner"][rows] = world.queues["pool"][rows] = NOBODY
