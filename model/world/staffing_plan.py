"""Plan a centre's shifts and groups for a forecast of the load (002-23, 002-25)."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from model.scenario import Scenario

PARTS = 96
"""Parts of the day for which staff is planned."""


def head_counts(scenario: "Scenario") -> list[int]:
    """People of each group at the simulated size: the scenario's, or sized by the load of each group's own streams.

    Sized: as many as before in all, shared out by R + √R, R being the load of a group's own streams in erlangs (the
    square root is the usual margin for chance); the largest remainders are rounded up, and nobody's group is empty.
    """
    scale = scenario.routing.scale
    given = [max(1, round(group.people * scale)) for group in scenario.groups.values()]
    if not scenario.staffing.sizes_groups:
        return given
    load = np.array([_loads(scenario, group.serves).sum() / PARTS for group in scenario.groups.values()])
    weight = load + np.sqrt(load)
    if weight.sum() <= 0.0:
        return given
    wanted = np.maximum(1.0, sum(given) * weight / weight.sum())
    people = np.floor(wanted).astype(int)
    for g in np.argsort(people - wanted, kind="stable")[: max(0, sum(given) - people.sum())]:
        people[g] += 1
    return people.tolist()


def shift_starts(scenario: "Scenario", group: str, people: int) -> np.ndarray:
    """Start of the shift of each of a group's people (minutes): the group's own, or planned for the forecast.

    One person after another gets the shift after which the people present differ least, by the sum of squares, from
    a share of the group's person-hours that follows the forecast load; of equal shifts the earliest.
    """
    about = scenario.groups[group]
    day, forecast = scenario.run.day_minutes, scenario.staffing.forecast
    length = min(about.shift_minutes, day)
    if forecast == "none" or length >= day:
        return np.full(people, about.shift_start)
    streams = about.serves if forecast == "segment" else list(scenario.streams)
    load = _loads(scenario, streams)
    if load.sum() <= 0.0:
        return np.full(people, about.shift_start)
    starts = np.arange(0.0, day - length, scenario.staffing.shift_step)
    starts = np.append(starts, day - length)  # somebody is there when the centre closes
    middle = (np.arange(PARTS) + 0.5) * day / PARTS
    covers = (middle >= starts[:, None]) & (middle < starts[:, None] + length)
    needed = load / load.sum() * people * length / day * PARTS
    present, chosen = np.zeros(PARTS), np.empty(people)
    for person in range(people):
        miss = ((needed - present - covers) ** 2).sum(axis=1)
        best = int(np.argmin(miss))
        chosen[person], present = starts[best], present + covers[best]
    return np.sort(chosen)


def _loads(scenario: "Scenario", streams: list[str]) -> np.ndarray:
    """Forecast load of streams in each part of the day, in erlangs, each shared by the groups that serve it."""
    total = np.zeros(PARTS)
    for name in streams:
        stream = scenario.streams[name]
        curve = np.asarray(stream.load_curve, float)
        by_part = np.interp(np.arange(PARTS + 1) / PARTS, np.arange(len(curve) + 1) / len(curve),
                            np.concatenate([[0.0], np.cumsum(curve) / curve.sum()]))  # fmt: skip
        shared = max(1, sum(name in group.serves for group in scenario.groups.values()))
        calls = stream.calls_per_day * scenario.routing.scale / shared
        work = stream.handle_minutes + stream.wrap_up_minutes
        total += calls * work * np.diff(by_part) * PARTS / scenario.run.day_minutes
    return total
