"""Claims, reviews, the service turn, dismissal and career in a run (000-05..07, 11, 14, 15, 32)."""

import numpy as np
import pytest

from model.simulation import simulate
from model.world.codes import (
    L_ANSWERED, L_CLAIMED, L_DISMISSED, L_LEFT, L_REP_LEFT, L_SENT_AWAY, L_TURN, L_VOIDED, SERVICE_CALL,
)  # fmt: skip
from model.world.joined import issues_in_full
from tests.helpers.organisations import small
from tests.helpers.runs import events

HABITUAL = {
    "customers__initial_habit": 1.0,
    "managers__audit": "constant",
    "managers__audit_probability": 0.0,
}


def claims(**changes):
    """A run of the small organisation, with its log."""
    return simulate(small(**(HABITUAL | changes)), 1, log=True)


def test_under_originator_attribution_the_desk_reports_only_its_own_sales():
    result = claims(incentives__attribution="originator")
    people = result.world.salespeople
    assert people["claimed_all"].sum() == 0.0 and people["n_claims"].sum() == 0
    assert (people["reported_all"] == people["origin_all"]).all() and people["origin_all"].sum() > 0.0
    assert result.measures["share_orders_claimed_not_originated"] == 0.0
    assert len(events(result, L_CLAIMED)) == 0


def test_handlers_claim_the_whole_order_and_split_handlers_their_share():
    whole, split = claims(), claims(incentives__attribution="split", incentives__credit_split=0.25)
    for result, share in ((whole, 1.0), (split, 0.25)):
        issues = issues_in_full(result.world)
        issues = issues[issues["claimed"] > 0.0]
        assert len(issues) > 50
        assert issues["claimed"] == pytest.approx(share * issues["order"])


def test_an_audited_claim_is_struck_whole_with_the_chance_of_the_audit():
    result = claims(managers__audit_probability=0.3, run__days=120)
    struck, kept = len(events(result, L_VOIDED)), len(events(result, L_CLAIMED))
    n = struck + kept
    assert n > 300
    assert abs(struck / n - 0.3) < 4.0 * np.sqrt(0.21 / n)


def test_a_desk_that_never_turns_sends_every_request_away():
    result = simulate(small(managers__service_turn="never"), 1, log=True)
    service = (events(result, L_ANSWERED)["value"] == SERVICE_CALL).sum()
    assert len(events(result, L_SENT_AWAY)) == service > 50
    assert not result.world.requests["desk"].any() and result.world.days["involved"].sum() == 0
    assert (result.world.managers["turned"] == -1).all() and np.isnan(result.measures["service_turn_day"])


def test_a_desk_that_serves_from_the_start_sends_nobody_away():
    result = simulate(small(managers__service_turn="from_start"), 1, log=True)
    assert len(events(result, L_SENT_AWAY)) == 0
    assert (result.world.managers["turned"][:2] == 0).all() and (result.world.days["serving"] == 2).all()


@pytest.mark.parametrize("patience", [1, 2])
def test_a_hopeless_quota_brings_the_service_turn_when_patience_ends(patience):
    scenario = small(
        managers__service_turn="gap_to_quota", managers__turn_patience=patience,
        incentives__quota_multiple=20.0,
        incentives__quota="fixed",
    )  # fmt: skip
    result = simulate(scenario, 1, log=True)
    assert (result.world.managers["turned"][:2] == 10 * patience).all()
    assert len(events(result, L_TURN)) == 2
    sent_away, involved = events(result, L_SENT_AWAY)["time"], result.world.days["involved"]
    assert sent_away.max() < 4800.0 * patience
    assert involved[: 10 * patience].sum() == 0 and involved[10 * patience :].sum() > 50


def test_a_quota_within_reach_never_brings_the_turn():
    scenario = small(managers__service_turn="gap_to_quota", incentives__quota_multiple=0.05, incentives__quota="fixed")
    result = simulate(scenario, 1, log=True)
    assert len(events(result, L_TURN)) == 0 and len(events(result, L_SENT_AWAY)) > 50


def test_whoever_stays_low_is_dismissed_after_the_stated_reviews_and_nobody_under_never():
    low = {"incentives__quota_multiple": 20.0, "incentives__attribution": "originator", "incentives__quota":
    "fixed",
           "people__turnover_per_year": 0.0, "run__days": 41}  # fmt: skip
    result = simulate(small(managers__dismissal_periods=2, **low), 1, log=True)
    gone = events(result, L_DISMISSED)
    assert sorted(gone["time"].tolist()) == [9600.0] * 4 + [19200.0] * 4
    assert len(events(simulate(small(managers__dismissal="never", **low), 1, log=True), L_DISMISSED)) == 0


def test_salespeople_and_reps_leave_at_the_stated_yearly_rates():
    scenario = small(
        run__days=1000, people__turnover_per_year=0.5, people__rep_turnover_per_year=0.5, people__accounts=1,
        managers__dismissal="never", demand__requests_per_account_day=0.1, people__teams=10, people__units=10,
        people__salespeople_per_team=4, people__reps_per_unit=4,
    )  # fmt: skip
    result = simulate(scenario, 1, log=True)
    # 99 reviews of 10 days, 40 posts of each kind, a chance of 0.5 · 10/250 = 0.02 each time
    n, p = 99 * 40, 0.02
    for event in (L_LEFT, L_REP_LEFT):
        assert abs(len(events(result, event)) - n * p) < 4.0 * np.sqrt(n * p * (1.0 - p))


def test_the_general_managers_career_sums_what_was_reported_beyond_the_first_quotas():
    world = simulate(small(), 1).world
    reviews = world.reviews[: 2 * int(world.clock["review"])].reshape(-1, 2)
    reported = (reviews["originated"] + reviews["claimed"]).sum(axis=1)
    expected = (reported / reviews["quota"][0].sum() - 1.0).sum()
    assert len(reviews) >= 2
    assert world.managers["career"][-1] == pytest.approx(expected)


def test_a_self_interested_supervisor_audits_less_after_a_period_of_claims():
    scenario = small(customers__initial_habit=1.0, managers__audit_probability=0.2, managers__career_stake=3.0)
    world = simulate(scenario, 1).world
    reviews = world.reviews[: 2 * int(world.clock["review"])]
    expected = 0.2 * np.exp(-3.0 * reviews["claimed"] / reviews["quota"])
    assert reviews["audit"] == pytest.approx(expected)
    assert reviews["audit"].min() < 0.15
