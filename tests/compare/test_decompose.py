"""The ladder from a textbook queue to the organisation."""

import math

import pytest

from experiments import decompose as ladder
from experiments.decompose import LADDER, decompose, rungs, steady_seeds, theory
from experiments.replicate import replicate
from model.scenario import ScenarioError, load_scenario
from model.theory import patient
from tests.helpers.organisations import small

DEMAND = {
    "people.accounts": 100, "people.units": 6, "people.reps_per_unit": 6, "people.availability_reps": 0.85,
    "demand.requests_per_account_day": 2.15, "demand.bulk_per_account_year": 1.0, "demand.bulk_size": 30,
    "demand.share_orders": 0.25, "demand.share_changes": 0.35, "demand.share_complaints": 0.2,
    "demand.work_minutes": 45.0, "demand.work_factor_order": 1.2, "demand.work_factor_change": 1.0,
    "demand.work_factor_complaint": 1.0, "demand.work_factor_query": 0.7,
}  # fmt: skip
"""A demand to reckon with by hand, whatever the calibration of M-Tel says."""


def test_the_top_of_the_ladder_is_the_scenario_itself():
    scenario = load_scenario("mtel")
    assert rungs(scenario)[-1].values() == scenario.values()


def test_every_step_switches_values_of_its_own_that_mtel_has_on():
    scenario = load_scenario("mtel")
    switched = [name for step in LADDER for name in step.off(scenario)]
    assert len(switched) == len(set(switched))
    for step in LADDER:
        assert any(scenario[name] != value for name, value in step.off(scenario).items()), step.name


def test_the_base_has_the_offered_load_of_the_scenario():
    # 2.15 requests and 1 · 30 / 250 = 0.12 of bulk projects per account and day. Single requests take
    # 0.25 · 1.2 + 0.35 + 0.2 + 0.2 · 0.7 = 0.99 of the average work, projects (0.25 · 1.2 + 0.35) / 0.6 of it;
    # reps who are there for 0.85 of the day count as reps who work at that pace.
    base = rungs(load_scenario("mtel", DEMAND))[0]
    work = (2.15 * 0.99 + 0.12 * 0.65 / 0.6) * 45.0 / 0.85
    demand = base.demand
    assert demand.requests_per_account_day == pytest.approx(2.27)
    assert demand.requests_per_account_day * demand.work_minutes * demand.work_factor_query == pytest.approx(
        work
    )
    factors = {demand.work_factor_order, demand.work_factor_change, demand.work_factor_complaint}
    assert factors == {demand.work_factor_query}


def test_erlang_c_is_asked_for_the_unit_as_it_is():
    # 100 accounts · 2.27 a day over 6 units and 480 minutes; 6 reps; the work of the test above
    work = (2.15 * 0.99 + 0.12 * 0.65 / 0.6) / 2.27 * 45.0 / 0.85
    expected = patient(100 * 2.27 / 6 / 480.0, 1.0 / work, 6).mean_wait
    assert theory(load_scenario("mtel", DEMAND)) == pytest.approx(expected)


def test_the_base_waits_as_long_as_erlang_c_says():
    scenario = small(run__days=60, demand__requests_per_account_day=6.0)
    runs = replicate(rungs(scenario)[0], 40).summary["wait_minutes_mean"]
    # a run begins empty and is short, so the tolerance is four standard errors over replications
    assert runs["mean"] == pytest.approx(theory(scenario), abs=4.0 * runs["sd"] / math.sqrt(40))


def test_reps_of_the_base_do_nothing_but_the_work_itself():
    runs = replicate(rungs(small())[0], 3).runs
    assert all(run["rep_minutes_production"] > 0.0 for run in runs)
    others = ("transcription", "update", "chase", "helpline", "refused")
    assert {run[f"rep_minutes_{kind}"] for run in runs for kind in others} == {0.0}


@pytest.fixture(scope="module")
def climbed():
    return decompose(small(demand__bulk_per_account_year=2.0), 4)


def test_the_steps_add_up_to_the_whole(climbed):
    for quantity in ("wait", "work"):
        added = [row[f"{quantity}_added"] for row in climbed.rows]
        assert sum(added[1:-1]) == pytest.approx(added[-1])
        assert added[0] + added[-1] == pytest.approx(climbed.rows[-1][quantity])


def test_a_break_adds_no_work_only_wait(climbed):
    # the same requests and the same minutes at full pace; only a few fall to other reps or beyond the last day
    row = next(row for row in climbed.rows if row["name"] == "breaks")
    assert abs(row["work_added"]) < 0.02 * row["work"]


def test_transcription_adds_its_minutes_for_every_mail(climbed):
    # of all requests 0.1 are telephoned (6 minutes each), the others mailed (4 minutes): 0.9 · 4 + 0.1 · 6 = 4.2
    row = next(row for row in climbed.rows if row["name"] == "transcription")
    assert row["work_added"] == pytest.approx(4.2, abs=0.15)


def test_updates_add_their_calls_for_the_requests_of_the_desk(climbed):
    # 0.6 calls of 4 minutes for each request that goes through the desk
    row = next(row for row in climbed.rows if row["name"] == "updates")
    assert row["work_added"] == pytest.approx(0.6 * 4.0 * row["involvement"], rel=0.15)


def test_seeds_that_ran_away_on_a_rung_are_left_out_of_every_rung():
    rung = [{"seed": seed, "runaway": 0.0} for seed in (1, 2, 3, 4)]
    worse = [{"seed": seed, "runaway": float(seed == 3)} for seed in (1, 2, 3, 4)]
    assert steady_seeds([rung, rung]) == [1, 2, 3, 4]
    assert steady_seeds([rung, worse]) == [1, 2, 4]


def test_all_seeds_are_kept_if_fewer_than_two_are_steady():
    worst = [{"seed": seed, "runaway": float(seed > 1)} for seed in (1, 2, 3)]
    assert steady_seeds([worst]) == [1, 2, 3]


def test_rows_are_reckoned_from_the_kept_seeds_and_the_share_that_ran_away_from_all():
    before = [
        {"seed": s, "wait": w, "work": 1.0, "involvement": 0.5, "runaway": 0.0}
        for s, w in ((1, 2.0), (2, 9.0))
    ]
    after = [{"seed": s, "wait": w, "work": 1.5, "involvement": 0.5, "runaway": float(s == 2)}
             for s, w in ((1, 5.0), (2, 900.0))]  # fmt: skip
    row = ladder._row(LADDER[0], after, before, [1])
    assert (row["wait"], row["wait_added"], row["work_added"], row["runaway"]) == (5.0, 3.0, 0.5, 0.5)


@pytest.mark.parametrize("which", ["textbook_queue", "nothing asked"])
def test_without_requests_there_is_nothing_to_take_apart(which):
    scenario = (
        load_scenario(which) if which == "textbook_queue" else small(demand__requests_per_account_day=0.0)
    )
    with pytest.raises(ScenarioError, match="no wait to take apart"):
        decompose(scenario, 2)


def test_a_run_far_from_the_others_moves_the_mean_and_not_the_median():
    # nine runs add 1 … 9 minutes and one adds 1,000: the median of ten is (5 + 6) / 2, their mean 104.5
    quiet = {"work": 1.0, "involvement": 0.5, "runaway": 0.0}
    before = [quiet | {"seed": s, "wait": 2.0} for s in range(1, 11)]
    after = [quiet | {"seed": s, "wait": 2.0 + (s if s < 10 else 1000.0)} for s in range(1, 11)]
    row = ladder._row(LADDER[0], after, before, list(range(1, 11)))
    assert (row["wait_added_median"], row["wait_added"]) == (5.5, 104.5)
    # B(10, 1/2): one of ten below the median or fewer has probability 11/1024, two or fewer 56/1024 = 5.5 % > 2.5 %
    assert (row["wait_added_median_low"], row["wait_added_median_high"]) == (2.0, 9.0)


def test_below_six_runs_no_interval_of_the_median_is_given():
    # the smallest and the largest of five enclose the median with 1 − 2/32 = 93.75 %, of six with 1 − 2/64
    assert ladder._median([1.0, 2.0, 3.0, 4.0, 5.0]) == {"": 3.0, "_low": None, "_high": None}
    assert ladder._median([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]) == {"": 3.5, "_low": 1.0, "_high": 6.0}
