"""The core docks by itself, with what it leaves out switched off in the engine, and it is short.

The same three senses as for the whole model in test_docking.py (Axtell, Axelrod, Epstein & Cohen 1996).
"""

import math
import random
import re
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from experiments.proof.comparison import ERRORS
from tests.helpers.docking import p_values
from tests.twin import facts
from tests.twin.core import organisation as core

measures_of_core = partial(facts.measures_of_twin, model=core)
SETTINGS = {
    "service turn on the way": {"customers.initial_habit": 0.5, "incentives.review_days": 10},
    "never turned to service": {"managers.service_turn": "never"},
    "serving from the first day": {"managers.service_turn": "from_start", "customers.initial_habit": 0.8},
}
CHOICES = {
    "customers.initial_habit": (0.1, 0.6, 0.95), "salespeople.chase_rate": (0.0, 1.0, 4.0, 15.0),
    "salespeople.chase_limit": (0, 1, 3, 30), "mailbox.acceptance": (0.2, 2.0), "helpline.acceptance": (0.1, 1.5),
    "tagged_mail.acceptance": (0.3, 1.5), "tagged_mail.addressability": (0.0, 0.5, 1.0),
    "reps.disposition_mean": (0.1, 0.3, 0.9), "reps.disposition_sd": (0.0, 0.2), "reps.own_list_limit": (0, 1, 4),
    "learning.exploration": (0.0, 0.1, 0.5), "learning.book_threshold": (0.0, 0.2, 0.9),
    "learning.learning_rate": (0.05, 0.7), "learning.inverse_temperature": (0.0, 5.0, 60.0),
    "learning.prior_value": (0.0, 0.5), "learning.reward_half_life": (0.5, 40.0),
    "managers.service_turn": ("from_start", "gap_to_quota"), "managers.turn_patience": (1, 3),
    "incentives.review_days": (1, 7, 20), "incentives.quota_multiple": (0.5, 2.0, 5.0),
    "demand.bulk_per_account_year": (0.0, 1.0, 6.0),
}  # fmt: skip
TURNING = {"customers.initial_habit": 0.6, "incentives.review_days": 10, "managers.turn_patience": 1}
ALPHA = 1e-3
"""Chance that the test of distributions fails although the two models are the same (all its measures together)."""


def small(changes, scenario="mtel"):
    return facts.small(facts.BEYOND_CORE | changes, scenario)


def compare(setting, seed):
    return facts.differences(setting, seed, core, facts.facts_of_core)


@pytest.mark.parametrize("scenario", facts.SCENARIOS)
@pytest.mark.parametrize("name", SETTINGS)
def test_on_the_same_luck_core_and_engine_give_the_same_numbers(name, scenario):
    assert compare(small(SETTINGS[name], scenario), seed=11) == {}


@pytest.mark.parametrize("number", range(8))
def test_in_a_setting_drawn_at_random_core_and_engine_give_the_same_numbers(number):
    chance = random.Random(number)
    scenario = chance.choice(list(facts.SCENARIOS))
    drawn = {name: chance.choice(values) for name, values in CHOICES.items() if chance.random() < 0.6}
    assert compare(small(drawn | {"run.days": 30}, scenario), seed=100 + number) == {}, drawn


@pytest.mark.parametrize("scenario", facts.SCENARIOS)
def test_on_luck_of_their_own_no_measure_is_distributed_differently_in_core_and_engine(scenario):
    setting = small(TURNING, scenario)
    engines = [facts.measures_of_engine(setting, seed) for seed in range(200)]
    p = p_values(engines, [measures_of_core(setting, seed) for seed in range(1000, 1030)])
    assert len(p) >= 25
    assert not any(np.isnan(value) for value in p.values())
    assert {name: value for name, value in p.items() if value < ALPHA / len(p)} == {}  # Bonferroni


SWEEPS = {
    "willing reps oblige more often": ("reps.disposition_mean", 0.3, 0.7, "obliged_share", +1),
    "more chasing takes reps more time": ("salespeople.chase_rate", 0.5, 4.0, "rep_minutes_chase", +1),
    "a higher quota is met less": ("incentives.quota_multiple", 1.0, 4.0, "attainment_before_turn", -1),
    "tags that are passed on find who obliges": ("tagged_mail.addressability", 0.0, 1.0, "obliged_share", +1),
    "who explores asks those who do not oblige": ("learning.exploration", 0.0, 1.0, "obliged_share", -1),
}


@pytest.mark.parametrize("scenario", facts.SCENARIOS)
@pytest.mark.parametrize("name", SWEEPS)
def test_the_same_change_moves_core_and_engine_the_same_way_and_as_far(name, scenario):
    parameter, low, high, measure, direction = SWEEPS[name]
    settings = [small(TURNING | {parameter: value}, scenario) for value in (low, high)]
    engine, error = facts.effect(facts.measures_of_engine, range(20), settings, measure)
    second, its_error = facts.effect(measures_of_core, range(2000, 2006), settings, measure)
    assert direction * engine > 3.0 * error and direction * second > 3.0 * its_error
    assert abs(engine - second) < ERRORS * math.hypot(error, its_error)


def test_the_core_has_under_400_lines_and_needs_nothing_of_the_engine_or_the_whole():
    sources = [file.read_text(encoding="utf-8") for file in Path(core.__file__).parent.glob("*.py")]
    assert sum(len(source.splitlines()) for source in sources) < 400
    imported = set(re.findall(r"^(?:from|import) (\S+)", "\n".join(sources), re.M))
    outside = {name for name in imported if name.startswith(("tests", "model", "experiments"))}
    assert {name for name in outside if not name.startswith("tests.twin.core.")} == {"tests.twin.luck"}
