"""Nothing appears or vanishes: flow by class and Little's law, as exact identities on a run of every scenario.

Both sides are counted from different records: arrivals and ends from the event log, what is in the system from the
tasks that stand in queues or are in somebody's hands, and from the timed events that will bring somebody back.
"""

from functools import cache

import numpy as np
import pytest

from model.scenario import load_scenario, scenario_names
from model.world.codes import (
    CALL_AGAIN, CALL_RETURNS, CENTRE_CALL, ENQUIRY, FORWARD_TASK, IGNORED, L_ANSWERED, L_BLOCKED, L_CALL_BLOCKED,
    L_CALL_TAKEN, L_CALLED_DESK, L_COMPLETED, L_GIVEN_UP, L_HUNG_UP, LOST, LYING, OPPORTUNITY, OTHER_CALL, PHONE_TASK,
    PROMPT_CALL, READ_TASK, REQUEST_TASK, REQUESTS_END, SALES_CALL, SELF_SERVICE_ENDS, SERVICE_CALL,
)  # fmt: skip
from tests.helpers.organisations import BUNDLES, lively
from tests.helpers.runs import agenda, stop_at

LENGTHS = {"mtel": {"run.days": 250}, "mtel_full": {"run.days": 20}, "textbook_queue": {"days": 50}}
CENTRES = {
    name: {"run.days": 15}
    for name in (
        "bigbook", "credit_card", "finserver", "home_based", "niche", "star_customer", "starico", "tcc", "zappos",
    )
}  # fmt: skip
"""Every scenario that comes with the model must stand in one of these, with the length of its run."""
IMPATIENT = {"days": 30, "arrivals_per_hour": 90.0, "patience_minutes": 8.0, "lines": 15}
SCENARIOS = (
    {name: load_scenario(name, length) for name, length in LENGTHS.items()}
    | {f"lively, {bundle} bundle": lively(bundle) for bundle in BUNDLES}
    | {"textbook queue with patience and lines": load_scenario("textbook_queue", IMPATIENT)}
)
CENTRE_RUNS = {name: load_scenario(name, length) for name, length in CENTRES.items()}
CALLS = (SERVICE_CALL, SALES_CALL, OTHER_CALL)
IN_THE_SYSTEM = (*CALLS, FORWARD_TASK, READ_TASK, PHONE_TASK, REQUEST_TASK)
"""Tasks that carry an issue on its way: each open issue has exactly one, if it does not rest or call again later."""


@cache
def end_of_run(name):
    """The world at the end of a run."""
    scenario = (SCENARIOS | CENTRE_RUNS)[name]
    return stop_at(scenario, [scenario.run.days * scenario.run.day_minutes], seed=3, log=True)[0]


def kinds_of(world, event):
    """Kinds of the issues in the lines of the log of one event."""
    log = world.log[: int(world.clock["n_log"])]
    return world.issues["kind"][log["issue"][log["event"] == event]]


def in_hand(world, task_kinds):
    """Issues of the tasks of some kinds that wait in a queue, are being done, or are held behind an update call."""
    tasks, workers = world.tasks[: int(world.clock["n_tasks"])], world.workers
    waiting = np.nonzero((tasks["waiting"] == 1) & (tasks["queue"] >= 0))[0]
    rows = np.concatenate([waiting, workers["task"], workers["held"]])
    rows = np.unique(rows[rows >= 0])
    return tasks["issue"][rows[np.isin(tasks["kind"][rows], task_kinds)]]


def lines_of(world):
    """Queues at which the calls of a centre's streams wait: one for each stream and location."""
    return (world.streams["queue"][:, None] + np.arange(max(1, len(world.sites)))).ravel()


def by_kind(kinds):
    """Number of each of the six kinds of issue."""
    return np.bincount(kinds, minlength=ENQUIRY + 1)


def test_every_scenario_is_held_to_the_identities():
    assert set(scenario_names()) == {*LENGTHS, *CENTRES}


@pytest.mark.parametrize("name", SCENARIOS)
def test_calls_of_every_class_are_answered_hung_up_blocked_or_still_there(name):
    world = end_of_run(name)
    log = world.log[: int(world.clock["n_log"])]
    answered = log[(log["event"] == L_ANSWERED) & (log["value"] != PROMPT_CALL)]
    ended = by_kind(world.issues["kind"][answered["issue"]])
    ended += by_kind(kinds_of(world, L_HUNG_UP)) + by_kind(kinds_of(world, L_BLOCKED))
    there = by_kind(world.issues["kind"][in_hand(world, CALLS)])
    assert (by_kind(kinds_of(world, L_CALLED_DESK)) == ended + there).all()


@pytest.mark.parametrize("name", SCENARIOS)
def test_issues_of_every_class_are_done_given_up_lost_or_in_the_system(name):
    world = end_of_run(name)
    issues = world.issues[: int(world.clock["next_issue"])]
    kind, state = issues["kind"], issues["state"]
    to_come = agenda(world)
    done, given_up = by_kind(kinds_of(world, L_COMPLETED)), by_kind(kinds_of(world, L_GIVEN_UP))
    resting = by_kind(kind[np.isin(state, (LOST, IGNORED, LYING))])
    calling_again = by_kind(world.issues["kind"][to_come["who"][to_come["kind"] == CALL_AGAIN]])
    on_the_way = in_hand(world, IN_THE_SYSTEM)
    assert len(set(on_the_way.tolist())) == len(on_the_way)  # no issue is in two places
    there = by_kind(world.issues["kind"][on_the_way])
    # calls for sales and enquiries end with the answer; large deals go to the field at once
    answered = by_kind(kinds_of(world, L_ANSWERED)) * (np.arange(ENQUIRY + 1) >= REQUESTS_END)
    field = by_kind(kind[(kind == OPPORTUNITY) & (issues["n_calls"] == 0)])
    assert (by_kind(kind) == done + given_up + resting + calling_again + there + answered + field).all()
    assert by_kind(kind).sum() > 100


@pytest.mark.parametrize("name", [*SCENARIOS, *CENTRES])
def test_littles_law_holds_on_the_path_of_every_queue_of_every_scenario(name):
    # L T = Σ W: the area under the number waiting is the sum of all waits, those of who still waits up to now
    # (Little 1961, pp. 383-387; here on a single path, without limits or means)
    world = end_of_run(name)
    queues, now = world.queues, float(world.clock["now"])
    tasks = world.tasks[: int(world.clock["n_tasks"])]
    there = tasks[(tasks["waiting"] == 1) & (tasks["queue"] >= 0)]
    area = queues["area"] + queues["length"] * (now - queues["changed"])
    so_far = np.bincount(there["queue"], now - there["entered"], len(queues))
    assert area == pytest.approx(queues["waited"] + so_far, rel=1e-9, abs=1e-6)
    assert area.sum() > 0.0


@pytest.mark.parametrize("name", CENTRES)
def test_attempts_at_every_line_of_a_centre_are_answered_given_up_blocked_or_waiting(name):
    world = end_of_run(name)
    lines = lines_of(world)
    queues, events = world.queues[lines], world.log["event"][: int(world.clock["n_log"])]
    tasks = world.tasks[: int(world.clock["n_tasks"])]
    calls = tasks[(tasks["kind"] == CENTRE_CALL) & (tasks["waiting"] == 1)]
    waiting = np.bincount(calls["queue"], minlength=len(world.queues))[lines]
    in_hand = world.workers["task"][world.workers["task"] >= 0]
    serving = np.bincount(tasks["queue"][in_hand], minlength=len(world.queues))[lines]
    assert np.array_equal(queues["n_in"], queues["n_out"] + serving + queues["n_left"] + queues["n_blocked"] + waiting)
    assert (queues["n_out"] + serving).sum() == np.count_nonzero(events == L_CALL_TAKEN) > 1000
    assert queues["n_blocked"].sum() == np.count_nonzero(events == L_CALL_BLOCKED)


@pytest.mark.parametrize("name", CENTRES)
def test_every_call_of_a_centre_that_is_not_settled_waits_is_in_hand_or_comes_later(name):
    world, clock = end_of_run(name), end_of_run(name).clock
    unused, row = 0, int(clock["free_call"])
    while row >= 0:
        unused, row = unused + 1, int(world.calls["next"][row])
    under_way = in_hand(world, (CENTRE_CALL,))
    to_come = agenda(world)
    coming_again = to_come["who"][np.isin(to_come["kind"], (CALL_RETURNS, SELF_SERVICE_ENDS))]
    assert len(set(under_way.tolist()) | set(coming_again.tolist())) == len(under_way) + len(coming_again)
    assert int(clock["n_call_rows"]) - unused == len(under_way) + len(coming_again)
    assert clock["n_calls"] == (world.streams["n_calls"] + world.streams["n_spike_calls"]).sum() > 1000
