"""The agenda at the start, and into how many slots of time it divides a day."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from model import luck
from model.compiled import plain
from model.luck import uniforms
from model.world import tables
from model.world.codes import BREAK_DUE, NEW_DAY, NOBODY, ROUND_DUE, SHIFT_DUE, SHIFT_OVER
from model.world.first_events import first_meetings, first_spikes
from model.world.shifts import shifts
from model.world.slots import slot_of

if TYPE_CHECKING:
    from model.scenario import Scenario

SLOTS_PER_PERSON = 16
"""Slots of a day for each person, at least: a few events fall into one."""
MANY = 500
"""People from whom on looking ahead is worth its time: the tables of fewer stay near the processor by themselves."""
DAYS_AHEAD = 2
"""Days after which slots share their lists with earlier ones; few events lie farther ahead."""


class Agenda(NamedTuple):
    """Events in the heap, of which there are `n_now`, and events of later slots, `n_later` of them; how long a slot is,
    and whether rows that are soon needed are asked for early."""

    heap: np.ndarray
    later: np.ndarray
    slots: np.ndarray
    n_now: int
    n_later: int
    slots_per_minute: float
    looks_ahead: bool


def first_agenda(scenario: "Scenario", seed: int, ids: np.ndarray) -> Agenda:
    """The agenda at the start: the first day, everybody's first break, the shifts, meetings, spikes, first round.

    `ids` are the names of all people for their luck. Draws: one a person, for the break.
    """
    hours = shifts(scenario)
    pause = uniforms(seed, luck.BREAK, ids, 0) * hours.availability * hours.length + hours.start
    end, in_shifts = hours.start + hours.length, hours.length < scenario.run.day_minutes
    events = [(0.0, NEW_DAY, 0), *first_meetings(scenario, seed, ids), *first_spikes(scenario, seed)]
    if scenario.groups and scenario.supervision.round_minutes > 0.0:
        events.append((scenario.supervision.round_minutes, ROUND_DUE, 0))
    for kind, times, whose in (
        (BREAK_DUE, pause, hours.availability < 1.0), (SHIFT_OVER, hours.start, in_shifts), (SHIFT_DUE, end, in_shifts),
    ):  # fmt: skip
        events += [(float(times[worker]), kind, worker) for worker in np.flatnonzero(whose).tolist()]
    slots_a_day = 1 << (SLOTS_PER_PERSON * len(ids)).bit_length()
    placed = _placed(sorted(events, key=_time), slots_a_day, slots_a_day / scenario.run.day_minutes)
    return placed._replace(looks_ahead=len(ids) >= MANY)


def _placed(events: list[tuple[float, int, int]], slots_a_day: int, slots_per_minute: float) -> Agenda:
    """Events (time, kind, who), in order of time, in their places; there are as many lists as a power of two."""
    slots = [plain(slot_of)(time, slots_per_minute) for time, _, _ in events]
    n_now = sum(slot <= 0 for slot in slots)
    heap, later = tables.Events.rows(1024 + 2 * len(events)), tables.Later.rows(1024 + 2 * len(events))
    lists = tables.Slots.rows(DAYS_AHEAD * slots_a_day)
    lists["first"] = NOBODY
    for number, (slot, (time, kind, who)) in enumerate(zip(slots, events, strict=True)):
        if number < n_now:
            heap[tables.FIRST + number] = (time, number, who, 0, kind)
        else:
            its = lists[slot & (len(lists) - 1)]
            later[number - n_now] = (time, number, who, 0, its["first"], kind)
            its["first"] = number - n_now
    return Agenda(heap, later, lists, n_now, len(events) - n_now, slots_per_minute, looks_ahead=False)


def _time(event: tuple[float, int, int]) -> float:
    return event[0]
