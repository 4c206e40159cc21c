"""Bookkeeping as exact identities, at several days of a run."""

import numpy as np
import pytest

from model.scenario import load_scenario
from model.simulation import simulate
from model.world.codes import (
    BREAK, CALL, DONE, EXPECTED, IDLE, IN_BUCKET, IN_WORK, ISSUE_STATES, L_ANSWERED, L_CALLED_DESK, L_CHASED,
    L_CLAIMED, L_COMPLETED, L_FORWARDED, L_NOTICE, L_PHONED_UNIT, L_REPEATED, L_WROTE_UNIT, MINUTES, OTHER_CALL,
    PROMPT_CALL, REQUEST_TASK, REQUESTS_END, SALES_CALL, SELL, SERVICE_CALL, WRAP_UP,
)  # fmt: skip
from model.world.joined import issues_in_full
from model.world.world import World
from tests.helpers.organisations import BUNDLES, lively, small
from tests.helpers.runs import events, stop_at

DAYS = [0.3, 1.0, 7.0, 13.5, 30.0]
SCENARIOS = {name: lively(name) for name in BUNDLES} | {
    "plain": small(),
    "textbook": load_scenario("textbook_queue", {"days": 30}),
    "textbook with patience and lines": load_scenario(
        "textbook_queue", {"days": 30, "arrivals_per_hour": 90.0, "patience_minutes": 8.0, "lines": 15}
    ),
}
STOPS: dict[str, list[World]] = {}


@pytest.fixture(params=SCENARIOS)
def stops(request) -> list[World]:
    """The worlds of one run at several days."""
    name = request.param
    if name not in STOPS:
        STOPS[name] = stop_at(SCENARIOS[name], [480.0 * day for day in DAYS], log=True)
    return STOPS[name]


def waiting(world: World) -> np.ndarray:
    """Tasks that stand in a queue."""
    tasks = world.tasks[: int(world.clock["n_tasks"])]
    return tasks[(tasks["waiting"] == 1) & (tasks["queue"] >= 0)]


def logged(world: World, event: int) -> np.ndarray:
    """Lines of the log of one kind so far."""
    log = world.log[: int(world.clock["n_log"])]
    return log[log["event"] == event]


def test_whatever_enters_a_queue_is_served_has_left_was_blocked_or_is_still_there(stops):
    for world in stops:
        q = world.queues
        assert (q["n_in"] == q["n_out"] + q["n_left"] + q["n_blocked"] + q["length"] + q["serving"]).all()
        assert (q["n_begun"] == q["n_out"] + q["serving"]).all()
        assert (q["length"] >= 0).all() and (q["serving"] >= 0).all()
    assert stops[-1].queues["n_in"].sum() > 50


def test_the_length_of_a_queue_is_the_number_of_tasks_that_stand_in_it_first_to_last(stops):
    for world in stops:
        held = np.bincount(waiting(world)["queue"], minlength=len(world.queues))
        assert (held == world.queues["length"]).all()
        for q in range(len(world.queues)):
            row, seen = int(world.queues["head"][q]), []
            while row >= 0:
                seen.append(row)
                row = int(world.tasks["next"][row])
            assert len(seen) == world.queues["length"][q]
            assert (seen[-1] if seen else -1) == world.queues["tail"][q]


def test_littles_law_holds_on_the_path_of_every_queue(stops):
    # The area under the number waiting is the sum of all waits: those ended, and those so far of who still
    # waits.
    for world in stops:
        q, now = world.queues, float(world.clock["now"])
        area = q["area"] + q["length"] * (now - q["changed"])
        so_far = np.bincount(waiting(world)["queue"], now - waiting(world)["entered"], len(q))
        assert area == pytest.approx(q["waited"] + so_far, rel=1e-9, abs=1e-6)


def test_every_minute_of_every_worker_is_booked_once(stops):
    for world in stops:
        booked = world.ledger["minutes"].reshape(-1, len(MINUTES))
        assert booked.sum(axis=1) == pytest.approx(world.workers["since"], rel=1e-9, abs=1e-6)
        assert (booked >= -1e-9).all()


def test_free_time_is_booked_up_to_the_last_midnight(stops):
    for world, day in zip(stops, DAYS, strict=True):
        idle = world.workers["idle_place"] >= 0
        assert (world.workers["since"][idle] >= 480.0 * np.ceil(day - 1.0) - 1e-9).all()


def test_the_days_of_the_reps_add_up_to_their_ledger(stops):
    world = stops[-1]
    reps = world.ledger["minutes"].reshape(-1, len(MINUTES))[len(world.salespeople) :].sum(axis=0)
    assert world.day_ledger["minutes"].reshape(-1, len(MINUTES)).sum(axis=0) == pytest.approx(reps, abs=1e-6)


def test_only_salespeople_take_calls_and_sell_and_only_issues_that_arose_have_a_state(stops):
    for world in stops:
        booked = world.ledger["minutes"].reshape(-1, len(MINUTES))
        assert not booked[len(world.salespeople) :, [CALL, WRAP_UP, SELL]].any()
        assert not booked[len(world.salespeople) :, 8:].any()  # a rep's minutes stand in one line of the cache
        arisen = int(world.clock["next_issue"])
        assert (world.issues["state"][:arisen] != EXPECTED).all()
        assert (world.issues["state"][arisen:] == EXPECTED).all()
        assert (world.issues["arises"][:arisen] < world.clock["now"]).all()
        counts = np.bincount(world.issues["state"], minlength=len(ISSUE_STATES))
        assert len(counts) == len(ISSUE_STATES) and counts.sum() == len(world.issues)


def test_requests_in_buckets_and_in_work_are_those_that_stand_there(stops):
    for world in stops:
        states = world.issues["state"]
        tasks = waiting(world)
        assert (states == IN_BUCKET).sum() == (tasks["kind"] == REQUEST_TASK).sum()
        assert len(set(tasks["issue"][tasks["kind"] == REQUEST_TASK])) == (tasks["kind"] == REQUEST_TASK).sum()
        workers = world.workers
        held = workers["held"] >= 0
        busy = workers["task"] >= 0
        at_request = busy.copy()
        at_request[busy] = world.tasks["kind"][workers["task"][busy]] == REQUEST_TASK
        assert (states == IN_WORK).sum() == held.sum() + at_request.sum()


def test_a_done_request_went_through_all_its_times_in_order(stops):
    issues = issues_in_full(stops[-1])
    done = issues[(issues["state"] == DONE) & (issues["kind"] < REQUESTS_END)]
    for earlier, later in (
        ("arises", "sent"),
        ("sent", "logged"),
        ("logged", "started"),
        ("started", "completed"),
    ):
        assert (done[earlier] <= done[later]).all(), (earlier, later)
    assert (done["rep"] >= 0).all()


def test_a_request_takes_its_work_at_the_reps_speed_and_the_update_calls_before_it():
    world = stop_at(small(people__rep_turnover_per_year=0.0), [480.0 * 30])[0]
    done = world.requests[world.requests["completed"] >= 0.0]
    expected = done["work"] * world.reps["speed"][done["rep"]] + 4.0 * done["n_updated"]
    assert done["completed"] - done["started"] == pytest.approx(expected, abs=1e-6)
    owed = np.where(done["desk"] == 1, done["n_updates"], 0)
    assert (done["n_updated"] == owed).all() and owed.sum() > 50


def test_contacts_are_calls_taken_messages_sent_and_chases_made(stops):
    for world in stops:
        calls = sum(int(world.days[f"{kind}_calls"].sum()) for kind in ("service", "update", "other"))
        chases = len(logged(world, L_CHASED))
        assert int(world.clock["n_contacts"]) == calls + int(world.requests["n_sends"].sum()) + chases


def test_the_days_calls_by_kind_are_those_in_the_log(stops):
    for world in stops:
        kinds = logged(world, L_ANSWERED)["value"]
        assert world.days["service_calls"].sum() == (kinds == SERVICE_CALL).sum()
        assert world.days["other_calls"].sum() == np.isin(kinds, (SALES_CALL, OTHER_CALL, PROMPT_CALL)).sum()
        assert world.issues["n_calls"].sum() == len(logged(world, L_CALLED_DESK))


def test_messages_sent_are_those_in_the_log(stops):
    for world in stops:
        sent = sum(len(logged(world, kind)) for kind in (L_FORWARDED, L_REPEATED, L_WROTE_UNIT, L_PHONED_UNIT))
        assert world.requests["n_sends"].sum() == sent


def test_involvement_completion_and_arrival_are_counted_once_an_issue(stops):
    for world in stops:
        arisen = issues_in_full(world)[: int(world.clock["next_issue"])]
        requests = arisen[arisen["kind"] < REQUESTS_END]
        done = requests[requests["state"] == DONE]
        assert world.days["arisen"].sum() == len(requests)
        assert world.days["involved"].sum() == (requests["desk"] == 1).sum() == arisen["desk"].sum()
        assert world.days["completed"].sum() == len(done) == len(logged(world, L_COMPLETED))
        assert world.reps["n_completed"].sum() == len(done)
        assert len(logged(world, L_NOTICE)) == (done["salesperson"] >= 0).sum()


def test_only_handlers_claim_and_only_orders_that_were_completed(stops):
    for world in stops:
        issues = issues_in_full(world)
        claimed = issues[issues["claimed"] > 0.0]
        assert (claimed["desk"] == 1).all() and (claimed["salesperson"] >= 0).all()
        assert (claimed["state"] == DONE).all() and (claimed["claimed"] <= claimed["order"]).all()
        assert claimed["claimed"].sum() == pytest.approx(world.salespeople["claimed_all"].sum())
        assert world.days["claimed"].sum() == pytest.approx(world.salespeople["claimed_all"].sum())
        assert len(logged(world, L_CLAIMED)) == len(claimed) == world.salespeople["n_claims"].sum()


def test_what_is_reported_is_what_was_originated_and_what_was_claimed(stops):
    for world in stops:
        people = world.salespeople
        assert people["reported_all"] == pytest.approx(people["origin_all"] + people["claimed_all"])
        assert world.days["originated"].sum() == pytest.approx(people["origin_all"].sum())
        assert people["n_orders"].sum() == people["n_sales"].sum() + people["n_claims"].sum()


def test_reviews_add_up_to_what_the_days_reported_until_then():
    stop = stop_at(small(), [480.0 * 20 + 1e-6])[0]
    for kind in ("originated", "claimed"):
        assert stop.reviews[kind].sum() == pytest.approx(stop.days[kind][:20].sum())
    assert stop.reviews["bonus"].sum() == pytest.approx(stop.salespeople["bonus"].sum())
    assert stop.reviews["day"][:4].tolist() == [10, 10, 20, 20]


def test_a_person_at_work_all_day_has_no_break_and_one_with_a_shift_is_away_for_the_rest():
    always = stop_at(small(people__availability_reps=1.0), [480.0 * 20])[0]
    booked = always.ledger["minutes"].reshape(-1, len(MINUTES))
    assert (booked[4:, BREAK] == 0.0).all()
    shift = small(people__availability_reps=1.0, people__shift_start=60.0, people__shift_minutes=240.0,
                  demand__requests_per_account_day=0.5)  # fmt: skip
    booked = stop_at(shift, [480.0 * 20 - 1e-6])[0].ledger["minutes"].reshape(-1, len(MINUTES))[4:]
    # away 240 of 480 minutes a day, less what was begun before the end of the shift and finished after it
    assert (booked[:, BREAK] <= 240.0 * 20).all() and (booked[:, BREAK] > 200.0 * 20 - 240.0).all()
    assert (booked[:, IDLE] < 240.0 * 20).all()


def test_the_original_is_the_same_whether_the_run_stops_on_the_way_or_not():
    whole = simulate(lively(), 1, log=True)
    in_parts = stop_at(lively(), [480.0 * day for day in (0.1, 3.3, 17.0, 30.0)], log=True)[-1]
    assert issues_in_full(in_parts).tolist() == issues_in_full(whole.world).tolist()
    assert len(events(whole, L_COMPLETED)) == len(logged(in_parts, L_COMPLETED)) > 100
