"""The sizes of the growth study: more of everything, the load of a rep as it was."""

import pytest

from experiments.bench.growth import SIZES, scenario_of
from model.world.demand import expected_issues


def people(scenario) -> tuple[int, int]:
    staff = scenario.people
    return staff.teams * staff.salespeople_per_team, staff.units * staff.reps_per_unit


def test_the_largest_size_has_thirty_times_the_people_of_the_full_preset():
    assert people(scenario_of("1")) == (80, 160)
    assert people(scenario_of("30")) == (2400, 4800)


@pytest.mark.parametrize("size", SIZES[2:])
def test_demand_per_rep_is_that_of_the_full_preset(size):
    scenarios = scenario_of("1"), scenario_of(size)
    full, larger = (expected_issues(scenario) / people(scenario)[1] for scenario in scenarios)
    assert larger == pytest.approx(full)
