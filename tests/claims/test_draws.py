"""Draws of what no source gives."""

from collections import Counter
from dataclasses import replace

import pytest

from experiments.claims.catalogue import claim_of, stems
from experiments.claims.claim import ClaimError
from experiments.claims.draws import POSTERIOR, bounds_of, draws_of
from experiments.claims.trial import try_claim
from model.scenario import load_scenario
from tests.claims.small import TINY, small_claim
from tests.claims.test_trial import Alone

NOWHERE = POSTERIOR.with_name("no_such_posterior.csv")


FROM_POSTERIOR = "the posterior where the calibration moved them, else bounds"


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


def test_what_a_claim_alone_has_drawn_is_drawn_beside_the_rest():
    usual, claim = small_claim(), replace(small_claim(), drawn={"salespeople.stake_response": (0.01, 0.1)})
    draws = draws_of(claim, 10, NOWHERE)[0]
    assert set(draws[0]) == set(draws_of(usual, 10, NOWHERE)[0][0]) | {"salespeople.stake_response"}
    places = sorted(int((draw["salespeople.stake_response"] - 0.01) / 0.009) for draw in draws)
    assert places == list(range(10))


def test_a_posterior_takes_the_place_of_the_bounds_and_rows_without_weight_are_never_drawn(tmp_path):
    posterior = tmp_path / "posterior.csv"
    posterior.write_text(
        "customers.habit_gain,demand.bulk_size,people.reps_per_unit,weight\n"
        "0.11,20,4,1.0\n0.12,21,4,2.0\n0.99,22,4,0.0\n"
    )
    draws, source = draws_of(small_claim(), 6, posterior)
    assert source == FROM_POSTERIOR
    pairs = Counter((draw["customers.habit_gain"], draw["demand.bulk_size"]) for draw in draws)
    assert pairs == {(0.11, 20): 2, (0.12, 21): 4}
    assert "people.reps_per_unit" not in draws[0], "arms decide the reps"


def test_what_a_posterior_leaves_alone_is_drawn_from_its_bounds_beside_it(tmp_path):
    posterior = tmp_path / "posterior.csv"
    posterior.write_text("customers.habit_gain,weight\n0.11,1.0\n0.12,1.0\n")
    both, alone = draws_of(small_claim(), 10, posterior)[0], draws_of(small_claim(), 10, tmp_path / "none")[0]
    assert set(both[0]) == set(alone[0])
    low, high = bounds_of("mtel", load_scenario("mtel"))["reps.disposition_sd"]
    places = sorted(int(10.0 * (draw["reps.disposition_sd"] - low) / (high - low)) for draw in both)
    assert places == list(range(10))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("customers.habit_gian,weight\n0.1,1\n", "'customers.habit_gian'.*did you mean customers.habit_gain"),
        ("customers.habit_gain,distance\n0.1,1\n", "'distance'.*must be a parameter"),
        ("customers.habit_gain,weight\n", "has no draws"),
        ("customers.habit_gain,weight\n0.1,1\nmuch,1\n", "Line 3"),
        ("customers.habit_gain,weight\n0.1,-1\n", "weights .* the least is -1"),
        ("customers.habit_gain,weight\n0.1,0\n", "weights .* sum above 0"),
        ("customers.habit_gain,weight\n7,1\n", "Line 2 .*customers.habit_gain is 7"),
    ],
)
def test_a_posterior_that_cannot_be_of_this_model_is_refused_in_a_sentence(tmp_path, text, said):
    posterior = tmp_path / "posterior.csv"
    posterior.write_text(text)
    with pytest.raises(ClaimError, match=said):
        draws_of(small_claim(), 6, posterior)


def test_a_claim_is_judged_at_the_draws_of_a_posterior_one_of_them_twice(tmp_path, monkeypatch):
    posterior = tmp_path / "posterior.csv"
    posterior.write_text("channels.transcription_minutes,weight\n2.0,6.0\n5.0,2.0\n")
    monkeypatch.setattr("experiments.claims.trial.draws_of", lambda claim, n: draws_of(claim, n, posterior))
    trial = try_claim(small_claim(), "claim_99_small", TINY, Alone(), tmp_path)
    assert trial.robustness.source == FROM_POSTERIOR
    minutes = Counter(draw["channels.transcription_minutes"] for draw in draws_of(small_claim(), 8, posterior)[0])
    assert len(trial.robustness.verdicts) == 8 and minutes == {2.0: 6, 5.0: 2}


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
