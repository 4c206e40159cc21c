"""More people, or one pool instead of two: nobody waits longer for it under the same luck."""

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from experiments.proof.comparison import ERRORS, mean_and_error
from model.scenario import load_scenario
from model.simulation import simulate
from model.theory import patient
from model.world.codes import L_ANSWERED

R = 16


def ends(agents: int, load: float, cv: float, seed: int) -> dict[int, float]:
    """When each caller's call ended, by the caller."""
    words = {
        "agents": agents, "arrivals_per_hour": 12.0 * load, "handle_minutes": 5.0, "days": 3,
        "calls.talk_law": "lognormal", "calls.talk_cv": cv,
    }  # fmt: skip
    log = simulate(load_scenario("textbook_queue", words), seed, log=True).log
    answered = log[log["event"] == L_ANSWERED]
    return dict(zip(answered["issue"].tolist(), answered["time"].tolist(), strict=True))


@settings(max_examples=25)
@given(st.integers(1, 8), st.integers(1, 3), st.floats(0.3, 9.0), st.floats(0.1, 3.0), st.integers(0, 2**32))
@example(5, 1, 6.0, 1.5, 1)  # more work than five people can do
def test_more_people_let_no_caller_wait_longer(agents, more, load, cv, seed):
    # first come, first served: the sorted workloads of c + 1 servers lie below those of c on every path
    # (Kiefer & Wolfowitz 1955, Transactions of the AMS 78, pp. 1-18): with the same calls everybody's ends no later
    few, many = (ends(people, load, cv, seed) for people in (agents, agents + more))
    assert set(few) <= set(many)
    assert all(many[caller] <= end + 1e-9 for caller, end in few.items())


def pooled_and_apart(load: float, seed: int) -> list[float]:
    """Mean wait before two people who share the calls of two accounts, and before two who take those of one each."""
    words = {
        "agents": 2, "arrivals_per_hour": 12.0 * load, "handle_minutes": 5.0, "days": 30, "people.accounts": 2,
    }  # fmt: skip
    shared = load_scenario("textbook_queue", words)
    apart = shared.changed({"people.call_routing": "owner"})
    return [simulate(scenario, seed).measures["mean_wait_minutes"] for scenario in (shared, apart)]


@settings(max_examples=3)
@given(st.floats(0.2, 0.8))
def test_merging_two_identical_pools_shortens_the_mean_wait(load):
    # M/M/2 beside two M/M/1 of the same load: a mean over luck, for on single paths a short call may wait behind
    # two long ones that would have stood in the other queue
    found = np.array([pooled_and_apart(load, seed) for seed in range(1, R + 1)])
    mean, error = mean_and_error(found[:, 1] - found[:, 0])
    saved = patient(load / 5.0, 0.2, 1).mean_wait - patient(2.0 * load / 5.0, 0.2, 2).mean_wait
    assert mean > ERRORS * error
    assert abs(mean - saved) < ERRORS * error
