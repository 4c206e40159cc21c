"""The engine and a model written from the text alone agree: in numbers, in distribution, and in what moves what.

The three senses are those of Axtell, Axelrod, Epstein & Cohen (1996), Aligning simulation models, Computational and
Mathematical Organization Theory 1(2).
"""

import math
import random
from functools import cache

import numpy as np
import pytest

from experiments.proof.comparison import ERRORS
from tests.helpers.docking import p_values
from tests.twin.facts import (
    SCENARIOS, differences, effect, facts_of_whole, measures_of_engine, measures_of_twin, run_both, small,
)  # fmt: skip
from tests.twin.whole import organisation as whole

FROM_START = {"managers.service_turn": "from_start", "customers.initial_habit": 0.6}
HARSH = FROM_START | {
    "salespeople.chase_rate": 4.0, "salespeople.p_customer_voice": 0.4, "salespeople.send_limit": 2,
    "channels.p_lost": 0.1, "customers.patience_minutes": 3.0, "customers.share_by_phone": 0.3,
    "reps.disposition_mean": 0.4, "reps.own_list_limit": 2, "learning.phone_tie": 0.1,
    "learning.book_threshold": 0.2, "managers.audit_probability": 0.3, "incentives.review_days": 5,
}  # fmt: skip
CERTAIN = FROM_START | {
    "customers.initial_habit": 1.0, "customers.habit_loss": 0.0, "salespeople.p_customer_voice": 1.0,
    "people.availability_reps": 1.0, "people.availability_desk": 1.0, "channels.p_lost": 0.0, "reps.speed_cv": 0.0,
    "customers.patience_minutes": 0.0, "mailbox.acceptance": 2.0, "tagged_mail.acceptance": 2.0,
    "helpline.acceptance": 2.0, "direct_number.acceptance": 2.0, "reps.disposition_mean": 0.9,
    "reps.disposition_sd": 0.0, "reps.overload_erosion": 0.0, "salespeople.chase_rate": 0.0,
    "learning.exploration": 0.0, "people.share_ex_service": 0.0,
}  # fmt: skip
EYE_ON_THE_BONUS = FROM_START | {
    "salespeople.reads_bonus": True, "salespeople.chase_rate": 2.0, "salespeople.chase_limit": 20,
    "incentives.review_days": 10, "incentives.quota_multiple": 3.5, "incentives.bonus_rate": 0.15,
}  # fmt: skip
SETTINGS = {
    "service turn on the way": {"customers.initial_habit": 0.4, "incentives.review_days": 10},
    "never turned to service": {"managers.service_turn": "never"},
    "serving from the first day": FROM_START,
    "harsh": HARSH,
    "nothing left to chance": CERTAIN,
    "an eye on the bonus": EYE_ON_THE_BONUS,
    "who reads it does it": FROM_START | {"reps.own_buckets": True},
    "an account has its rep": HARSH | {"reps.own_buckets": True, "reps.assign_request": "to_account_rep"},
}


def compare(setting, seed):
    return differences(setting, seed, whole, facts_of_whole)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("name", SETTINGS)
def test_on_the_same_luck_both_models_finish_every_request_at_the_same_moment_and_book_the_same_minutes(name, scenario):
    setting = small(SETTINGS[name], scenario)
    assert compare(setting, seed=11) == {}
    assert compare(setting, seed=12) == {}


def test_in_the_setting_with_an_eye_on_the_bonus_something_is_kept_back():
    world, twin = run_both(small(EYE_ON_THE_BONUS), 11, whole)
    assert sum(team.kept for team in twin.teams) == pytest.approx(world.reviews["held"].sum(), abs=1e-3)
    assert world.reviews["held"].sum() > 1000.0


CHOICES = {
    "customers.initial_habit": (0.1, 0.6, 0.95), "customers.patience_minutes": (0.0, 1.0, 12.0),
    "customers.p_redial": (0.0, 0.8), "customers.share_by_phone": (0.0, 0.1, 0.8),
    "customers.direct_chase_rate": (0.0, 0.3, 5.0), "salespeople.chase_rate": (0.0, 1.0, 4.0, 15.0),
    "salespeople.chase_limit": (0, 1, 3, 30), "salespeople.p_prompted": (0.0, 0.3, 1.0),
    "salespeople.p_customer_voice": (0.0, 0.5, 0.9), "salespeople.send_limit": (1, 2, 3, 6),
    "salespeople.chase_budget_minutes": (0.0, 4.0, 60.0), "channels.p_lost": (0.0, 0.02, 0.3),
    "channels.updates_per_request": (0.0, 0.6, 3.0), "channels.completion_notice_names_rep": (True, False),
    "tagged_mail.addressability": (0.0, 0.5, 1.0), "tagged_mail.immediacy": (0.0, 0.4), "mailbox.immediacy": (0.0, 0.5),
    "direct_number.immediacy": (0.3, 1.0), "direct_number.addressability": (0.2, 1.0),
    "reps.disposition_mean": (0.1, 0.3, 0.9), "reps.own_list_limit": (0, 1, 4),
    "reps.set_aside_hours": (0.0, 1.0, 8.0, 60.0), "reps.share_silent": (0.0, 0.5, 1.0), "reps.speed_cv": (0.0, 0.6),
    "reps.overload_erosion": (0.0, 0.01, 0.3), "learning.phone_tie": (0.0, 0.001, 0.3),
    "learning.book_threshold": (0.0, 0.2, 0.9), "learning.exploration": (0.0, 0.1, 0.5),
    "learning.residual_contacts": (0, 2, 9), "learning.share_phoned": (0.0, 0.5, 0.9),
    "people.share_ex_service": (0.0, 0.3, 1.0),
    "people.availability_desk": (0.3, 0.85, 1.0), "people.availability_reps": (0.5, 0.85, 1.0),
    "managers.service_turn": ("from_start", "gap_to_quota"), "incentives.review_days": (1, 7, 20),
    "incentives.quota_multiple": (0.5, 2.0, 5.0), "managers.audit_probability": (0.02, 0.9),
    "incentives.attribution": ("handler", "originator"), "salespeople.reads_bonus": (True, False),
    "salespeople.stake_response": (0.01, 0.3), "incentives.bonus_rate": (0.05, 0.3),
    "incentives.bonus_threshold": (0.0, 0.8), "incentives.bonus_cap": (0.0, 1.0, 1.2),
    "reps.own_buckets": (True, False), "reps.assign_request": ("to_reader", "to_account_rep"),
    "demand.bulk_per_account_year": (0.0, 1.0, 6.0),
}  # fmt: skip


@pytest.mark.parametrize("number", range(24))
def test_in_a_setting_drawn_at_random_both_models_give_the_same_numbers(number):
    chance = random.Random(number)
    scenario = chance.choice(list(SCENARIOS))
    drawn = {name: chance.choice(values) for name, values in CHOICES.items() if chance.random() < 0.6}
    setting = small({"managers.service_turn": "from_start"} | drawn | {"run.days": 30}, scenario)
    assert compare(setting, seed=100 + number) == {}, drawn


TURNING = {"customers.initial_habit": 0.6, "incentives.review_days": 10, "managers.turn_patience": 1}
"""Most teams turn to service at the first or second review of a run of 60 days, so both attainments exist."""
ALPHA = 1e-3
"""Chance that a test of distributions fails although the two models are the same (all its measures together)."""


ENGINE, TWIN = range(200), range(1000, 1030)
"""Seeds, hence demand, that the two models have not in common."""


@cache
def replications(scenario):
    """Measures of 200 runs of the engine, and of 30 of the second model on luck of its own."""
    setting = small(TURNING, scenario)
    return [measures_of_engine(setting, seed) for seed in ENGINE], [measures_of_twin(setting, seed) for seed in TWIN]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_on_luck_of_their_own_no_measure_is_distributed_differently_in_the_two_models(scenario):
    p = p_values(*replications(scenario))
    assert len(p) >= 27
    assert not any(np.isnan(value) for value in p.values())
    assert {name: value for name, value in p.items() if value < ALPHA / len(p)} == {}  # Bonferroni


@pytest.mark.parametrize(
    "change, moved",
    [
        ({"reps.disposition_mean": 0.6}, "obliged_share"),
        ({"salespeople.chase_rate": 1.3}, "chases_per_issue"),
        ({"channels.p_lost": 0.05}, "rep_minutes_refused"),
    ],
)
def test_the_comparison_of_distributions_would_see_a_second_model_with_another_parameter(change, moved):
    _, twins = replications("mtel")
    others = [measures_of_engine(small(TURNING | change), seed) for seed in ENGINE]
    p = p_values(others, twins)
    assert p[moved] < ALPHA / len(p)


SWEEPS = {
    "willing reps oblige more often": ("reps.disposition_mean", 0.3, 0.7, "obliged_share", +1),
    "more chasing takes reps more time": ("salespeople.chase_rate", 0.5, 4.0, "rep_minutes_chase", +1),
    "a higher quota is met less": ("incentives.quota_multiple", 1.0, 4.0, "attainment_before_turn", -1),
    "setting aside delays unnamed requests": (
        "reps.set_aside_hours", 0.0, 40.0, "hours_to_completion_unnamed_p50", +1,
    ),
    "crediting the originator ends claims": ("incentives.attribution", "handler", "originator", "value_claimed", -1),
}  # fmt: skip


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("name", SWEEPS)
def test_the_same_change_moves_both_models_the_same_way_and_as_far(name, scenario):
    parameter, low, high, measure, direction = SWEEPS[name]
    settings = [small(TURNING | {parameter: value}, scenario) for value in (low, high)]
    engine, error = effect(measures_of_engine, range(20), settings, measure)
    second, its_error = effect(measures_of_twin, range(2000, 2006), settings, measure)
    assert direction * engine > 3.0 * error and direction * second > 3.0 * its_error
    assert abs(engine - second) < ERRORS * math.hypot(error, its_error)
