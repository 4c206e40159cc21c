"""Draws of what no source gives."""

import pytest

from experiments.claims.catalogue import claim_of, stems
from experiments.claims.draws import POSTERIOR, bounds_of, draws_of
from model.scenario import load_scenario
from tests.claims.small import small_claim

NOWHERE = POSTERIOR.with_name("no_such_posterior.csv")


def test_draws_lie_in_their_ranges_one_in_every_stratum_and_are_the_same_each_time():
    claim = small_claim()
    draws, source = draws_of(claim, 10, NOWHERE)
    assert draws == draws_of(claim, 10, NOWHERE)[0] and source.startswith("bounds")
    bounds = bounds_of("mtel", load_scenario("mtel"))
    for name in draws[0]:
        low, high = bounds[name]
        places = sorted((draw[name] - low) / (high - low) for draw in draws)
        assert places[0] >= 0.0 and places[-1] <= 1.0
    rates = sorted(int(10.0 * draw["salespeople.chase_rate"] / 2.0) for draw in draws)
    assert rates == list(range(10))


def test_a_posterior_takes_the_place_of_the_bounds_and_rows_without_weight_are_never_drawn(tmp_path):
    posterior = tmp_path / "posterior.csv"
    posterior.write_text(
        "customers.habit_gain,demand.bulk_size,people.reps_per_unit,distance,weight\n"
        "0.11,20,4,0.5,1.0\n0.12,21,4,0.4,2.0\n0.99,22,4,0.1,0.0\n"
    )
    draws, source = draws_of(small_claim(), 6, posterior)
    assert source == "the posterior of the calibration"
    assert {tuple(draw.values()) for draw in draws} == {(0.11, 20), (0.12, 21)}
    assert set(draws[0]) == {"customers.habit_gain", "demand.bulk_size"}, "arms decide the reps, and a distance is none"


@pytest.mark.parametrize("name", ["mtel", "tcc", "finserver", "star_customer"])
def test_every_range_is_of_a_parameter_and_holds_values_that_the_model_takes(name):
    scenario = load_scenario(name)
    records = {record.full_name: record for record in scenario.records()}
    for parameter, (low, high) in bounds_of(name, scenario).items():
        record = records[parameter]
        assert record.low <= low < high <= record.high, parameter
        assert record.grade not in ("measured", "design"), f"{parameter} is known or chosen"


def test_no_draw_is_one_that_an_arm_refuses():
    claim = claim_of(stems()[19])
    scenarios = claim.scenarios().values()
    for draw in draws_of(claim, 8)[0]:
        for scenario in scenarios:
            scenario.changed(draw)
