"""Posts at the front line: who is in which team and group."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from model.world.staffing_plan import head_counts

if TYPE_CHECKING:
    from model.scenario import Scenario


class Posts(NamedTuple):
    """Posts of the desk or centre, in the order of the table of salespeople.

    Attributes: `team` and `group` of each post (the group is 0 where there are none), `place` within the team of a
    desk or the group of a centre, `n_teams`.
    """

    team: np.ndarray
    group: np.ndarray
    place: np.ndarray
    n_teams: int


@lru_cache(4)
def posts(scenario: "Scenario") -> Posts:
    """Posts by team and place, or, in a centre, by group and place; a group is cut into teams of its own."""
    size = scenario.people.salespeople_per_team
    if not scenario.groups:
        team = np.repeat(np.arange(scenario.people.teams), size)
        place = np.tile(np.arange(size), scenario.people.teams)
        return Posts(team, np.zeros(len(team), int), place, scenario.people.teams)
    people = head_counts(scenario)
    group = np.repeat(np.arange(len(people)), people)
    place = np.concatenate([np.arange(n) for n in people])
    teams = [-(-n // size) for n in people]
    first = np.concatenate([[0], np.cumsum(teams)[:-1]])
    return Posts(first[group] + place // size, group, place, sum(teams))
