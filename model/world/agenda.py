"""The agenda at the start, and into how many slots of time it divides a day."""

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from model import luck
from model.luck import uniforms
from model.world import agenda_tables
from model.world.codes import BREAK_DUE, NEW_DAY, NOBODY, ROUND_DUE, SHIFT_DUE, SHIFT_OVER
from model.world.first_events import first_meetings, first_spikes
from model.world.shifts import shifts
from model.world.slots import BLOCK, COMING, SLOTS

if TYPE_CHECKING:
    from model.scenario import Scenario

SLOTS_PER_PERSON = 16
"""Slots of a day for each person, at least: a few events fall into one."""
MANY = 500
"""People from whom on looking ahead is worth its time: the tables of fewer stay near the processor by themselves."""
FAR_ROWS = 4096
"""Rows at the start for events of stretches farther off, so that it need not be asked often whether there is room."""
DAYS_AHEAD = 2
"""Days after which stretches of slots share their rows with earlier ones, if a day has several; few events lie farther
ahead."""


class Agenda(NamedTuple):
    """All `n_events` events in the heap, in order of time; room for those that will be put away; how long a slot is,
    and whether rows that are soon needed are asked for early."""

    heap: np.ndarray
    later: np.ndarray
    far: np.ndarray
    stretches: np.ndarray
    slots: np.ndarray
    coming: np.ndarray
    n_events: int
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
    stretches = agenda_tables.Stretches.rows(max(4, DAYS_AHEAD * slots_a_day // SLOTS))
    slots = agenda_tables.Slots.rows(2 * SLOTS)
    slots["first"] = NOBODY
    coming = agenda_tables.Coming.rows(COMING)
    later = agenda_tables.Later.rows(1024 + 2 * len(events))
    far = agenda_tables.Far.rows(FAR_ROWS + BLOCK * len(stretches) + 2 * len(events))
    slots_per_minute = slots_a_day / scenario.run.day_minutes
    heap, many = _in_order(events), len(ids) >= MANY
    return Agenda(heap, later, far, stretches, slots, coming, len(events), slots_per_minute, many)


def _in_order(events: list[tuple[float, int, int]]) -> np.ndarray:
    """A heap of events (time, kind, who), and room for more: the next slot might hold all that is put away."""
    heap = agenda_tables.Events.rows(1024 + 2 * len(events))
    for number, (time, kind, who) in enumerate(sorted(events, key=itemgetter(0))):
        heap[agenda_tables.FIRST + number] = (time, number, who, 0, kind)
    return heap
