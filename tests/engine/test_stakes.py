"""Behaviour that reads the bonus: orders are followed up by what they may earn, and claims may wait (C3)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.engine.stakes import expected_credit, keep_back, stake_of, surplus_of
from model.parameters.record import alternatives
from model.rules.incentives.pay import pay
from model.rules.salespeople.follow_up.by_stake import by_stake
from model.simulation import simulate
from tests.helpers.organisations import small
from tests.helpers.runs import fingerprint, plainly, row

PAY = alternatives("incentives/pay")
CREDIT = alternatives("incentives/attribution")
HOLD = alternatives("salespeople/hold_back").index("surplus")
QUOTA = 10_000.0
SCHEME = {
    "bonus_rate": 0.05, "bonus_threshold": 0.8, "bonus_accelerator": 1.5, "bonus_cap": 0.0,
    "dismissal_attainment": 0.5, "credit_split": 0.5, "central_audit": 0.5, "review_days": 20, "day_minutes": 480.0,
}  # fmt: skip
PERIOD = 20 * 480.0


def parameters(pay="quota_bonus", attribution="handler", **changes):
    """Parameters of a scheme, with rules by name."""
    return row(**SCHEME | {"pay": PAY.index(pay), "attribution": CREDIT.index(attribution)} | changes)


def stake(order, now, reported, attainment=1.0, hired=0.0, **scheme):
    """What an order adds for somebody in the second period."""
    person = row(originated=reported, claimed=0.0, quota=QUOTA, attainment=attainment, hired=hired)
    world = row(parameters=parameters(**scheme), salespeople=[person], clock=row(review=1, now=now))
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
    found = stake(400.0, 1.5 * PERIOD, 1_000.0, pay="commission", attribution=rule)
    assert found == pytest.approx(0.05 * credit * 400.0)


def test_a_request_is_followed_up_twice_as_hard_for_the_stated_dollars():
    assert plainly(by_stake)(0.0, row(stake_response=0.04)) == 1.0
    assert plainly(by_stake)(25.0, row(stake_response=0.04)) == pytest.approx(2.0)


def test_claims_wait_where_the_threshold_is_out_of_reach_but_not_at_the_risk_of_the_post():
    assert surplus(1_000.0, 6_000.0) == pytest.approx(1_999.99)  # 5,000 is the attainment that counts as low
    assert surplus(6_000.0, 1_000.0) == pytest.approx(999.99)
    assert surplus(1_000.0, 3_000.0) == 0.0


def test_claims_beyond_the_cap_wait_and_none_that_earn():
    assert surplus(9_000.0, 5_000.0, bonus_cap=1.2) == pytest.approx(1_999.99)
    assert surplus(6_000.0, 8_000.0, bonus_cap=1.0) == pytest.approx(3_999.99)
    assert surplus(9_000.0, 5_000.0) == 0.0
    assert surplus(7_000.0, 1_500.0) == 0.0
    assert surplus(9_000.0, 5_000.0, pay="commission") == 0.0


SALES = st.floats(0.0, 2e4)


@given(SALES, SALES, st.floats(1e3, 2e4), st.sampled_from([0.0, 1.0, 1.2]), st.sampled_from(PAY))
def test_keeping_claims_back_costs_no_bonus_and_makes_no_period_a_low_one(originated, claimed, quota, cap, scheme):
    p, person = parameters(pay=scheme, bonus_cap=cap, reads_bonus=True, hold_back=HOLD), row(
        originated=originated, claimed=claimed, quota=quota
    )
    whole, kept = originated + claimed, plainly(keep_back)(p, person)
    reported = originated + (claimed - kept)
    assert 0.0 <= kept <= claimed
    assert plainly(pay)(p.pay, reported, quota, p) >= plainly(pay)(p.pay, whole, quota, p)
    assert reported / quota >= p.dismissal_attainment or whole / quota < p.dismissal_attainment


def test_nothing_waits_for_a_period_that_pays_no_bonus_either():
    assert surplus(1_000.0, 6_000.0, pay="salary_only") == 0.0


IDLE = {"salespeople__reads_bonus": True, "salespeople__follow_up": "evenly", "salespeople__hold_back": "nothing"}


@pytest.mark.parametrize("habits", [{}, IDLE])
@pytest.mark.parametrize("changes", [{"incentives__pay": "salary_only"}, {"incentives__bonus_rate": 0.5}])
def test_where_the_bonus_is_not_read_or_nothing_follows_from_it_it_moves_nothing(changes, habits):
    usual, other = (simulate(small(**some, **habits), 1, log=True) for some in ({}, changes))
    assert fingerprint(usual.log) == fingerprint(other.log)
    assert usual.measures["claims_kept_back"] == 0.0


def test_without_a_bonus_at_stake_readers_of_the_bonus_do_as_all_others():
    usual, readers = (
        simulate(small(incentives__pay="salary_only", salespeople__reads_bonus=reads), 1, log=True)
        for reads in (False, True)
    )
    assert fingerprint(usual.log) == fingerprint(readers.log)


def test_a_scholar_s_rule_of_pay_is_asked_for_every_bonus_and_for_nothing_else_unless_it_is_read():
    asked = []

    def pay_and_note(reported, quota, parameters):
        asked.append(reported)
        return 0.05 * reported

    result = simulate(small(), 1, rules={"pay": pay_and_note})
    posts = len(result.world.salespeople) + len(result.world.field)
    assert len(asked) == posts * int(result.world.clock["review"])


CHASING = {
    "salespeople__reads_bonus": True, "salespeople__hold_back": "nothing", "salespeople__chase_limit": 50,
    "salespeople__chase_budget_minutes": 480.0,
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
    "salespeople__reads_bonus": True, "salespeople__follow_up": "evenly", "customers__initial_habit": 1.0,
    "run__days": 60, "incentives__quota": "fixed",
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


def test_who_keeps_claims_back_just_misses_the_bonus_no_more():
    """Whoever falls short keeps what does not earn; what remains below the threshold lies far below it."""
    missed = [
        np.mean([
            simulate(small(**HOLDING | {"incentives__quota_multiple": 3.0, "salespeople__hold_back": rule}), seed)
            .measures["bonus_just_missed"] for seed in range(12)
        ])
        for rule in ("nothing", "surplus")
    ]  # fmt: skip
    assert missed[0] > 0.03 and missed[1] < 0.5 * missed[0]


def test_a_scholar_s_rules_for_reading_the_bonus_are_asked_and_obeyed():
    stakes, surpluses = [], []

    def never_twice(stake, parameters):
        stakes.append(stake)
        return 0.0

    def half(surplus, parameters):
        surpluses.append(surplus)
        return 0.5 * surplus

    scenario = small(**HOLDING | {"incentives__quota_multiple": 3.0})
    result = simulate(scenario, 1, rules={"follow_up": never_twice, "hold_back": half})
    assert min(stakes) == 0.0 < max(stakes)
    assert result.world.days["chases"].sum() == 0
    held = result.world.reviews["held"][: 2 * int(result.world.clock["review"])].sum()
    assert held == pytest.approx(0.5 * sum(surpluses)) and held > 0.0
