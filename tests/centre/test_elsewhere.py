"""Other parts of the firm, sites, seats, surveys and multi-skilling (001-02, 001-14, 001-15, 001-20, 001-26 to 001-29,
001-38, 001-55)."""

from math import sqrt
from statistics import mean, stdev

import numpy as np
import pytest

from model.scenario import ScenarioError, load_scenario
from model.simulation import simulate
from model.theory import patient
from model.world.codes import L_CALL_ENDED, L_CALL_TAKEN, L_HANDED_ON, L_ORDER_FAILED
from tests.helpers.centres import ONE_STREAM, centre
from tests.helpers.runs import events, near

DEPARTMENTS = """
[departments.warehouse]
p_needed = 0.2
consult_minutes = 2.0
p_informed = 0.7

[departments.distribution]
p_needed = 0.1
consult_minutes = 4.0
p_informed = 0.4
"""


def run(seed: int = 1, text: str = ONE_STREAM, **changes):
    return simulate(centre(text, **changes), seed, log=True)


def test_failures_elsewhere_cause_the_stated_share_of_calls_and_dissatisfaction():
    calm, failing = (run(streams__all__p_failure_demand=share) for share in (1e-12, 0.4))  # 001-29
    n = failing.world.centre_days["n_answered"].sum()
    assert failing.measures["failure_demand_share"] == pytest.approx(0.4, abs=near(0.4, n))
    assert calm.measures["failure_demand_share"] == 0.0
    assert failing.measures["satisfaction_mean"] < calm.measures["satisfaction_mean"]


def test_an_order_that_goes_wrong_elsewhere_brings_one_call():
    result = run(
        streams__all__p_purchase=1.0, elsewhere__p_order_fails=0.3, elsewhere__failure_days=0.05,
        streams__all__calls_per_day=200.0, run__days=30,
    )  # fmt: skip
    days, failed = result.world.beyond_days, len(events(result, L_ORDER_FAILED))
    orders = result.world.centre_days["n_answered"].sum() - days["n_caused"].sum()
    assert failed / orders == pytest.approx(0.3, abs=near(0.3, orders))
    assert days["n_caused"].sum() == pytest.approx(failed, abs=15)  # some are under way at the end
    assert result.measures["repeat_call_share"] == 0.0  # they are new queries


def test_departments_are_asked_as_often_and_as_long_as_stated():
    result = run(text=ONE_STREAM + DEPARTMENTS, service__p_repeat=0.0, streams__all__calls_per_day=300.0, run__days=30)
    measures, asked = result.measures, result.world.departments
    n = result.world.centre_days["n_answered"].sum()
    assert asked["n_asked"] / n == pytest.approx([0.2, 0.1], abs=near(0.2, n))  # 001-20, 001-38
    assert asked["minutes"] / asked["n_asked"] == pytest.approx([2.0, 4.0], rel=0.15)
    share = 0.8 / (5.0 + 0.8)  # 0.2 · 2 + 0.1 · 4 minutes beside the 5 of the call itself
    assert measures["consulting_minutes_share"] == pytest.approx(share, rel=0.1)
    assert measures["consulting_minutes_per_person"] == pytest.approx(0.8 * n / (6 * 30), rel=0.1)


def test_a_query_stays_open_about_which_a_department_does_not_know():
    result = run(text=ONE_STREAM + DEPARTMENTS, service__p_repeat=0.0, run__days=20)
    expected = 0.2 * 0.3 + 0.1 * 0.6  # 001-55
    n = result.world.centre_days["n_answered"].sum()
    assert result.measures["unresolved_for_lack_of_knowledge"] == pytest.approx(expected, abs=near(expected, n))
    assert result.measures["first_contact_resolution"] == pytest.approx(1.0 - expected, abs=near(expected, n))


def test_a_call_about_a_failure_always_needs_a_department():
    result = run(text=ONE_STREAM + DEPARTMENTS, streams__all__p_failure_demand=1.0, service__p_repeat=0.0)
    assert result.measures["consulted_share"] == 1.0
    asked = result.world.departments["n_asked"]
    assert asked[0] / asked.sum() == pytest.approx(2 / 3, abs=near(2 / 3, asked.sum()))


def test_departments_that_every_call_would_need_twice_are_refused():
    with pytest.raises(ScenarioError, match=r"departments\.NAME\.p_needed add up to 1\.1"):
        run(text=ONE_STREAM + DEPARTMENTS, departments__warehouse__p_needed=1.0)


SURVEY = {"streams__all__p_resolved": 0.7, "service__p_repeat": 0.0, "elsewhere__p_survey": 1.0, "run__days": 20}


def test_a_survey_of_complainers_tells_less_than_the_truth_and_one_of_everybody_the_truth():
    complainers = run(**SURVEY, elsewhere__p_complaint=1.0).measures  # 001-27
    assert complainers["survey_bias"] < -0.2
    everybody = run(**SURVEY, elsewhere__p_survey_others=1.0).measures
    assert everybody["survey_bias"] == pytest.approx(0.0, abs=1e-9)


def test_a_survey_of_those_who_ordered_hides_what_the_others_went_through():
    ordering = run(**SURVEY, streams__all__p_purchase=0.3, elsewhere__p_complaint=0.0).measures
    asked = ordering["satisfaction_surveyed"]
    gave_up = run(**SURVEY, streams__all__p_purchase=0.3, elsewhere__p_complaint=0.0, streams__all__patience=2.0,
                  streams__all__calls_per_day=900.0).measures  # fmt: skip
    assert asked > 0.0
    assert gave_up["survey_bias"] > 0.1 > abs(ordering["survey_bias"])


def test_the_goals_of_the_pilot_are_measured_apart():
    poor, good = (run(streams__all__p_resolved=p, streams__all__p_purchase=0.2).measures for p in (0.6, 0.9))  # 001-26
    assert good["repeat_call_share"] < poor["repeat_call_share"]
    assert good["satisfaction_mean"] > poor["satisfaction_mean"]
    assert good["sales_now"] > 0.0


UNSKILLED = {"elsewhere__mastery_initial": 0.5, "streams__all__calls_per_day": 300.0, "service__meeting_days": 1}


def test_callers_are_handed_on_until_somebody_has_the_skill():
    result = run(**UNSKILLED, run__days=20)
    n = result.world.centre_days["n_answered"].sum()
    assert result.measures["transfers_per_call"] == pytest.approx(1.0, abs=4.0 * sqrt(2.0 / n))  # (1 − m) / m
    assert len(events(result, L_CALL_TAKEN)) >= len(events(result, L_HANDED_ON)) + n
    assert result.measures["repeat_call_share"] == 0.0  # a transfer is no repeat


def test_the_rolling_programme_cuts_transfers():
    rates = (0.0, 0.1, 0.5)
    shares = [run(**UNSKILLED, elsewhere__trained_per_meeting=rate, run__days=10).measures for rate in rates]
    transfers = [one["transfers_per_call"] for one in shares]
    assert transfers == sorted(transfers, reverse=True) and transfers[2] < 0.5 * transfers[0]  # 001-15
    assert [one["multi_skilled_final"] for one in shares] == [0.0, pytest.approx(5 / 6), 1.0]  # nine meetings of 0.6


TWO_SITES = ONE_STREAM.replace("[groups.all]\npeople = 6", '[groups.there]\npeople = 3\nlocation = "there"') + (
    '[groups.here]\npeople = 3\nserves = ["all"]\nlocation = "here"\n'
)
LONG = {"run__days": 150, "run__warm_up_share": 0.1, "routing__retrial": 0.0, "streams__all__calls_per_day": 432.0}


def waits(rule: str) -> tuple[float, float]:
    """Mean wait over runs, and four standard errors of it."""
    found = [simulate(centre(TWO_SITES, **LONG, elsewhere__site_queue=rule), seed).measures for seed in range(1, 7)]
    values = [one["mean_wait_minutes"] for one in found]
    return mean(values), 4.0 * stdev(values) / len(values) ** 0.5


def test_pooled_sites_are_one_queue_and_separate_sites_are_two():
    pooled, error = waits("pooled")  # 001-14
    assert pooled == pytest.approx(patient(0.9, 0.2, 6).mean_wait, abs=error)
    separate, error = waits("separate")
    assert separate == pytest.approx(patient(0.45, 0.2, 3).mean_wait, abs=error)
    assert separate > 1.5 * pooled


def test_people_of_a_separate_site_take_only_its_customers_calls():
    result = simulate(centre(TWO_SITES, elsewhere__site_queue="separate"), 1, log=True)
    taken = events(result, L_CALL_TAKEN)
    first, second = result.world.queues["n_begun"][result.world.streams["queue"][0] + np.arange(2)]
    assert (taken["actor"] < 3).sum() == first > 1000
    assert (taken["actor"] >= 3).sum() == second > 1000


SHIFTS = """
[groups.early]
people = 6
serves = ["all"]
shift_start = 0.0
shift_minutes = 300.0

[groups.late]
people = 6
serves = ["all"]
shift_start = 240.0
shift_minutes = 240.0
"""


def busiest(result) -> int:
    """Most calls under way at once."""
    log = result.log[np.isin(result.log["event"], (L_CALL_TAKEN, L_CALL_ENDED))]
    return int(np.cumsum(np.where(log["event"] == L_CALL_TAKEN, 1, -1)).max())


def test_no_more_people_work_at_once_than_there_are_seats():
    text = ONE_STREAM.split("[groups")[0] + SHIFTS
    heavy = {"streams__all__calls_per_day": 2000.0, "run__days": 5}
    seated, free = (simulate(centre(text, **heavy, elsewhere__seats=n), 1, log=True) for n in (8, 0))
    assert busiest(seated) == 8 < busiest(free) == 12  # 001-02
    assert seated.measures["people_per_seat"] == 12 / 8
    # Of six who come at 240 four wait until the early shift ends at 300, or some minutes more while calls are finished.
    assert 4 * 60 / 12 < seated.measures["seat_wait_minutes"] < 4 * 75 / 12


def test_with_a_seat_for_everybody_seats_change_nothing():
    text = ONE_STREAM.split("[groups")[0] + SHIFTS
    enough, unlimited = (simulate(centre(text, elsewhere__seats=n), 1, log=True) for n in (12, 0))
    assert np.array_equal(enough.log, unlimited.log)
    assert enough.measures["seat_wait_minutes"] == 0.0


def test_somebody_who_finds_no_seat_the_whole_shift_goes_home_and_comes_back():
    text = ONE_STREAM.split("[groups")[0] + SHIFTS.replace("240.0", "0.0", 1).replace("240.0", "300.0", 1)
    result = run(text=text, elsewhere__seats=6, run__days=4)
    minutes = result.world.floor["minutes"][0]
    assert minutes == pytest.approx(6 * 4 * 300.0, rel=0.05)
    assert result.world.floor["taken"][0] <= 6


def test_niche_has_100_people_on_54_seats_and_runs_like_a_centre():
    measures = simulate(load_scenario("niche", {"run.days": 40}), 1).measures
    assert measures["people_per_seat"] == pytest.approx(100 / 54)  # 001-02
    assert 0.0 < measures["seat_wait_minutes"] < 20.0
    assert 0.7 < measures["on_line_share"] + measures["unavailable_share"] < 0.95
    assert 0.02 < measures["abandonment_share"] < 0.10
    assert measures["handle_time_with_code_s"] > measures["handle_time_without_code_s"]  # 001-31
