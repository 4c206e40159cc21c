"""Regimented and empowered work (001-57 to 001-61): each relation alone, and the two bundles."""

import numpy as np
import pytest

from experiments.dotted import dotted
from model.scenario import ScenarioError, bundle_names, bundle_title, load_scenario, read_bundle
from model.simulation import simulate
from tests.helpers.centres import TWO_STREAMS, centre

SEEDS = (1, 2, 3)
LEAVING = {"people__turnover_per_year": 0.5, "incentives__review_days": 5, "run__days": 100}


def runs(bundle: str = "", **changes):
    """The centre of two streams under a few seeds, with a bundle laid over it."""
    scenario = centre(TWO_STREAMS, **({"run__days": 40} | changes))
    scenario = scenario.changed(read_bundle(bundle) | dotted(changes)) if bundle else scenario
    return [simulate(scenario, seed) for seed in SEEDS]


def mean(results, name: str) -> float:
    """Mean of a measure over runs."""
    return float(np.mean([result.measures[name] for result in results]))


def test_a_pace_required_cuts_every_call_short_and_costs_quality():
    """001-57, 001-60: by a fifth, and nothing more without backlog."""
    free, driven = (runs(relations__pace_required=q, service__backlog_pressure=0.0) for q in (0.0, 0.2))
    assert mean(free, "cut_short_share") == 0.0
    assert mean(driven, "cut_short_share") == pytest.approx(0.2)
    assert mean(driven, "handle_time_mean_s") == pytest.approx(0.8 * mean(free, "handle_time_mean_s"), rel=0.02)
    assert mean(driven, "first_contact_resolution") == pytest.approx(
        0.8 * mean(free, "first_contact_resolution"), rel=0.05
    )  # fmt: skip


def test_practice_is_learnt_faster_where_work_teaches():
    """001-57: learning halves what is lacking in fewer calls; with nothing to learn everybody has it all."""
    slow, fast = (runs(relations__skill_gain=0.3, relations__skill_half_calls=half) for half in (20_000.0, 500.0))
    assert mean(fast, "practice_share") > mean(slow, "practice_share") + 0.2
    assert mean(fast, "first_contact_resolution") > mean(slow, "first_contact_resolution")
    assert mean(fast, "handle_time_mean_s") < mean(slow, "handle_time_mean_s")
    assert mean(runs(), "practice_share") == 1.0


def test_strain_lowers_morale_pride_and_reward_raise_it():
    """001-57, 001-60."""
    usual = mean(runs(), "morale_mean")
    assert usual == pytest.approx(0.7)
    assert mean(runs(relations__emotional_labour=0.1), "morale_mean") < usual - 0.02
    assert mean(runs(relations__customer_pride=0.03), "morale_mean") > usual + 0.02
    assert mean(runs(relations__intrinsic_reward=0.5), "morale_mean") > usual + 0.02


def test_the_threat_of_unemployment_lowers_morale_and_keeps_people_all_the_same():
    """001-61: q = 1/2 keeps half of those who would leave at a given morale."""
    secure, afraid = (runs(relations__insecurity=q, service__morale_exit=0.0, **LEAVING) for q in (0.0, 0.5))
    assert mean(afraid, "morale_mean") < mean(secure, "morale_mean") - 0.1
    assert 0.0 < mean(afraid, "turnover_per_year") < 0.8 * mean(secure, "turnover_per_year")


def test_identification_with_management_raises_identity_and_surveillance_does_not():
    """001-58: by the share of what it lacks: 0.7 + 0.5 · 0.3 for a group of 0.7."""
    usual, identified, watched = (
        runs(helping__topics=20, norms__identity_drift=0.0, **more)
        for more in ({}, {"norms__identification": 0.5}, {"helping__share_watched": 0.9})
    )
    assert mean(usual, "identity_mean") == pytest.approx(0.7)
    assert mean(identified, "identity_mean") == pytest.approx(0.85)
    assert mean(watched, "identity_mean") == pytest.approx(0.7)
    assert mean(watched, "watched_share") == pytest.approx(0.9, abs=0.01)


def test_room_for_support_from_co_workers_makes_more_edges_of_learning():
    """001-59: the more people ask where help is given, the more have helped each other and the more is known."""
    kind = {"helping__topics": 40, "helping__knowledge_initial": 0.5, "norms__beneficence": 0.5}
    managed, free = (runs(**kind, helping__p_ask=p) for p in (0.1, 0.9))
    edges = [sum(int((r.world.peer_ties["n_received"] > 0).sum()) for r in results) for results in (managed, free)]
    assert edges[1] > edges[0]
    assert mean(free, "questions_answered_share") > 2.0 * mean(managed, "questions_answered_share")
    assert mean(free, "knowledge_share") > mean(managed, "knowledge_share")


def test_the_consequence_index_is_the_mean_of_its_five_relations():
    result = runs(**LEAVING)[0]
    m = result.measures
    control = (1.0 - m["watched_share"] + m["identity_mean"]) / 2.0
    parts = [1.0 - m["cut_short_share"], control, 0.0, m["satisfaction_mean"], 1.0 / (1.0 + m["turnover_per_year"])]
    assert m["consequence_index"] == pytest.approx(sum(parts) / 5.0)


def test_the_two_bundles_of_the_table_set_the_same_parameters():
    assert bundle_names() == ["empowered", "regimented"]
    assert set(read_bundle("empowered")) == set(read_bundle("regimented"))
    assert all(bundle_title(name) for name in bundle_names())


def test_empowered_work_enables_and_regimented_work_coerces_in_every_relation():
    """001-57 to 001-61: pace and practice, monitors and identity, help, satisfaction, morale, the index of them."""
    regimented, empowered = (runs(name, **LEAVING) for name in ("regimented", "empowered"))
    for name in ("cut_short_share", "watched_share"):
        assert mean(regimented, name) > mean(empowered, name), name
    for name in ("practice_share", "identity_mean", "questions_answered_share", "morale_mean", "satisfaction_mean",
                 "first_contact_resolution", "consequence_index"):  # fmt: skip
        assert mean(regimented, name) < mean(empowered, name), name


def test_regimented_work_is_faster_and_resolves_less_whatever_its_complexity():
    """C28: that the two cross over with complexity is not what the model does: the empowered resolve a fifth more.

    Complexity is how few of the answers people know at first; with two in five known or nearly all, the lead is alike.
    """

    def lead(known: float) -> float:
        """Calls resolved at first contact in an empowered centre over those in a regimented one."""
        regimented, empowered = (runs(name, helping__knowledge_initial=known) for name in ("regimented", "empowered"))
        return mean(empowered, "first_contact_resolution") / mean(regimented, "first_contact_resolution")

    regimented, empowered = (runs(name) for name in ("regimented", "empowered"))
    assert mean(regimented, "handle_time_mean_s") < mean(empowered, "handle_time_mean_s")
    assert [lead(known) for known in (0.4, 0.95)] == pytest.approx([1.22, 1.22], abs=0.04)


def test_a_bundle_is_laid_over_any_scenario_and_remembered():
    scenario = load_scenario("home_based", {"helping.p_ask": 0.5}, bundles=("regimented",))
    assert scenario.bundles == ("regimented",)
    assert scenario.relations.insecurity == read_bundle("regimented")["relations.insecurity"]
    assert scenario.helping.p_ask == 0.5
    assert scenario.changed({"run.days": 3}).bundles == ("regimented",)


def test_a_bundle_that_does_not_exist_is_refused_in_a_sentence():
    with pytest.raises(ScenarioError, match=r"There is no bundle 'empowerd' \(did you mean empowered\?\)"):
        load_scenario("home_based", bundles=("empowerd",))
