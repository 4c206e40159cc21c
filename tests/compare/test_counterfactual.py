"""Claimed, caused, appropriated: the same needs with and without a desk."""

import numpy as np
import pytest

from experiments.counterfactual import FURTHER, OUTCOMES, WINDOW, counterfactual, same_needs, settle
from model.scenario import ScenarioError, load_scenario
from model.simulation import simulate
from model.world.codes import AT_UNIT, DONE, L_SOLD, OPPORTUNITY, ORDER
from model.world.joined import issues_in_full
from tests.helpers.organisations import small

NEEDS_A_DESK = {
    "salespeople__choose_practice": "phone_unit", "channels__p_lost": 1.0, "customers__share_by_phone": 0.0,
    "customers__direct_chase_rate": 0.0,
}  # fmt: skip
"""Mails are always lost and customers only write: nothing is done unless a salesperson telephones."""


@pytest.fixture(scope="module")
def worlds():
    scenario = small(demand__opportunities_per_account_day=2.0)
    desk = simulate(scenario, 3, log=True)
    return desk, simulate(scenario.changed({"people.desk_open": False}), 3)


def test_what_is_claimed_is_either_caused_or_appropriated(worlds):
    record = settle(*worlds)
    assert record["n_orders_claimed"] > 20 and record["n_enquiries_sold"] > 5
    for unit in ("n", "value"):
        for whole, kind in (("orders_claimed", "orders"), ("enquiries_sold", "enquiries")):
            parts = record[f"{unit}_{kind}_caused"] + record[f"{unit}_{kind}_appropriated"]
            assert parts == pytest.approx(record[f"{unit}_{whole}"])
        reported = sum(
            record[f"{unit}_{name}"] for name in ("orders_claimed", "enquiries_sold", "offers_sold")
        )
        assert record[f"{unit}_sales_reported"] == pytest.approx(reported)
    assert list(record) == [f"{unit}_{name}" for name in OUTCOMES for unit in ("n", "value")] + list(FURTHER)


def test_only_claims_on_orders_that_arose_in_the_window_are_counted(worlds):
    desk, _ = worlds
    issues = issues_in_full(desk.world)
    claimed = (issues["kind"] == ORDER) & (issues["claimed"] > 0.0)
    early = claimed & (issues["arises"] < WINDOW * 30 * 480.0)
    assert early.sum() < claimed.sum()
    assert settle(*worlds)["n_orders_claimed"] == early.sum()
    assert settle(*worlds)["value_orders_claimed"] == pytest.approx(issues["claimed"][early].sum())


def test_a_claimed_order_that_stays_open_without_a_desk_is_caused_by_it(worlds):
    desk, without = worlds
    before = settle(desk, without)
    issues = issues_in_full(desk.world)
    row = np.flatnonzero((issues["claimed"] > 0.0) & (without.world.issues["state"] == DONE))[0]
    without.world.issues["state"][row] = AT_UNIT
    after = settle(desk, without)
    without.world.issues["state"][row] = DONE
    assert after["n_orders_caused"] == before["n_orders_caused"] + 1
    gained = after["value_orders_caused"] - before["value_orders_caused"]
    assert gained == pytest.approx(issues["claimed"][row])
    assert after["n_orders_open_without"] == before["n_orders_open_without"] + 1


def test_an_order_done_only_without_a_desk_is_one_it_prevented(worlds):
    desk, without = worlds
    issues = issues_in_full(desk.world)
    row = np.flatnonzero((issues["kind"] == ORDER) & (issues["claimed"] > 0.0) & (issues["state"] == DONE))[0]
    before = settle(desk, without)["n_orders_prevented"]
    desk.world.issues["state"][row] = AT_UNIT
    after = settle(desk, without)["n_orders_prevented"]
    desk.world.issues["state"][row] = DONE
    assert after == before + 1


def test_all_claims_are_caused_where_nothing_is_done_without_a_desk():
    pairs, summary = counterfactual(small(**NEEDS_A_DESK), 2)
    assert all(pair["n_orders_claimed"] > 10 for pair in pairs)
    assert summary["share_claims_caused"]["mean"] == 1.0
    assert summary["n_orders_appropriated"]["mean"] == 0.0
    assert all(pair["hours_later"] is None for pair in pairs)


@pytest.mark.parametrize(("chance", "kind"), [(0.0, "caused"), (1.0, "appropriated")])
def test_a_sale_on_an_enquiry_is_the_desks_own_doing_only_if_the_field_would_not_have_made_it(chance, kind):
    busy = small(demand__opportunities_per_account_day=2.0, field__close_probability=chance)
    pairs, _ = counterfactual(busy, 2)
    assert all(pair["n_enquiries_sold"] == pair[f"n_enquiries_{kind}"] > 0 for pair in pairs)


def test_sales_are_taken_from_the_log_enquiries_and_offers_apart(worlds):
    desk, _ = worlds
    sales = desk.log[desk.log["event"] == L_SOLD]
    on_enquiry = sales["issue"][sales["issue"] >= 0]
    assert set(desk.world.issues["kind"][on_enquiry]) == {OPPORTUNITY}
    early = desk.world.issues["arises"][on_enquiry] < WINDOW * 30 * 480.0
    assert settle(*worlds)["n_enquiries_sold"] == early.sum()
    offers = sales[(sales["issue"] < 0) & (sales["time"] < WINDOW * 30 * 480.0)]
    assert settle(*worlds)["value_offers_sold"] == pytest.approx(offers["value"].sum())


def test_a_desk_that_may_claim_only_what_it_originated_appropriates_no_order():
    pairs, summary = counterfactual(small(incentives__attribution="originator"), 2)
    assert all(pair["n_orders_claimed"] == 0.0 for pair in pairs)
    assert summary["share_claims_caused"]["mean"] is None


def test_needs_are_matched_by_their_key_in_any_order(worlds):
    issues = issues_in_full(worlds[0].world)
    shuffled = issues[np.random.default_rng(1).permutation(len(issues))]
    assert np.array_equal(same_needs(issues, shuffled)["key"], issues["key"])


def test_needs_of_another_seed_are_not_the_same(worlds):
    with pytest.raises(ValueError, match="one seed"):
        same_needs(issues_in_full(worlds[0].world), issues_in_full(simulate(small(), 4).world))


@pytest.mark.parametrize("which", ["textbook_queue", "closed"])
def test_without_a_desk_there_is_nothing_to_take_away(which):
    scenario = small(people__desk_open=False) if which == "closed" else load_scenario(which)
    with pytest.raises(ScenarioError, match="no desk to take away"):
        counterfactual(scenario, 2)
