"""Calls of a centre: none is lost from sight, and compiled and interpreted engines tell the same."""

import numpy as np
import pytest

from model.simulation import simulate
from model.world.codes import (
    BREAK, CALL, L_CALL_BLOCKED, L_CALL_CAME, L_CALL_ENDED, L_CALL_TAKEN, L_CALLER_GONE, L_CALLER_LEFT, MINUTES,
)  # fmt: skip
from tests.helpers.centres import ONE_STREAM, TWO_STREAMS, centre
from tests.helpers.runs import fingerprint


@pytest.fixture(scope="module")
def result():
    return simulate(centre(TWO_STREAMS), 1, log=True)


def n(log, code: int) -> int:
    return int(np.count_nonzero(log["event"] == code))


@pytest.mark.parametrize("text", [ONE_STREAM, TWO_STREAMS], ids=["one stream", "two streams"])
def test_compiled_and_interpreted_write_the_same_log_and_world(text):
    compiled, interpreted = (simulate(centre(text, run__days=2), 3, log=True, interpreted=way) for way in (False, True))
    assert len(compiled.log) > 500
    assert fingerprint(interpreted.log) == fingerprint(compiled.log)
    for name in ("streams", "customers", "advisors", "centre_days", "lengths", "queues", "workers"):
        assert fingerprint(getattr(interpreted.world, name)) == fingerprint(getattr(compiled.world, name)), name


def test_every_attempt_is_answered_given_up_blocked_or_still_waiting(result):
    queues = result.world.queues[result.world.streams["queue"]]
    assert np.array_equal(queues["n_in"], queues["n_begun"] + queues["n_left"] + queues["n_blocked"] + queues["length"])
    assert np.array_equal(queues["n_begun"], queues["n_out"] + queues["serving"])
    log = result.log
    assert queues["n_begun"].sum() == n(log, L_CALL_TAKEN) > 1000
    assert queues["n_left"].sum() == n(log, L_CALLER_LEFT) > 20
    assert queues["n_blocked"].sum() == n(log, L_CALL_BLOCKED) == 0


def test_every_call_that_came_is_settled_or_under_way(result):
    log, clock = result.log, result.world.clock
    assert clock["n_calls"] == n(log, L_CALL_CAME) == result.world.streams["n_calls"].sum()
    unused, row = 0, int(clock["free_call"])
    while row >= 0:
        unused, row = unused + 1, int(result.world.calls["next"][row])
    last = {}
    for event, number in zip(log["event"].tolist(), log["issue"].tolist(), strict=True):
        if number >= 0:
            last[number] = event
    gone = sum(event == L_CALLER_GONE for event in last.values())
    assert gone == result.world.streams["n_gone"].sum() > 0
    under_way = int(clock["n_call_rows"]) - unused
    settled = int(clock["n_calls"]) - under_way
    assert gone < settled <= n(log, L_CALL_ENDED) + gone


def test_the_people_of_a_group_take_only_what_they_may(result):
    log = result.log[result.log["event"] == L_CALL_TAKEN]
    star = log["actor"] < 3
    first_moderate = round(0.25 * 200)
    assert (log["other"][~star] >= first_moderate).all(), "moderate people take no stars"
    assert 0.0 < (log["other"][star] >= first_moderate).mean() < 0.8, "stars' people take some of both"
    assert result.measures["overflow_share"] > 0.0


def test_waits_of_calls_that_overflowed_are_at_least_the_threshold(result):
    log = result.log[result.log["event"] == L_CALL_TAKEN]
    overflowed = (log["actor"] < 3) & (log["other"] >= round(0.25 * 200))
    assert log["value"][overflowed].min() >= 1.0 - 1e-9


def test_nobody_works_beyond_the_shift_but_to_end_a_call(result):
    minutes = result.world.ledger["minutes"].reshape(-1, len(MINUTES))
    star, days = minutes[:3], 10
    assert np.allclose(minutes.sum(axis=1), minutes.sum(axis=1)[0], rtol=0.02)
    assert (star[:, BREAK] > 30.0 * days).all()
    assert star[:, CALL].sum() > 0.0


def test_nobody_is_trained_for_a_stream_is_said_before_the_run():
    from model.scenario import ScenarioError

    with pytest.raises(ScenarioError, match="No group serves the stream 'all'"):
        centre(groups__all__serves=[])
    with pytest.raises(ScenarioError, match=r"names 'al' .did you mean all"):
        centre(groups__all__serves=["al"])
    with pytest.raises(ScenarioError, match=r"There is no parameter 'streams\.none\.patience'"):
        centre(streams__none__patience=1.0)


def test_half_of_a_centre_has_half_the_calls_and_half_the_people():
    whole, half = centre(run__days=40), centre(run__days=40, routing__scale=0.5)
    first, second = simulate(whole, 1), simulate(half, 1)
    assert len(second.world.advisors) == 3 == len(first.world.advisors) // 2
    came = int(second.world.clock["n_calls"])
    assert came == pytest.approx(240 * 40, abs=4.0 * (240 * 40) ** 0.5)


def test_what_one_stream_does_leaves_the_calls_of_another_as_they_were():
    base, busier = centre(TWO_STREAMS), centre(TWO_STREAMS, streams__star__calls_per_day=250.0)
    logs = [simulate(scenario, 5, log=True).log for scenario in (base, busier)]
    first_moderate = round(0.25 * 200)
    came = [log[(log["event"] == L_CALL_CAME) & (log["actor"] >= first_moderate)] for log in logs]
    assert np.array_equal(came[0]["time"], came[1]["time"])
    assert np.array_equal(came[0]["actor"], came[1]["actor"])
