"""Star Customer as a whole: queues beneath it, identities, one source for both engines (002-02, 002-06, 002-10)."""

import numpy as np
import pytest

from model.scenario import load_scenario
from model.simulation import simulate
from model.theory import impatient
from model.world.codes import NOBODY
from tests.centre.star import BUNDLES, found, lively, plain, ran
from tests.helpers.runs import fingerprint

SCORES = ("conversation_score", "acquaintanceship_score", "liaison_score", "availability_score")


@pytest.mark.parametrize("policy", BUNDLES)
def test_the_interpreted_engine_writes_the_same_log_and_leaves_the_same_world(policy):
    scenario = lively(policy)
    compiled, interpreted = (simulate(scenario, 2, log=True, interpreted=way) for way in (False, True))
    assert len(compiled.log) > 2000
    assert fingerprint(interpreted.log) == fingerprint(compiled.log)
    for name in ("segments", "records", "beliefs", "sellers", "bonus_groups", "bonus_periods", "line_hours",
                 "group_hours", "calls", "customers", "advisors", "ledger", "queues"):  # fmt: skip
        assert fingerprint(getattr(interpreted.world, name)) == fingerprint(getattr(compiled.world, name)), name


@pytest.mark.parametrize("group", ["star_service", "moderate_account", "winback"])
def test_with_the_behaviour_off_a_sub_unit_is_an_erlang_a_queue(group):
    scenario = plain(run__days=40, run__warm_up_share=0.1)
    about = scenario.groups[group]
    streams = [list(scenario.streams).index(name) for name in about.serves]
    people = round(about.people * 0.1)
    minutes = scenario.streams[about.serves[0]].handle_minutes
    rate = sum(scenario.streams[name].calls_per_day for name in about.serves) * 0.1 / 720.0
    theory = impatient(rate, 1.0 / minutes, people, 1.0 / 3.0)
    waits, gone = [], []
    for seed in range(1, 13):
        world = simulate(scenario, seed).world
        queues = world.queues[world.streams["queue"][streams]]
        n = queues["m_begun"].sum() + queues["m_left"].sum()
        waits.append(queues["m_wait"].sum() / n)
        gone.append(queues["m_left"].sum() / n)
    for sample, expected in ((waits, theory.mean_wait), (gone, theory.p_abandon)):
        assert np.mean(sample) == pytest.approx(expected, abs=4.0 * np.std(sample, ddof=1) / np.sqrt(12))


@pytest.mark.parametrize("seed", range(1, 7))
def test_at_equal_skills_and_equal_calls_a_pool_never_waits_longer_than_sub_units(seed):
    # with unequal calls a pool may wait longer (Smith & Whitt 1981), so all take five minutes here
    apart, pooled = (simulate(plain(5.0, routing__pooled=way), seed).measures for way in (False, True))
    assert pooled["mean_wait_minutes"] <= apart["mean_wait_minutes"]
    assert pooled["abandonment_share"] <= apart["abandonment_share"]


def test_every_call_has_one_end():
    # come to the menu = hung up there + given up for good + settled after answers + still under way
    world = ran().world
    came = world.segments["n_calls"].sum()
    assert came + world.segments["n_latent"].sum() == world.streams["n_calls"].sum()
    free, row = 0, int(world.clock["free_call"])
    while row != NOBODY:
        free, row = free + 1, int(world.calls["next"][row])
    under_way = int(world.clock["n_call_rows"]) - free
    settled = came - world.segments["n_left_menu"].sum() - world.streams["n_gone"].sum() - under_way
    answered = world.segments["n_answered"].sum()
    assert 0 < settled <= answered


def test_a_call_is_answered_at_most_once_more_than_it_is_ended():
    world = ran().world
    assert 0 <= world.segments["n_answered"].sum() - world.advisors["n_calls"].sum() <= len(world.advisors)


def test_waits_of_the_hours_are_the_waits_of_the_queues():
    result = ran(run__warm_up_share=0.0)
    world = result.world
    queues = world.queues[world.streams["queue"]]
    by_line = world.line_hours.reshape(len(world.streams), -1)
    assert by_line["waited"].sum() == pytest.approx(queues["m_wait_answered"].sum())
    assert by_line["n_left"].sum() == queues["m_left"].sum()


def test_a_record_of_a_segment_changes_who_is_served_how_fast():
    measures = ran().measures
    levels = [measures[f"service_level_{kind}"] for kind in ("stars", "moderate", "bad_payers", "winback")]
    assert len(set(levels)) == 4


def test_stars_take_about_twice_the_time_of_moderates():
    # 002-20: 8 and 4 minutes where every call reaches its own line and nothing is sold or asked
    sure = {"menu__menu_coverage": 1.0, "menu__p_mispress": 0.0, "menu__p_unidentified": 0.0}
    quiet = {"conversation__close_talk": "when_answered", "conversation__capture": "never"}
    measures = ran(**sure, **quiet, segmentation__computed=False, routing__overflow="nobody").measures
    assert measures["handle_time_s_stars"] / measures["handle_time_s_moderate"] == pytest.approx(2.0, abs=0.15)


def test_the_four_relations_are_scores_between_0_and_1_with_these_formulas():
    result = ran(run__warm_up_share=0.0)
    measures, rows = result.measures, result.world.segments
    answered, calls = rows["n_answered"].sum(), rows["n_calls"].sum()
    assert all(0.0 < measures[score] < 1.0 for score in SCORES)
    script = result.scenario.conversation.script
    talk = (1 - script) * rows["n_resolved"].sum() / answered * (1 - rows["n_pressed"].sum() / answered)
    assert measures["conversation_score"] == pytest.approx(talk)
    held = rows["known"].sum() / answered
    assert measures["acquaintanceship_score"] == pytest.approx((rows["n_known"].sum() / calls + held) / 2)
    lost = rows["n_left_menu"].sum() + rows["n_passed_on"].sum() + rows["n_overflowed"].sum()
    assert measures["liaison_score"] == pytest.approx(1 - lost / calls)
    wanted = calls + rows["n_latent"].sum()
    assert measures["availability_score"] == pytest.approx(measures["service_level_20s"] * calls / wanted)


def test_each_relation_answers_to_its_own_device():
    assert found("conversation_score", conversation__script=0.0) > found("conversation_score")
    assert found("acquaintanceship_score", menu__p_unidentified=0.0) > found("acquaintanceship_score")
    assert found("liaison_score", menu__menu_coverage=1.0) > found("liaison_score")
    assert found("availability_score", staffing__forecast="segment") > found("availability_score")


def test_in_another_organisation_none_of_it_is_there():
    world = simulate(load_scenario("mtel", {"run.days": 5}), 1).world
    for name in ("segments", "records", "lines", "beliefs", "sellers", "bonus_groups", "line_hours", "group_hours"):
        assert len(getattr(world, name)) == 0
