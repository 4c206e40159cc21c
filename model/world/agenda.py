"""The agenda at the start: the first day, everybody's first break, the shifts, meetings and spikes."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from model import luck
from model.luck import uniforms
from model.world import tables
from model.world.codes import BREAK_DUE, NEW_DAY, NOBODY, ROUND_DUE, SHIFT_DUE, SHIFT_OVER
from model.world.first_events import first_meetings, first_spikes
from model.world.shifts import shifts

if TYPE_CHECKING:
    from model.scenario import Scenario

SLOTS_PER_PERSON = 8
"""Slots of a day for each person, at least: a few events fall into one."""
DAYS_AHEAD = 2
"""Days after which slots share their lists with earlier ones; few events lie farther ahead."""


class Agenda(NamedTuple):
    """Events in the heap, of which there are `n_now`, and events of later slots, `n_later` of them."""

    heap: np.ndarray
    later: np.ndarray
    slots: np.ndarray
    n_now: int
    n_later: int


def slots_per_minute(scenario: "Scenario", n_people: int) -> float:
    """Slots of time in a minute: a power of two in a day."""
    return float(1 << (SLOTS_PER_PERSON * n_people).bit_length()) / scenario.run.day_minutes


def first_agenda(scenario: "Scenario", seed: int, ids: np.ndarray) -> Agenda:
    """What is sure to happen, from the start on; `ids` are the names of all people for their luck."""
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
    events = [(time, number, who, 0, kind) for number, (time, kind, who) in enumerate(sorted(events, key=_time))]
    per_minute = slots_per_minute(scenario, len(ids))
    n_now = sum(int(event[0] * per_minute) <= 0 for event in events)
    heap, later = tables.Events.rows(1024 + 2 * len(events)), tables.Later.rows(1024 + 2 * len(events))
    slots = tables.Slots.rows(round(DAYS_AHEAD * scenario.run.day_minutes * per_minute))
    slots["first"] = NOBODY
    heap[tables.FIRST : tables.FIRST + n_now] = events[:n_now]
    for row, event in enumerate(events[n_now:]):
        its = slots[int(event[0] * per_minute) & (len(slots) - 1)]
        later[row] = (*event[:4], its["first"], event[4])
        its["first"] = row
    return Agenda(heap, later, slots, n_now, len(events) - n_now)


def _time(event: tuple[float, int, int]) -> float:
    return event[0]
