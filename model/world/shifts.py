"""Hours of work: when each worker's shift starts, how long it is, and how much of it is a break."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from model.world.posts import posts
from model.world.staffing_plan import shift_starts

if TYPE_CHECKING:
    from model.scenario import Scenario


class Shifts(NamedTuple):
    """Hours of all workers, front line first, then reps, as arrays.

    Attributes: `start` and `length` of the shift (minutes), `availability` (share of the shift that is no break).
    """

    start: np.ndarray
    length: np.ndarray
    availability: np.ndarray


@lru_cache(4)
def shifts(scenario: "Scenario") -> Shifts:
    """Hours of work: those of the group for the people of a centre, of the whole organisation for everybody else."""
    people, day = scenario.people, scenario.run.day_minutes
    n_desk, n_reps = len(posts(scenario).group), people.units * people.reps_per_unit
    start = np.full(n_desk + n_reps, people.shift_start)
    length = np.full(n_desk + n_reps, min(people.shift_minutes, day))
    availability = np.repeat([people.availability_desk, people.availability_reps], [n_desk, n_reps])
    for g, (name, group) in enumerate(scenario.groups.items()):
        mine = np.flatnonzero(posts(scenario).group == g)
        start[mine], length[mine] = shift_starts(scenario, name, len(mine)), min(group.shift_minutes, day)
        availability[mine] = group.availability
    return Shifts(start, length, availability)
