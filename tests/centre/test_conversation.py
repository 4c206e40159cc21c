"""What advisors do with a caller: script, sales talk, beliefs, notes, the same person again (002-11..16, 33, 34)."""

import numpy as np
import pytest

from model.engine.centre.segments.talking import cost_of_step, take_to_heart
from tests.centre.star import found, ran
from tests.helpers.runs import plainly, row


def test_a_step_pays_when_its_chance_times_the_worth_of_a_product_exceeds_the_calls_it_displaces():
    # one product is 0.5/20 of the bonus; a step of 1 of 4 minutes displaces a quarter of a call, each 0.5/400 of it:
    # the chance at which both are equal is 0.25 · (0.5/400) / (0.5/20) = 0.0125
    world = row(
        parameters=row(weight_products=0.5, weight_handled=0.5, step_minutes=1.0, least_chance=0.1),
        advisors=[row(n_calls=10, minutes=40.0, group=0)], bonus_groups=[row(handled=400.0, products=20.0)],
    )  # fmt: skip
    assert plainly(cost_of_step)(world, 0) == pytest.approx(0.0125)
    world.parameters.weight_products = 0.0
    assert plainly(cost_of_step)(world, 0) == 0.1


def test_a_belief_is_the_mean_of_training_and_experience():
    # a stereotype of 0.3 worth 4 talks, then 1 sale in 2 talks: (4 · 0.3 + 1) / 6
    world = row(
        parameters=row(training_weight=4.0), segments=[row()], streams=[row(segment=0)],
        beliefs=[row(chance=0.3, n=0)],
    )  # fmt: skip
    for sold in (1, 0):
        plainly(take_to_heart)(world, 0, row(sold=sold, n_steps=1, seen=0, line=0))
    assert world.beliefs[0].chance == pytest.approx((4 * 0.3 + 1) / 6)


def test_conversations_that_go_on_take_longer_and_sell_more():
    closing = ("when_answered", "by_belief", "to_the_end")
    minutes = [found("handle_time_mean_s", conversation__close_talk=rule) for rule in closing]
    sales = [found("sales_per_call_moderate", conversation__close_talk=rule) for rule in closing]
    assert minutes[0] < minutes[1] < minutes[2]
    assert sales[0] < sales[1] < sales[2]


def test_talking_to_the_end_presses_more_customers_than_closing_at_the_right_moment():
    assert found("sales_per_step", conversation__close_talk="to_the_end") < found("sales_per_step")
    assert found("conversation_score", conversation__close_talk="to_the_end") < found("conversation_score")


def test_experience_brings_beliefs_nearer_to_what_customers_are():
    measures = ran().measures
    assert measures["belief_gap"] < measures["belief_gap_trained"]
    gaps = [found("belief_gap", conversation__training_weight=w) for w in (3.0, 1000.0)]
    assert gaps[0] < gaps[1]


def test_at_the_start_everybody_believes_what_the_training_said():
    from model.simulation import simulate
    from tests.centre.star import quick

    world = simulate(quick(), 1, until_day=0).world
    beliefs = world.beliefs["chance"].reshape(-1, len(world.segments))
    assert (beliefs == world.segments["stereotype"]).all()


def test_stories_told_in_the_team_bring_beliefs_together_without_any_change_of_the_database():
    alone, together = ({"conversation__sideways": share, "segmentation__p_feedback": 0.0} for share in (0.0, 0.5))
    assert found("belief_spread", **together) < found("belief_spread", **alone)
    errors = [found("misclassification_final", **change) for change in (alone, together)]
    assert errors[0] == pytest.approx(errors[1], rel=0.02)


def test_false_stars_lower_what_is_believed_of_stars():
    # with segments known, sales talks with Stars succeed more often, and so it is believed
    known, computed = (ran(segmentation__computed=way) for way in (False, True))
    about_stars = [np.mean(r.world.beliefs["chance"].reshape(-1, 5)[r.world.beliefs["n"].reshape(-1, 5)[:, 0] > 20, 0])
                   for r in (known, computed)]  # fmt: skip
    assert about_stars[0] > about_stars[1]


def test_a_rigid_script_saves_time_and_resolves_less():
    script = [0.0, 0.5, 1.0]
    for measure in ("first_contact_resolution", "handle_time_mean_s", "conversation_score"):
        values = [found(measure, conversation__script=k) for k in script]
        assert values[0] > values[1] > values[2], measure
    assert ran(conversation__script=1.0).measures["conversation_score"] == 0.0


def test_noting_what_comes_up_brings_less_than_asking_and_costs_less_morale():
    rules = ("never", "notes", "asks")
    full = {"conversation__p_capture": 1.0, "conversation__capture_discomfort": 0.2}
    held = [found("record_held", conversation__capture=rule, **full) for rule in rules]
    morale = [found("morale_mean", conversation__capture=rule, **full) for rule in rules]
    assert held[0] == 0.0 < held[1] < held[2]
    assert morale[0] > morale[1] > morale[2]


def test_calls_in_which_something_is_noted_are_as_frequent_as_stated():
    result = ran(conversation__p_capture=0.3)
    n = result.world.segments["n_answered"].sum()
    assert result.measures["capture_rate"] == pytest.approx(0.3, abs=5 * np.sqrt(0.21 / n))
    assert ran(conversation__capture="never").measures["capture_rate"] == 0.0


def test_what_the_record_holds_makes_prompts_better_later():
    asked = {"conversation__p_capture": 1.0, "conversation__capture_gain": 0.5}
    assert found("prompt_error", **asked) < found("prompt_error", conversation__capture="never")


def test_being_asked_about_the_household_is_no_pleasure():
    asked = {"conversation__p_capture": 1.0}
    assert found("satisfaction_mean", **asked, conversation__capture_intrusion=0.5) < found(
        "satisfaction_mean", **asked, conversation__capture_intrusion=0.0
    )


def test_customers_rarely_speak_twice_to_the_same_person_unless_calls_are_given_to_who_knows_them():
    rates = [found("repeat_dyad_rate", conversation__p_same_advisor=p) / 3 for p in (0.0, 0.5, 1.0)]
    assert rates[0] < 0.1 and rates[0] < rates[1] < rates[2]
    assert found("handle_time_mean_s", conversation__p_same_advisor=1.0, conversation__same_saving=0.5) < found(
        "handle_time_mean_s", conversation__p_same_advisor=1.0, conversation__same_saving=0.0
    )


def test_every_answered_call_is_an_encounter_a_pseudo_relationship_or_a_relationship():
    measures = ran().measures
    parts = [measures[f"{mode}_share"] for mode in ("encounter", "pseudo_relationship", "relationship")]
    assert sum(parts) == pytest.approx(1.0) and min(parts) > 0.0
    assert ran(menu__p_unidentified=1.0).measures["pseudo_relationship_share"] == 0.0
