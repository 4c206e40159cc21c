"""A frame: one day of the organisation in at most ten kilobytes, complete in itself (see PROTOCOL.md, frame)."""

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from experiments.seminar.recordings.day import Day
from experiments.seminar.recordings.layout import kind_of
from experiments.seminar.texts import short
from model.story.names import name_of_post
from model.world.books import ties_in_books
from model.world.codes import CALL, N_MINUTES, SERVICE_TIME, WRAP_UP

if TYPE_CHECKING:
    from model.scenario import Scenario
    from model.world.world import World

MOST_EDGES = 320
EDGES_A_PERSON = 4


def frame(day: Day, values: list[float | int | None]) -> bytes:
    """The day as JSON without what differs between readers; `values` are those of the series."""
    return json.dumps(content(day, values), separators=(",", ":"), allow_nan=False).encode()


def content(day: Day, values: list[float | int | None]) -> dict[str, Any]:
    """The members of a frame that the run decides."""
    world = day.world
    return {
        "day": day.number, "load": _tenths(_load(day)), "busy": _busy(day), "asked": day.named.tolist(),
        "credit": _credit(world, day.scenario), "places": _tenths(_places(day)),
        "serving": world.managers["serves"][: int(world.clock["n_teams"])].tolist(), "edges": _edges(world),
        "names": _newcomers(world), "values": values,
    }  # fmt: skip


def _load(day: Day) -> np.ndarray:
    """Things that waited for each person, mean over the day."""
    workers, n_front = day.world.workers, len(day.world.salespeople)
    load = day.waiting[workers["line"]] + day.waiting[workers["todo"]]
    if day.scenario.reps.own_buckets:
        load[n_front:] += day.waiting[workers["bucket"][n_front:]]
    return load


def _busy(day: Day) -> list[int]:
    """Percentage of the day's minutes at work that went to tasks; work over midnight counts where it ends."""
    at_work = _minutes_at_work(day.world, day.scenario)
    share = (day.now.busy - day.before.busy) / at_work
    return np.clip(np.rint(100.0 * share), 0, 100).astype(int).tolist()


def _minutes_at_work(world: "World", scenario: "Scenario") -> np.ndarray:
    people, day = scenario.people, scenario.run.day_minutes
    n_front, n_reps = len(world.salespeople), len(world.reps)
    if scenario.groups:
        groups = list(scenario.groups.values())
        a_group = np.array([group.availability * min(group.shift_minutes, day) for group in groups])
        front = a_group[world.advisors["group"]]
    else:
        front = np.full(n_front, people.availability_desk * min(people.shift_minutes, day))
    return np.concatenate([front, np.full(n_reps, people.availability_reps * min(people.shift_minutes, day))])


def _credit(world: "World", scenario: "Scenario") -> list[int]:
    """Percentage of the quota reported so far in the period; in a centre the calls handled so far, in a textbook queue
    the minutes on calls."""
    if len(world.advisors):
        return world.advisors["n_calls"].tolist()
    if kind_of(scenario) == "queue":
        minutes = world.ledger["minutes"].reshape(-1, N_MINUTES)[: len(world.salespeople)]
        return np.rint(minutes[:, [CALL, WRAP_UP, SERVICE_TIME]].sum(axis=1)).astype(int).tolist()
    desk = world.salespeople
    reported = desk["originated"] + desk["claimed"]
    share = np.divide(reported, desk["quota"], out=np.zeros(len(desk)), where=desk["quota"] > 0.0)
    return np.clip(np.rint(100.0 * share), 0, 9999).astype(int).tolist()


def _places(day: Day) -> np.ndarray:
    """Things that waited at each place of the layout, mean over the day."""
    units = day.world.units
    waiting = [sum(day.waiting[units[name]] for name in ("mailbox", "helpline")) + _buckets(day)] if len(units) else []
    waiting += [day.waiting[day.world.streams["queue"]]] if len(day.world.streams) else []
    if day.scenario.people.call_routing == "pooled" and not len(day.world.streams):
        waiting.append(day.waiting[:1])
    return np.concatenate(waiting) if waiting else np.zeros(0)


def _buckets(day: Day) -> np.ndarray:
    """Requests that waited in the bucket of each unit, or in those of its reps."""
    reps = day.world.workers["bucket"][len(day.world.salespeople) :]
    places, first = np.unique(reps, return_index=True)
    return np.bincount(day.world.reps["unit"][first], day.waiting[places], len(day.world.units))


def _edges(world: "World") -> list[int]:
    """The strongest direct numbers: salesperson, rep, remembered promptness in per cent, one after another."""
    n_units, n_front = len(world.units), len(world.salespeople)
    ties, pages = ties_in_books(world)
    if not len(ties):
        return []
    seller = pages // n_units
    known = np.flatnonzero((ties["known"] == 1) & (ties["number"] == 1))
    most = min(MOST_EDGES, EDGES_A_PERSON * n_front)
    known = known[np.argsort(-ties["value"][known], kind="stable")[:most]]
    weight = np.clip(np.rint(100.0 * ties["value"][known]), 1, 99).astype(int)
    return np.stack([seller[known], n_front + ties["rep"][known], weight], axis=1).ravel().tolist()


def _newcomers(world: "World") -> dict[str, str]:
    """Posts whose holder is not the first, by place in the layout, with the holder's name."""
    names = {}
    for kind, table, first in (("salesperson", world.salespeople, 0), ("rep", world.reps, len(world.salespeople))):
        for row in np.flatnonzero(table["person"] > 0).tolist():
            names[str(first + row)] = name_of_post(kind, row, int(table["person"][row]), len(table))
    return names


def _tenths(values: np.ndarray) -> list[float | int | None]:
    return [short(value, 3) for value in np.round(values, 1).tolist()]
