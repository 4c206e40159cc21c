"""Behaviour that reads the bonus: orders are followed up by what they may earn, and claims may wait (C3)."""

import numpy as np
import pytest

from model.engine.stakes import expected_credit, stake_of, surplus_of
from model.parameters.record import alternatives
from model.rules.salespeople.follow_up.by_stake import by_stake
from model.simulation import simulate
from tests.helpers.organisations import small
from tests.helpers.runs import fingerprint, plainly, row

PAY = alternatives("incentives/pay")
CREDIT = alternatives("incentives/attribution")
QUOTA = 10_000.0
SCHEME = {
    "bonus_rate": 0.05, "bonus_threshold": 0.8, "bonus_accelerator": 1.5, "bonus_cap": 0.0,
    "dismissal_attainment": 0.5, "credit_split": 0.5, "central_audit": 0.5, "review_days": 20, "day_minutes": 480.0,
}  # fmt: skip
PERIOD = 20 * 480.0


def parameters(pay="quota_bonus", attribution="handler", **changes):
    """Parameters of a scheme, with rules by name."""
    return row(**SCHEME | {"pay": PAY.index(pay), "attribution": CREDIT.index(attribution)} | changes)


def stake(order, now, reported, attainment=1.0, audit=0.0, hired=0.0, **scheme):
    """What an order adds for somebody in the second period."""
    person = row(originated=reported, claimed=0.0, quota=QUOTA, attainment=attainment, hired=hired, team=0)
    world = row(
        parameters=parameters(**scheme), salespeople=[person], managers=[row(audit=audit)], clock=row(review=1, now=now)
    )
    return plainly(stake_of)(world, 0, order)


def surplus(originated, claimed, **scheme):
    """Claims of a period that could wait."""
    return plainly(surplus_of)(parameters(**scheme), row(originated=originated, claimed=claimed, quota=QUOTA))


def test_a_commission_puts_its_rate_at_stake_at_any_time():
    for now, reported in ((PERIOD, 0.0), (1.5 * PERIOD, 3_000.0), (2.0 * PERIOD, 9_999.0)):
        assert stake(400.0, now, reported, pay="commission") == pytest.approx(0.05 * 400.0)


def test_a_salary_puts_nothing_at_stake():
    assert stake(400.0, 1.5 * PERIOD, 7_900.0, pay="salary_only") == 0.0


def test_at_the_end_of_a_period_a_threshold_weighs_on_the_order_that_crosses_it_and_on_no_other():
    crossing = 0.05 * (7_900.0 + 400.0)
    assert stake(400.0, 2.0 * PERIOD, 7_900.0) == pytest.approx(crossing)
    assert stake(400.0, 2.0 * PERIOD, 7_000.0) == 0.0
    assert stake(400.0, 2.0 * PERIOD, 9_000.0) == pytest.approx(0.05 * 400.0)
    assert stake(400.0, 2.0 * PERIOD, 10_000.0) == pytest.approx(1.5 * 0.05 * 400.0)
    assert stake(400.0, 2.0 * PERIOD, 12_000.0, bonus_cap=1.2) == 0.0


def test_before_the_end_it_is_the_mean_over_what_the_rest_of_the_period_may_bring():
    """Half the period is left, and the last one met the quota: nothing to 10,000 more, in steps of 2,500."""
    of = {5_400.0: 0.0, 7_900.0: 0.05 * 8_300.0, 10_400.0: 30.0, 12_900.0: 30.0, 15_400.0: 30.0}
    assert stake(400.0, 1.5 * PERIOD, 5_400.0) == pytest.approx(sum(of.values()) / 5.0)


def test_a_newcomer_expects_to_meet_the_quota_and_others_to_do_as_in_the_last_period():
    low = {"order": 400.0, "now": 1.5 * PERIOD, "reported": 3_000.0, "attainment": 0.2}
    assert stake(**low) == 0.0
    assert stake(**low, hired=PERIOD) > 0.0


@pytest.mark.parametrize(("rule", "credit"), [("handler", 1.0), ("originator", 0.0), ("split", 0.5), ("audited", 0.5)])
def test_what_is_not_credited_is_not_at_stake(rule, credit):
    assert plainly(expected_credit)(parameters(attribution=rule), 400.0) == pytest.approx(credit * 400.0)
    found = stake(400.0, 1.5 * PERIOD, 1_000.0, pay="commission", attribution=rule, audit=0.25)
    assert found == pytest.approx(0.05 * 0.75 * credit * 400.0)


def test_a_request_is_followed_up_twice_as_hard_for_the_stated_dollars():
    assert plainly(by_stake)(0.0, row(stake_response=0.04)) == 1.0
    assert plainly(by_stake)(25.0, row(stake_response=0.04)) == pytest.approx(2.0)


def test_claims_wait_where_the_threshold_is_out_of_reach_but_not_at_the_risk_of_the_post():
    assert surplus(1_000.0, 6_000.0) == pytest.approx(2_000.0)  # 5,000 is the attainment that counts as low
    assert surplus(6_000.0, 1_000.0) == pytest.approx(1_000.0)
    assert surplus(1_000.0, 3_000.0) == 0.0


def test_claims_beyond_the_cap_wait_and_none_that_earn():
    assert surplus(9_000.0, 5_000.0, bonus_cap=1.2) == pytest.approx(2_000.0)
    assert surplus(9_000.0, 5_000.0) == 0.0
    assert surplus(7_000.0, 1_500.0) == 0.0
    assert surplus(9_000.0, 5_000.0, pay="commission") == 0.0


def test_nothing_waits_for_a_period_that_pays_no_bonus_either():
    assert surplus(1_000.0, 6_000.0, pay="salary_only") == 0.0


@pytest.mark.parametrize("changes", [{"incentives__pay": "salary_only"}, {"incentives__bonus_rate": 0.5}])
def test_who_follows_up_evenly_and_holds_nothing_back_does_not_read_the_bonus(changes):
    usual, other = (simulate(small(**some), 1, log=True) for some in ({}, changes))
    assert fingerprint(usual.log) == fingerprint(other.log)
    assert usual.measures["share_claims_kept_back"] == 0.0


def test_without_a_bonus_at_stake_readers_of_the_bonus_do_as_all_others():
    readers = {"salespeople__follow_up": "by_stake", "salespeople__hold_back": "surplus"}
    usual, readers = (simulate(small(incentives__pay="salary_only", **some), 1, log=True) for some in ({}, readers))
    assert fingerprint(usual.log) == fingerprint(readers.log)


CHASING = {
    "salespeople__follow_up": "by_stake", "salespeople__chase_limit": 50, "salespeople__chase_budget_minutes": 480.0,
    "run__days": 60, "incentives__pay": "commission",
}  # fmt: skip


def mean_of(name, seeds=range(4), **changes):
    """Mean of a measure over seeds."""
    return np.mean([simulate(small(**CHASING | changes), seed).measures[name] for seed in seeds])


def test_orders_are_chased_the_harder_the_more_they_earn_and_other_requests_as_ever():
    weak, strong = (mean_of("chases_per_order", incentives__bonus_rate=rate) for rate in (0.01, 0.2))
    assert strong > 1.5 * weak
    plain = [mean_of("chases_per_plain_request", incentives__bonus_rate=rate) for rate in (0.01, 0.2)]
    assert plain[1] == pytest.approx(plain[0], rel=0.25)


HOLDING = {
    "salespeople__hold_back": "surplus", "customers__initial_habit": 1.0, "run__days": 60, "incentives__quota": "fixed",
    "managers__audit": "constant", "managers__audit_probability": 0.0, "people__turnover_per_year": 0.0,
    "managers__dismissal": "never",
}  # fmt: skip


def test_what_is_kept_back_is_reported_in_the_next_period_and_nothing_is_lost():
    world = simulate(small(**HOLDING), 1).world
    reviews = world.reviews[: 2 * int(world.clock["review"])].reshape(-1, 2)
    assert reviews["held"].sum() > 0.0
    open_period = world.salespeople["claimed"].sum()
    assert reviews["claimed"].sum() + open_period == pytest.approx(world.salespeople["claimed_all"].sum())
    assert open_period >= reviews["held"][-1].sum()


def test_keeping_back_bunches_attainment_at_the_threshold():
    free, held = ({**HOLDING, "salespeople__hold_back": rule} for rule in ("nothing", "surplus"))
    near = []
    for changes in (free, held):
        worlds = [simulate(small(**changes, incentives__quota_multiple=3.0), seed).world for seed in range(12)]
        rows = [world.reviews[: 2 * int(world.clock["review"])] for world in worlds]
        near.append([sum(int(some[name].sum()) for some in rows) for name in ("n_below", "n_above")])
    (below, above), (below_held, above_held) = near
    assert above_held / (above_held + below_held) > above / (above + below) + 0.1
