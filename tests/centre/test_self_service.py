"""Self-service that fails over to people (004-09, 004-10), and spikes around the clock (004-11)."""

import numpy as np
import pytest

from model.simulation import simulate
from model.world.codes import L_CALL_CAME, L_SELF_FAILED, L_SELF_SERVED
from tests.helpers.centres import ONE_STREAM, centre

TRIED = {"streams__all__share_ivr": 0.3, "streams__all__share_web": 0.5}
PATIENT = {"service__p_repeat": 0.0, "run__days": 60}


def one(seed: int = 1, log: bool = False, **changes):
    """The textbook centre with some values replaced."""
    return simulate(centre(ONE_STREAM, **changes), seed, log=log)


def mean_wait(**changes) -> float:
    """Mean wait over three seeds, in seconds."""
    runs = (one(seed, **PATIENT, **changes) for seed in (1, 2, 3))
    return float(np.mean([run.measures["average_speed_of_answer_s"] for run in runs]))


def test_contacts_begin_where_the_stream_s_callers_try_first():
    """Of all 30 % in the menu, of the other 70 % a half on the Web."""
    result = one(**TRIED, **PATIENT)
    assert result.measures["share_ivr"] == pytest.approx(0.3, abs=0.01)
    assert result.measures["share_web"] == pytest.approx(0.35, abs=0.01)


def test_what_self_service_does_not_settle_comes_to_people():
    """Failures: 60 % of 30 % and 40 % of 35 %, 0.32 of all; beside them 0.35 who never tried."""
    result = one(**TRIED, **PATIENT, log=True)
    assert result.measures["self_service_failure_share"] == pytest.approx(0.32 / 0.65, abs=0.01)
    assert result.measures["fallback_share"] == pytest.approx(0.32 / 0.67, abs=0.01)
    events = result.log["event"]
    came, failed, served = (np.count_nonzero(events == code) for code in (L_CALL_CAME, L_SELF_FAILED, L_SELF_SERVED))
    queue = result.world.queues[result.world.streams["queue"][0]]
    stream = result.world.streams[0]
    tried = stream["n_ivr"] + stream["n_web"]
    assert failed == stream["n_ivr_failed"] + stream["n_web_failed"]
    assert queue["n_in"] == came - tried + failed
    assert 0 <= tried - failed - served <= 10  # still on the Web at the end


def test_self_service_that_never_fails_leaves_people_only_those_who_never_tried():
    result = one(**TRIED, **PATIENT, self_service__ivr_succeeds=1.0, self_service__web_succeeds=1.0)
    assert result.measures["self_service_failure_share"] == result.measures["fallback_share"] == 0.0


def test_without_self_service_every_contact_comes_to_people():
    result = one(**PATIENT)
    assert result.world.queues["n_in"][result.world.streams["queue"][0]] == result.world.streams["n_calls"][0]


def test_a_spike_brings_its_calls_on_top_and_leaves_the_luck_of_the_others_alone():
    """004-11: (size − 1) times the mean rate while it lasts: 2 · 480 / 480 · 30 = 60 calls a spike."""
    still, spiky = (one(**PATIENT, spikes__spikes_per_year=rate, spikes__spike_size=3.0, log=True) for rate in (0, 100))
    first, second = still.world.streams[0], spiky.world.streams[0]
    assert first["n_calls"] == second["n_calls"]
    assert second["n_spikes"] > 10
    assert second["n_spike_calls"] / second["n_spikes"] == pytest.approx(60.0, rel=0.15)
    came = [run.log["time"][run.log["event"] == L_CALL_CAME] for run in (still, spiky)]
    assert np.isin(came[0], came[1]).all()


def test_spikes_that_run_into_each_other_have_the_calls_of_one_long_spike():
    """004-11: eight spikes a day of five hours are one, with a twentieth of a call a minute on top: 1,440 in 60 days.

    A call is drawn past the end of most spikes, and comes after all when the next one has begun before.
    """
    crowded = {"spikes__spikes_per_year": 2000.0, "spikes__spike_minutes": 300.0, "spikes__spike_size": 1.05}
    came = one(**PATIENT, **crowded).world.streams[0]["n_spike_calls"]
    assert came == pytest.approx(1440, abs=4 * 1440**0.5 + 30)  # none before the first, few in a gap


def test_who_calls_in_a_spike_waits_longer():
    result = one(**PATIENT, spikes__spikes_per_year=100.0, spikes__spike_size=3.0)
    assert result.measures["spike_wait_s"] > 2.0 * result.measures["average_speed_of_answer_s"]


def test_spikes_come_at_any_hour_of_a_day_of_24_hours():
    """004-11: a fifth of all spikes begins in any fifth of the day (within four standard errors)."""
    result = one(**PATIENT | {"run__days": 200}, run__day_minutes=1440.0, spikes__spikes_per_year=500.0, log=True,
                 spikes__spike_minutes=1.0, spikes__spike_size=1.0, streams__all__calls_per_day=10.0)  # fmt: skip
    n = int(result.world.streams["n_spikes"][0])
    assert n == pytest.approx(400, abs=4 * 20)


def test_failing_self_service_and_larger_spikes_lengthen_waits_and_more_so_together():
    """C30: the wait rises convexly in the load that failures and spikes bring."""
    common = {"streams__all__share_ivr": 0.5, "streams__all__share_web": 0.5, "spikes__spikes_per_year": 100.0}

    def wait(succeeds: float, size: float) -> float:
        return mean_wait(**common, self_service__ivr_succeeds=succeeds, self_service__web_succeeds=succeeds,
                         streams__all__calls_per_day=600.0, spikes__spike_size=size)  # fmt: skip

    calm = [wait(succeeds, 1.0) for succeeds in (0.8, 0.5, 0.2)]
    assert calm[0] < calm[1] < calm[2]
    assert calm[2] - calm[1] > calm[1] - calm[0]
    spiky = [wait(succeeds, 4.0) for succeeds in (0.8, 0.2)]
    assert spiky[0] > calm[0]
    assert spiky[1] - spiky[0] > calm[2] - calm[0]
