"""What the desk asks, what units do with it, who answers whom (000-12, 22, 28, 31, 34)."""

import numpy as np
import pytest

from model.simulation import simulate
from model.world.codes import (
    DESK_CHASE, DONE, ENQUIRY, FIELD, GIVEN_UP, L_ANSWERED, L_CALLED_DESK, L_CHASED, L_EXPEDITED, L_HUNG_UP,
    L_IGNORED, L_LOGGED, L_LOST, L_MOVED_UP, L_PHONED_UNIT, L_PROMPTED, L_REFUSED, L_SENT_AWAY, L_SET_ASIDE,
    L_TO_FIELD, L_WROTE_UNIT, MINUTES, NOBODY, OPPORTUNITY, REQUESTS_END,
)  # fmt: skip
from model.world.joined import issues_in_full
from tests.helpers.organisations import small
from tests.helpers.runs import events, stop_at

EAGER = {
    "reps__disposition_mean": 0.99, "reps__disposition_sd": 0.0, "mailbox__acceptance": 2.0,
    "tagged_mail__acceptance": 2.0, "helpline__acceptance": 2.0, "direct_number__acceptance": 2.0,
    "demand__requests_per_account_day": 6.0, "reps__overload_erosion": 0.0,
}  # fmt: skip
"""Reps who would do every request of the desk at once, and more of them than they can."""
CHASING = {
    "customers__direct_chase_rate": 0.0,
    "salespeople__chase_rate": 20.0,
    "salespeople__p_prompted": 0.0,
    "reps__respond": "by_the_book",
}


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_no_rep_has_more_requests_on_the_own_list_than_the_limit(limit):
    scenario = small(reps__own_list_limit=limit, **EAGER)
    stops = stop_at(scenario, [30.0 * step for step in range(1, 481)])
    lengths = np.array([world.queues["length"][world.workers["todo"][4:]] for world in stops])
    assert lengths.max() == limit
    assert (stops[-1].reps["n_obliged"].sum() > 0) == (limit > 0)


def test_customers_only_means_that_no_request_of_the_desk_is_ever_done():
    result = simulate(small(reps__respond="customers_only", salespeople__send_limit=2), 1, log=True)
    issues = issues_in_full(result.world)
    refused = len(events(result, L_REFUSED)) + len(events(result, L_IGNORED))
    assert refused == result.world.reps["n_refused"].sum() == issues["n_refused"].sum() > 100
    assert len(events(result, L_EXPEDITED)) == len(events(result, L_MOVED_UP)) == 0
    assert result.world.reps["n_obliged"].sum() == 0 and result.world.salespeople["claimed_all"].sum() == 0.0
    done = issues[(issues["kind"] < REQUESTS_END) & (issues["state"] == DONE)]
    assert (done["salesperson"] == NOBODY).all() and len(done) > 100
    assert (done["desk"] == 1).any()  # sent away to the unit in the end, where customers are served
    assert result.measures["refusal_share"] == 1.0


def test_by_the_book_with_first_in_first_out_nothing_is_done_out_of_turn():
    scenario = small(reps__respond="by_the_book", reps__pick_request="first_in_first_out")
    for seed in range(3):
        result = simulate(scenario, seed, log=True)
        assert result.measures["fifo_inversion_share"] == 0.0
        assert not result.world.requests["jumped"].any()
        assert result.world.units["n_started"].sum() > 300
    logged = result.world.requests[result.world.requests["started"] >= 0.0]
    for unit in (0, 1):
        own = logged[logged["unit"] == unit]
        assert (np.diff(own["started"][np.argsort(own["logged"], kind="stable")]) >= 0.0).all()


def test_obliging_reps_and_skipping_reps_do_things_out_of_turn():
    for changes in (
        {},
        {"reps__respond": "by_the_book", "reps__pick_request": "skip_any", "reps__fifo_adherence": 0.5},
    ):
        busy = simulate(small(demand__requests_per_account_day=6.0, **changes), 1)
        assert busy.measures["fifo_inversion_share"] > 0.02


def test_the_desk_chases_a_request_no_more_often_than_the_limit():
    for limit in (0, 2):
        result = simulate(small(salespeople__chase_limit=limit, **CHASING), 1, log=True)
        assert result.world.requests["n_chases"].max() == limit
        chases = events(result, L_CHASED)
        assert (np.bincount(chases["issue"], minlength=1) <= limit).all()
        assert (len(chases) > 0) == (limit > 0)


@pytest.mark.parametrize("prompted", [0.0, 1.0])
def test_a_salesperson_gives_no_more_time_to_chasing_than_the_daily_budget(prompted):
    scenario = small(salespeople__chase_limit=50, salespeople__chase_budget_minutes=6.0, **CHASING
                     | {"salespeople__p_prompted": prompted})  # fmt: skip
    stops = stop_at(scenario, [480.0 * day - 1e-6 for day in range(1, 31)])
    booked = np.array([w.ledger["minutes"].reshape(-1, len(MINUTES))[:4, DESK_CHASE] for w in stops])
    # A chase taken on in the evening may be made the next morning, so the days are compared as they add up.
    assert booked[-1].min() > 0.5 * 6.0 * 30
    assert (booked <= 6.0 * np.arange(1, 31)[:, None] + 1e-9).all()


def test_prompted_chases_begin_with_a_call_of_the_customer():
    always = simulate(small(**CHASING | {"salespeople__p_prompted": 1.0}), 1, log=True)
    never = simulate(small(**CHASING), 1, log=True)
    assert len(events(always, L_PROMPTED)) > 50 and len(events(never, L_PROMPTED)) == 0


def test_without_a_desk_everything_goes_to_units_and_field():
    result = simulate(small(people__desk_open=False), 1, log=True)
    issues, arisen = issues_in_full(result.world), int(result.world.clock["next_issue"])
    for event in (L_CALLED_DESK, L_ANSWERED, L_SENT_AWAY):
        assert len(events(result, event)) == 0
    assert result.measures["desk_involvement"] == 0.0
    requests = issues[:arisen][issues["kind"][:arisen] < REQUESTS_END]
    assert len(events(result, L_WROTE_UNIT)) + len(events(result, L_PHONED_UNIT)) == len(requests) > 300
    opportunities = issues["kind"][:arisen] == OPPORTUNITY
    assert len(events(result, L_TO_FIELD)) == opportunities.sum() > 5
    assert np.isin(issues["state"][:arisen][opportunities], (FIELD, DONE)).all()
    assert (issues["state"][:arisen][issues["kind"][:arisen] == ENQUIRY] == GIVEN_UP).all()


def test_without_a_desk_nobody_sells_anything_there():
    result = simulate(small(people__desk_open=False), 1)
    assert result.measures["sales_reported"] == 0.0
    assert result.world.salespeople["n_offers"].sum() == 0


def answered_by(routing: str) -> tuple[np.ndarray, np.ndarray]:
    """Who answered each customer's call, and who owns the account."""
    result = simulate(small(people__call_routing=routing, demand__enquiries_per_account_day=5.0), 1, log=True)
    calls = events(result, L_ANSWERED)
    assert len(calls) > 300
    pooled = result.world.queues["n_in"][0]
    assert (pooled > 0) == (routing == "pooled")
    return calls["actor"], result.world.accounts["salesperson"][calls["other"]]


def test_an_owners_telephone_is_answered_by_the_owner_and_a_pooled_one_by_anybody():
    who, owner = answered_by("owner")
    assert (who == owner).all()
    who, owner = answered_by("pooled")
    assert 0.1 < (who == owner).mean() < 0.5
    assert set(who.tolist()) == {0, 1, 2, 3}


def test_a_pooled_line_keeps_callers_waiting_less_than_owners_lines():
    def gave_up(routing: str) -> int:
        scenario = small(people__call_routing=routing, demand__enquiries_per_account_day=9.0)
        return sum(len(events(simulate(scenario, seed, log=True), L_HUNG_UP)) for seed in range(3))

    assert gave_up("pooled") < gave_up("owner")


def test_a_lost_mail_comes_to_light_only_when_somebody_asks():
    never = small(channels__p_lost=0.3, salespeople__chase_rate=0.0, customers__direct_chase_rate=0.0)
    asked = small(channels__p_lost=0.3, salespeople__chase_rate=4.0, customers__direct_chase_rate=4.0)
    forgotten = simulate(never, 1, log=True)
    lost = events(forgotten, L_LOST)["issue"]
    assert len(lost) > 50
    assert not np.isin(events(forgotten, L_LOGGED)["issue"], lost).any()
    assert not (forgotten.world.issues["state"][lost] == DONE).any()
    found = simulate(asked, 1, log=True)
    lost = events(found, L_LOST)["issue"]
    assert (found.world.issues["state"][lost] == DONE).mean() > 0.7


def test_a_request_set_aside_is_logged_after_the_stated_time_unless_a_chase_comes_first():
    quiet = {
        "reps__disposition_mean": 0.05,
        "reps__disposition_sd": 0.0,
        "reps__refusal_customer_voice": 0.0,
        "reps__refusal_own_voice": 0.0,
        "customers__direct_chase_rate": 0.0,
        "channels__p_lost": 0.0,
        "run__days": 100,
        "reps__set_aside_hours": 4.0,
    }
    alone = simulate(small(salespeople__chase_rate=0.0, **quiet), 1, log=True)
    aside = events(alone, L_SET_ASIDE)
    logged = issues_in_full(alone.world)["logged"][aside["issue"]]
    lain = (logged - aside["time"])[aside["time"] < 480.0 * 80] / 60.0
    assert len(lain) > 400 and lain.min() > 0.0
    assert abs(lain.mean() - 4.0) < 4.0 * 4.0 / np.sqrt(len(lain))  # exponential
    chased = simulate(small(salespeople__chase_rate=8.0, **quiet), 1, log=True)
    aside = events(chased, L_SET_ASIDE)
    assert (issues_in_full(chased.world)["logged"][aside["issue"]] - aside["time"]).mean() < 0.8 * 240.0


def test_no_request_is_set_aside_when_the_time_for_it_is_nothing():
    result = simulate(small(reps__set_aside_hours=0.0), 1, log=True)
    assert len(events(result, L_SET_ASIDE)) == 0 and len(events(result, L_LOGGED)) > 100
