"""Announced waits, call-backs, and demand that follows the waits (002-26, 002-27)."""

from tests.centre.star import found, ran

MORE = {
    "groups__star_sales__people": 240, "groups__star_service__people": 600, "groups__moderate_account__people": 700,
}  # fmt: skip
"""About twice the people for Stars and for the accounts of Moderates."""


def test_without_latent_callers_nobody_stays_away():
    assert ran(availability__latent_minutes=0.0).measures["latent_share"] == 0.0


def test_demand_grows_when_there_are_more_people_to_answer_it():
    assert found("latent_share", **MORE) < found("latent_share")
    made = [sum(ran(seed, **more).world.segments["n_calls"].sum() for seed in (1, 2, 3)) for more in ({}, MORE)]
    assert made[1] > made[0]


def test_a_caller_s_wish_to_call_does_not_depend_on_how_many_people_there_are():
    wanted = [ran(**more).world.segments for more in ({}, MORE)]
    few, many = ((rows["n_calls"] + rows["n_latent"]).tolist() for rows in wanted)
    assert few == many


def test_call_backs_are_agreed_on_and_fewer_callers_give_up():
    assert ran().measures["call_back_share"] == 0.0
    offered = {"availability__call_back_minutes": 0.5}
    assert found("call_back_share", **offered) > 0.0
    assert found("abandonment_share", **offered) < found("abandonment_share")
    shares = [found("call_back_share", **offered, availability__p_accepts_call_back=p) for p in (0.2, 0.9)]
    assert shares[0] < shares[1]


def test_a_wait_for_a_call_back_is_felt_less():
    offered = {"availability__call_back_minutes": 0.5, "availability__p_accepts_call_back": 1.0}
    assert found("satisfaction_mean", **offered, availability__call_back_felt=0.0) > found(
        "satisfaction_mean", **offered, availability__call_back_felt=1.0
    )


def test_who_is_told_a_long_wait_leaves_at_once_and_the_others_are_more_patient():
    told = {"availability__announces": True}
    # waits of those who leave are cut short, so the line moves on faster than one of people who are told nothing
    assert found("mean_wait_minutes", **told, availability__announced_patience=1.0) < found("mean_wait_minutes")
    patience = [found("abandonment_share", **told, availability__announced_patience=p) for p in (1.0, 4.0)]
    assert patience[1] < patience[0]


def test_availability_counts_prompt_answers_and_call_backs():
    offered = {"availability__call_back_minutes": 0.5}
    assert found("availability_score", **offered) > found("availability_score")
    assert found("availability_score", **MORE) > found("availability_score")
