"""Mechanisms of several settings in one centre: offers under a cap, offers to whom refuses, lines at separate sites."""

import numpy as np
import pytest

from model.simulation import simulate
from model.world.codes import L_CALL_BACK, L_CALL_TAKEN, L_HANDED_ON, L_OFFERED, L_PUT_THROUGH, L_REFUSED_CALL
from tests.helpers.centres import ONE_STREAM, centre
from tests.helpers.runs import events

OFFERING = ONE_STREAM.replace("p_resolved = 1.0", "p_resolved = 1.0\np_offer = 1.0") + """
[products.card]
value = 10.0
points = 1.0

[offers]
prompt = "profile_fit"
use_prompt = "follow"
attempt_share = 1.0
hang_up_share = 0.0
hang_up_resistance = 0.0
"""
"""Six people who offer a card in every call."""


def run(text: str = OFFERING, **changes):
    return simulate(centre(text, service__p_repeat=0.0, **changes), 1, log=True)


def test_whoever_refuses_the_call_is_offered_nothing():
    outbound = OFFERING.replace("patience = 0.0", 'patience = 0.0\nmode = "outbound"\np_answer = 0.5\np_refusal = 0.4')
    result = run(outbound)
    refused, offered = events(result, L_REFUSED_CALL)["issue"], events(result, L_OFFERED)["issue"]
    assert len(refused) > 500 and len(offered) > 1000
    assert set(refused).isdisjoint(offered)
    assert result.world.offer_days["n_calls"].sum() == len(refused) + len(offered)


def test_a_caller_who_is_handed_on_hears_the_offer_once():
    result = run(elsewhere__mastery_initial=0.5, streams__all__calls_per_day=300.0)
    assert len(events(result, L_HANDED_ON)) > 1000
    offered = events(result, L_OFFERED)["issue"]
    assert len(offered) == len(set(offered)) == result.world.centre_days["n_answered"].sum()


@pytest.mark.parametrize(
    "way",
    [
        {"regime__call_cap_seconds": 60.0, "regime__near_cap": "hang_up"},
        {"regime__judged_by": "handle_time", "regime__gaming": 0.5, "regime__figure_minutes": 1.0},
    ],
)
def test_a_call_that_ends_before_its_purpose_has_not_come_to_the_offer(way):
    result = run(**way)
    resolved, offers = result.world.centre_days["n_resolved"].sum(), len(events(result, L_OFFERED))
    assert offers == resolved < 0.9 * result.world.centre_days["n_answered"].sum()


SITES = """
[segments.all]
share = 1.0

[streams.all]
segment = "all"
calls_per_day = 700.0
handle_minutes = 5.0
patience = 0.0
p_resolved = 1.0

[streams.other]
segment = "all"
motive = "technical"
calls_per_day = 10.0
handle_minutes = 5.0

[groups.here]
people = 6
serves = ["all"]
location = "here"

[groups.there]
people = 2
serves = ["all"]
location = "there"

[groups.aside]
people = 2
serves = ["other"]
location = "there"

[elsewhere]
site_queue = "separate"
"""
"""A large site and a small one, each with its own customers; beside the small one's people sit two for other calls."""


def test_a_call_back_is_offered_by_the_wait_at_the_own_site():
    alone = {"routing__overflow": "nobody", "availability__p_accepts_call_back": 1.0}
    result = run(SITES, **alone, availability__call_back_minutes=6.0)
    expected = {round(value, 6) for value in events(result, L_CALL_BACK)["value"]}
    # who wait times five minutes: three over two people there are 7.5, eight over six people here 6.67
    assert min(expected) >= 6.0 and {7.5, 6.666667} <= expected


def test_the_supervisor_sees_the_calls_of_every_site():
    by_hand = {"routing__overflow": "by_hand", "routing__overflow_seconds": 30.0, "supervision__hand_quality": 0.0}
    result = run(SITES, **by_hand, supervision__round_minutes=1.0, streams__other__calls_per_day=0.0)
    chosen = events(result, L_PUT_THROUGH)["actor"]
    assert len(chosen) > 50
    assert chosen.min() >= 8  # nobody but the two who sit beside the small site's people
    taken = events(result, L_CALL_TAKEN)["actor"]
    here, there = result.world.queues["n_begun"][result.world.streams["queue"][0] + np.arange(2)]
    assert (here, there) == ((taken < 6).sum(), (taken >= 6).sum())  # and they help that site only
