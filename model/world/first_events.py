"""What stands in the calendar of a centre from the first day: everybody's first meeting, every stream's first spike."""

from typing import TYPE_CHECKING

import numpy as np

from model import luck
from model.compiled import interpreted
from model.luck import exponential, uniforms
from model.world.codes import MEETING_DUE, SPIKE_COMES
from model.parameters.run import DAYS_A_YEAR

if TYPE_CHECKING:
    from model.scenario import Scenario

DAYS_A_MONTH = 20.0


def first_meetings(scenario: "Scenario", seed: int, ids: np.ndarray) -> list[tuple[float, int, int]]:
    """Everybody's first face-to-face meeting, at a moment of the first interval (004-07). Draws: one a person."""
    rate = scenario.meetings.meetings_per_month
    if rate <= 0.0 or not scenario.groups:
        return []
    n_people = len(ids) - scenario.people.units * scenario.people.reps_per_unit
    interval = DAYS_A_MONTH / rate * scenario.run.day_minutes
    times = interval * uniforms(seed, luck.FACE_PHASE, ids[:n_people], 0)
    return [(time, MEETING_DUE, worker) for worker, time in enumerate(times.tolist())]


def first_spikes(scenario: "Scenario", seed: int) -> list[tuple[float, int, int]]:
    """Each stream's first spike of traffic, exponentially far off (004-11). Draws: one a stream."""
    rate = scenario.spikes.spikes_per_year
    if rate <= 0.0:
        return []
    gap = DAYS_A_YEAR / rate * scenario.run.day_minutes
    luck_of = uniforms(seed, luck.SPIKE, np.arange(len(scenario.streams)), 0).tolist()
    return [(interpreted(exponential)(u, gap), SPIKE_COMES, stream) for stream, u in enumerate(luck_of)]
