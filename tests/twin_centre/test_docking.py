"""All centres and a model of them written from the text alone agree: in numbers, in distribution, in what moves what.

The three senses are those of Axtell, Axelrod, Epstein & Cohen (1996), as in `tests/twin`.
"""

import math
import random
from functools import cache

import numpy as np
import pytest

from experiments.proof.comparison import ERRORS, mean_and_error
from tests.helpers.docking import p_values
from tests.twin_centre.facts import (
    CENTRES,
    answers_of_engine,
    full,
    measures_of_twin,
    run_engine,
    run_twin,
    small,
    totals_of_engine,
    totals_of_twin,
)


def compare(setting, seed):
    """The first answer in which the models differ, and the totals and measures in which they do, with both values.

    Times are compared to 1e-3 minutes, because the models take normal quantiles that differ in the ninth digit.
    """
    result, twin = run_engine(setting, seed, log=True), run_twin(setting, seed, shared=True)
    answers = answers_of_engine(result)
    pairs = zip(answers, twin.taken, strict=False)
    first = next(((e, t) for e, t in pairs if abs(e[0] - t[0]) > 1e-3 or e[1:] != t[1:]), None)
    measures = measures_of_twin(twin)
    engine = totals_of_engine(result) | {name: result.measures[name] for name in measures}
    second = totals_of_twin(twin) | measures
    differing = {n: (engine[n], second[n]) for n in second if not np.isclose(engine[n], second[n], rtol=1e-6)}
    assert len(answers) > 100
    return differing | ({"answers": first} if first or len(answers) != len(twin.taken) else {})


@pytest.mark.parametrize("name", CENTRES)
def test_on_the_same_luck_the_same_person_answers_every_call_at_the_same_moment(name):
    assert compare(small(name), seed=11) == {}


CHOICES = {
    "people.turnover_per_year": (0.0, 3.0), "incentives.review_days": (1, 2), "service.meeting_days": (1, 2),
    "relations.intrinsic_reward": (0.0, 1.0), "relations.insecurity": (0.0, 0.3), "relations.pace_required": (0.0, 0.2),
    "service.morale_recovery": (0.1, 0.9), "service.morale_exit": (0.0, 10.0), "service.pace_cv": (0.0, 0.6),
    "service.backlog_pressure": (0.0, 0.6), "service.wait_tolerance": (0.5, 30.0), "service.repeat_days": (0.1, 2.0),
    "routing.overflow": ("everybody", "contained", "nobody"), "routing.overflow_seconds": (0.0, 60.0, 600.0),
    "routing.trunk_lines": (0, 4, 9), "routing.retrial": (0.0, 0.9), "routing.retrial_minutes": (1.0, 200.0),
    "routing.pooled": (False, True), "routing.mismatch_pace": (0.8, 2.0), "supervision.untrained_quality": (1.0, 0.6),
    "spikes.spikes_per_year": (0.0, 50.0),
}  # fmt: skip
OF_STREAMS = {
    "patience": (0.0, 0.3, 10.0), "handle_law": ("exponential", "lognormal", "fixed"), "handle_cv": (0.5, 1.5),
    "wrap_up_minutes": (0.0, 2.0), "share_web": (0.0, 0.5), "spread_of_days": (0.0, 0.5),
}  # fmt: skip
"""Values from which each trial draws; talks become one, five or twenty times as long, of so many times fewer calls."""


def drawn(name, chance):
    """Changes of a centre: parameters, streams, and shifts and breaks that overlap calls."""
    changes = {key: chance.choice(of) for key, of in CHOICES.items() if chance.random() < 0.5}
    for stream, about in full(name).streams.items():
        longer = chance.choice((1.0, 5.0, 20.0))
        changes |= {f"streams.{stream}.{key}": chance.choice(of) for key, of in OF_STREAMS.items()}
        changes[f"streams.{stream}.handle_minutes"] = about.handle_minutes * longer
        changes[f"streams.{stream}.calls_per_day"] = about.calls_per_day / longer
    for group in full(name).groups:
        length = round(full(name).run.day_minutes * chance.choice((0.3, 0.5, 0.8)), 1)
        latest = full(name).run.day_minutes - length
        changes[f"groups.{group}.availability"] = chance.choice((0.3, 0.7, 0.95))
        changes |= {f"groups.{group}.shift_minutes": length, f"groups.{group}.shift_start": latest * chance.random()}
    return changes


@pytest.mark.parametrize("name", CENTRES)
def test_on_the_same_luck_both_models_agree_under_parameters_drawn_at_random(name):
    changes = drawn(name, random.Random(name))
    assert compare(small(name, changes | {"run.days": 3}), seed=21) == {}, changes


ALPHA = 1e-3
"""Chance that a test of distributions fails although the two models are the same (all its measures together)."""
ENGINE, TWIN = range(50), range(1000, 1009)
"""Seeds that the two models have not in common; the twin draws from a generator of its own."""


@cache
def of_engine(name, *changes):
    return [run_engine(small(name, dict(changes)), seed).measures for seed in ENGINE]


@cache
def of_twin(name):
    return [measures_of_twin(run_twin(small(name), seed)) for seed in TWIN]


@pytest.mark.parametrize("name", CENTRES)
def test_on_luck_of_their_own_no_main_measure_is_distributed_differently_in_the_two_models(name):
    p = p_values(of_engine(name), of_twin(name))
    assert len(p) == 7 and not any(np.isnan(value) for value in p.values())
    assert {measure: value for measure, value in p.items() if value < ALPHA / len(p)} == {}  # Bonferroni


@pytest.mark.parametrize(
    "change, moved",
    [
        (("groups.early.people", 60), "occupancy"),
        (("service.p_repeat", 0.3), "repeat_call_share"),
        (("streams.ordering.p_resolved", 0.88), "first_contact_resolution"),
    ],
)
def test_the_comparison_of_distributions_would_see_a_twin_with_another_parameter(change, moved):
    p = p_values(of_engine("niche", change), of_twin("niche"))
    assert p[moved] < ALPHA / len(p)


SWEEPS = {
    "a pace that is required shortens calls": ("relations.pace_required", 0.0, 0.3, "handle_time_mean_s", -1),
    "with one line a stream nobody waits": ("routing.trunk_lines", 0, 1, "average_speed_of_answer_s", -1),
    "queries left open come back": ("service.p_repeat", 0.1, 0.9, "repeat_call_share", +1),
    "who tolerates waits is content": ("service.wait_tolerance", 0.5, 10.0, "satisfaction_mean", +1),
    "help of others loses resolution": ("routing.overflow", "nobody", "everybody", "first_contact_resolution", -1),
}  # fmt: skip


def effect(measures, seeds, scenario, sweep):
    """Mean effect of a sweep in one model, paired over the same demand, and its standard error."""
    parameter, low, high, measure, _ = SWEEPS[sweep]
    base = {"routing.mismatch_quality": 0.3, "routing.overflow_seconds": 20.0, "run.days": 1}
    at_low, at_high = (
        np.array([measures(small(scenario, base | {parameter: value}), seed)[measure] for seed in seeds])
        for value in (low, high)
    )
    return mean_and_error(at_high - at_low)


@pytest.mark.parametrize("sweep", SWEEPS)
@pytest.mark.parametrize("scenario", ["bigbook", "star_customer"])
def test_the_same_change_moves_both_models_the_same_way_and_as_far(sweep, scenario):
    engine, error = effect(lambda setting, seed: run_engine(setting, seed).measures, range(20), scenario, sweep)
    second, its_error = effect(
        lambda setting, seed: measures_of_twin(run_twin(setting, seed, shared=True)), range(2000, 2005), scenario, sweep
    )
    direction = SWEEPS[sweep][-1]
    assert direction * engine > 3.0 * error and direction * second > 3.0 * its_error
    assert abs(engine - second) < ERRORS * math.hypot(error, its_error)


def test_a_call_overflows_when_it_is_due_even_if_its_wait_straddles_a_power_of_two():
    assert compare(small("bigbook", {"run.days": 3}), seed=19) == {}


SPIKES = {"spikes.spikes_per_year": 2000.0, "spikes.spike_size": 1.2, "spikes.spike_minutes": 20.0}


def test_a_spike_within_another_brings_calls_until_its_own_end():
    assert compare(small("zappos", SPIKES), seed=1) == {}
