"""Streams of calls told apart, and what becomes of calls while others wait (001-03 to 001-06, 001-13, 001-24)."""

import math

import numpy as np
import pytest

from model.simulation import simulate
from model.world.codes import L_CALL_ENDED, LOG_EVENTS
from tests.helpers.centres import ONE_STREAM, TWO_STREAMS, centre
from tests.helpers.crm import plain, total
from tests.helpers.runs import events

BUSY = {f"streams__{name}__patience": 20.0 for name in ("cards", "current_accounts", "insurance")} | {
    "streams__cards__calls_per_day": 14_000.0
}
"""A stream with a queue most of the day."""


@pytest.fixture(scope="module")
def two():
    return simulate(centre(TWO_STREAMS, run__days=40), 1, log=True)


def test_calls_and_minutes_of_streams_are_those_of_the_log(two):
    ended = events(two, L_CALL_ENDED)
    streams = two.world.streams
    assert streams["n_answered"].sum() == len(ended) > 5000
    assert streams["minutes"].sum() == pytest.approx(ended["value"].sum())
    assert streams["n_answered"].sum() == two.world.centre_days["n_answered"].sum()


def test_the_longest_and_the_shortest_stream_are_as_long_as_their_handle_times():
    # 001-03: 5 and 3 minutes, without hurry, pace or overflow.
    alike = {"service__backlog_pressure": 0.0, "service__pace_cv": 0.0, "routing__overflow": "nobody"}
    result = simulate(centre(TWO_STREAMS, run__days=60, **alike), 1)
    assert result.measures["handle_time_longest_stream_s"] == pytest.approx(300.0, rel=0.04)
    assert result.measures["handle_time_shortest_stream_s"] == pytest.approx(180.0, rel=0.04)
    star, moderate = result.world.streams["n_answered"]
    assert result.measures["largest_stream_share"] == moderate / (star + moderate) > 0.6


def test_a_centre_with_one_stream_has_no_longest_one():
    measures = simulate(centre(ONE_STREAM), 1).measures
    names = ("largest_stream_share", "handle_time_longest_stream_s", "handle_time_shortest_stream_s")
    assert all(math.isnan(measures[name]) for name in names)


@pytest.mark.parametrize(("law", "cv"), [("exponential", 1.0), ("fixed", 0.0), ("lognormal", 0.6)])
def test_the_spread_of_lengths_is_that_of_their_law(law, cv):
    # 001-24
    given = {"run__days": 60, "streams__all__handle_law": law, "streams__all__handle_cv": 0.6}
    assert simulate(centre(ONE_STREAM, **given), 1).measures["handle_time_cv"] == pytest.approx(cv, abs=0.03)


def test_nobody_waits_behind_a_call_where_people_abound():
    measures = plain(groups__telephone_banking__people=2500, run__days=5).measures
    assert measures["share_answered_behind"] == 0.0
    assert math.isnan(measures["handle_time_behind_ratio"])


def test_calls_with_others_waiting_are_like_the_others_without_pressure_and_cut_short_with_it():
    # 001-05, 001-06: ratios within streams, so that a busy stream of long calls makes no difference.
    calm, pressed = plain(**BUSY).measures, plain(**BUSY, service__backlog_pressure=0.5).measures
    for name in ("handle_time_behind_ratio", "resolution_behind_ratio", "offers_behind_ratio"):
        assert calm[name] == pytest.approx(1.0, abs=0.02)
        assert pressed[name] < 0.97
    assert 0.1 < pressed["share_answered_behind"] < calm["share_answered_behind"]


def test_expected_lengths_are_those_of_each_streams_own_calls(two):
    streams = two.world.streams
    others = (streams["minutes_home"] - streams["minutes_behind"]) / (streams["n_home"] - streams["n_behind"])
    expected = (streams["n_behind"] * others).sum()
    assert two.measures["handle_time_behind_ratio"] == pytest.approx(streams["minutes_behind"].sum() / expected)


def test_add_ons_in_service_calls_are_counted_where_the_stream_sells_nothing():
    # 001-04: in TCC's helpdesk people are to promote add-ons although the call is for service.
    service = {f"streams__{name}__p_purchase": 0.0 for name in ("cards", "insurance")}
    run = plain(**service, streams__current_accounts__p_purchase=0.2)
    assert 0 < total(run, "n_service") < total(run, "n_calls")
    assert run.measures["addon_share_service_calls"] == total(run, "n_addons") / total(run, "n_service") > 0.0
    everywhere = plain(**service, streams__current_accounts__p_purchase=0.0)
    assert total(everywhere, "n_service") == total(everywhere, "n_calls")
    assert total(everywhere, "n_addons") == total(everywhere, "n_accepted")


def test_prompts_grow_stale_between_updates_unless_tastes_stand_still():
    # 001-13: Finserver's database is updated once a month, here every 20 days.
    moving, still = plain(offers__taste_days=60.0).measures, plain(offers__taste_days=0.0).measures
    assert moving["prompt_accuracy_stale"] < moving["prompt_accuracy_fresh"] - 0.03
    assert still["prompt_accuracy_stale"] == pytest.approx(still["prompt_accuracy_fresh"], abs=0.02)
    daily = plain(offers__taste_days=60.0, offers__refresh_days=1).measures
    assert math.isnan(daily["prompt_accuracy_fresh"]) and math.isnan(daily["prompt_accuracy_stale"])


@pytest.mark.parametrize(
    ("every", "fresh", "stale"), [(20, range(5), range(15, 20)), (3, [0], [2]), (5, [0, 1], [3, 4]), (2, [0], [1])]
)
def test_ages_of_the_database_are_days_since_its_last_update(every, fresh, stale):
    run = plain(offers__refresh_days=every)
    for name, ages in (("fresh", fresh), ("stale", stale)):
        days = run.world.offer_days[:60][np.isin(np.arange(60) % every, ages)]
        expected = days["n_accurate"].sum() / days["n_targeted"].sum()
        assert run.measures[f"prompt_accuracy_{name}"] == expected


@pytest.fixture(scope="module")
def alone():
    return simulate(centre(ONE_STREAM, run__days=20, streams__all__calls_per_day=600.0), 1, log=True)


def test_who_waited_when_a_call_was_taken_is_as_in_the_log(alone):
    # 001-05: came less taken before, without those still waiting; a call that is taken has left the queue.
    waiting, behind, taken = 0, {}, 0
    for line in alone.log:
        event = LOG_EVENTS[line["event"]]
        if event == "call came":
            waiting += 1
        elif event == "caller left":
            waiting -= 1
        elif event == "call taken":
            waiting, taken = waiting - 1, taken + 1
            behind[int(line["issue"])] = waiting > 0
    ended = events(alone, L_CALL_ENDED)
    rows = [behind[int(line["issue"])] for line in ended]
    stream = alone.world.streams[0]
    assert stream["n_home"] == stream["n_answered"] == len(rows) > 5000
    assert stream["n_behind"] == sum(rows) > 500
    long = sum(float(line["value"]) for line, was in zip(ended, rows, strict=True) if was)
    assert stream["minutes_behind"] == pytest.approx(long)


def test_what_waiting_does_is_looked_at_where_people_serve_the_stream(two):
    streams = two.world.streams
    away = two.world.streams["n_overflowed"].sum()
    assert 0 < streams["n_answered"].sum() - streams["n_home"].sum() <= away


def test_calls_that_overflowed_are_counted_by_the_segment_of_the_customer():
    # 002-21: who serves Stars takes Moderates' calls, and nobody takes Stars' calls in return.
    kinds = {"segments__star__kind": "stars", "segments__moderate__kind": "moderate"}
    result = simulate(centre(TWO_STREAMS, run__days=40, routing__overflow="contained", **kinds), 1)
    overflow = {kind: result.measures[f"overflow_share_{kind}"] for kind in ("stars", "moderate")}
    assert overflow["stars"] == 0.0 < overflow["moderate"] < 0.5
