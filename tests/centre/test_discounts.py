"""Discount codes: what they take, how they leak, and what arguing or conceding costs (001-31 to 001-34)."""

from math import sqrt

import numpy as np
import pytest

from model.scenario import ScenarioError
from model.simulation import simulate
from model.world.beyond_build import acquaintances
from model.world.codes import L_CALL_ENDED, L_CONCEDED, L_DISPUTED
from tests.helpers.centres import ONE_STREAM, centre
from tests.helpers.runs import events, near

ORDERS = {"streams__all__p_purchase": 1.0, "streams__all__handle_law": "fixed", "streams__all__handle_minutes": 3.0,
          "people__accounts": 2000}  # fmt: skip
CODES = {**ORDERS, "discounts__share_with_code": 0.5, "discounts__share_best_code": 1.0, "discounts__p_told": 0.2}


def run(seed: int = 1, **changes):
    return simulate(centre(ONE_STREAM, **(CODES | changes)), seed, log=True)


def test_everybody_knows_as_many_others_as_the_mean_and_knowing_is_mutual():
    ends, known = acquaintances(500, 6, 0.1, 1)
    assert len(known) == 500 * 6
    ties = {(a, b) for a in range(500) for b in known[ends[a] : ends[a + 1]].tolist()}
    assert ties == {(b, a) for a, b in ties}
    assert all(a != b for a, b in ties)


def test_codes_are_given_to_the_stated_share_of_customers():
    codes = run(run__days=1, discounts__share_best_code=0.3).world.codes["discount"]
    assert (codes > 0.0).mean() == pytest.approx(0.5, abs=near(0.5, 2000))
    assert (codes == 0.10).sum() / (codes > 0.0).sum() == pytest.approx(0.3, abs=near(0.3, 1000))
    assert set(np.unique(codes)) == {0.0, 0.06, 0.10}  # 001-31: "ten percent off here, six percent off here"


def test_a_customer_without_a_code_claims_one_if_any_of_four_friends_told_of_theirs():
    result = run(discounts__friends_rewired=1.0, streams__all__calls_per_day=300.0, run__days=30)
    expected = 0.5 * (1.0 - (1.0 - 0.5 * 0.2) ** 4)
    n = result.world.centre_days["n_answered"].sum()
    assert result.measures["discount_claim_share"] == pytest.approx(expected, abs=2.0 * near(expected, n))


def test_a_code_lengthens_an_order():
    measures = run().measures  # 001-31
    longer = measures["handle_time_with_code_s"] - measures["handle_time_without_code_s"]
    assert longer == pytest.approx(60.0 * 0.3)
    assert measures["margin_codes"] > 0.0


def test_a_dispute_takes_two_minutes():
    result = run(run__days=40, streams__all__calls_per_day=200.0)
    disputed = np.isin(events(result, L_CALL_ENDED)["issue"], events(result, L_DISPUTED)["issue"])
    lengths = events(result, L_CALL_ENDED)["value"]
    argued = lengths[disputed] - 3.0
    assert len(argued) > 500
    assert argued.mean() == pytest.approx(2.0, abs=4.0 * 2.0 / sqrt(len(argued)))  # exponential; 001-32
    assert result.measures["concession_share"] == 0.0


def test_conceding_gets_the_customer_off_the_phone_in_a_minute_and_a_half_at_a_tenth_of_the_price():
    result = run(discounts__concede="always")  # 001-33
    conceded = np.isin(events(result, L_CALL_ENDED)["issue"], events(result, L_CONCEDED)["issue"])
    assert events(result, L_CALL_ENDED)["value"][conceded].max() == 1.5
    assert result.measures["discount_dispute_share"] == 0.0
    price = result.measures["margin_conceded"] * 10.0 / (0.1 * conceded.sum())
    assert price == pytest.approx(50.0, rel=0.2)  # mean value of a purchase
    assert result.measures["minutes_saved_by_conceding"] * 10.0 == pytest.approx(1.5 * conceded.sum())


@pytest.mark.parametrize("seed", [1, 2])
def test_conceding_saves_time_and_loses_margin_beside_arguing(seed):
    never, discretion, always = (
        run(seed, discounts__concede=rule).measures for rule in ("never", "by_discretion", "always")
    )
    assert never["handle_time_mean_s"] > discretion["handle_time_mean_s"] > always["handle_time_mean_s"]
    assert 0.0 == never["margin_conceded"] < discretion["margin_conceded"] < always["margin_conceded"]
    assert never["satisfaction_mean"] < always["satisfaction_mean"]
    assert discretion["concession_share"] == pytest.approx(0.5, abs=near(0.5, 600))


def test_conceded_codes_spread_and_refused_ones_do_not():
    never, always = (run(discounts__concede=rule, run__days=40).measures for rule in ("never", "always"))
    assert always["customers_with_code"] > never["customers_with_code"] == pytest.approx(0.5, abs=near(0.5, 2000))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_denser_the_customers_network_the_more_disputes(seed):
    shares = [run(seed, discounts__friends=k).measures["discount_dispute_share"] for k in (0, 2, 4, 12)]
    assert shares[0] == 0.0
    assert shares == sorted(shares) and shares[1] < shares[3]  # 001-34, sweep C22


def test_who_concedes_when_pressed_argues_while_nobody_waits():
    calm, busy = (
        run(discounts__concede="when_pressed", streams__all__calls_per_day=calls).measures for calls in (30.0, 900.0)
    )
    assert calm["concession_share"] < 0.05
    assert busy["concession_share"] > 0.5


def test_where_everybody_has_the_same_code_nobody_claims_another():
    assert run(discounts__share_with_code=1.0).measures["discount_claim_share"] == 0.0


@pytest.mark.parametrize(("friends", "accounts"), [(3, 2000), (10, 10)])
def test_a_network_that_cannot_be_is_refused(friends, accounts):
    with pytest.raises(ScenarioError, match=f"discounts.friends is {friends}; it must be an even number below"):
        run(discounts__friends=friends, people__accounts=accounts)
