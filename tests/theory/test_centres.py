"""Every centre without its behaviour is queues of theory: one for each stream apart, one for all of them pooled.

A centre keeps its people, its streams and their shares of the calls; each stream gets people of its own in proportion.
All talks are exponential with one mean and all callers impatient, so that theory knows both arrangements.
"""

from functools import cache

import numpy as np
import pytest

from model.scenario import Scenario, load_scenario, scenario_names
from model.simulation import simulate
from model.theory import impatient

CENTRES = [name for name in scenario_names() if load_scenario(name).groups]
KEPT = ("run", "demand", "salespeople", "incentives", "managers")
"""Themes that switch the desk and its units off; what the other themes hold is the centre's behaviour."""
TALK, PATIENCE, LOAD, DAY = 4.0, 3.0, 0.97, 480.0
SEEDS = range(1, 11)


@cache
def plain(name: str, pooled: bool) -> Scenario:
    """A centre with nothing left but people, streams and queues."""
    full = load_scenario(name)
    values = {key: value for key, value in full.values().items() if key.split(".")[0] in KEPT}
    values |= {
        "run.days": 30, "run.day_minutes": DAY, "run.warm_up_share": 0.1, "routing.pooled": pooled,
        "routing.overflow": "nobody", "routing.retrial": 0.0, "people.units": 0, "people.field_salespeople": 0,
        "people.turnover_per_year": 0.0, "people.accounts": 500, "service.pace_cv": 0.0,
        "service.backlog_pressure": 0.0,
    }  # fmt: skip
    for stream, people in staff(name).items():
        values |= {f"groups.{stream}.people": people, f"groups.{stream}.serves": [stream]}
        values |= {
            f"streams.{stream}.{key}": value
            for key, value in {
                "calls_per_day": LOAD * people * DAY / TALK, "handle_law": "exponential", "handle_minutes": TALK,
                "wrap_up_minutes": 0.0, "patience": PATIENCE, "p_resolved": 1.0,
            }.items()
        }  # fmt: skip
    return Scenario(name, values)


@cache
def staff(name: str) -> dict[str, int]:
    """People of each stream: the centre's people at the file's scale, by the streams' shares of all minutes of talk."""
    full = load_scenario(name)
    people = sum(group.people for group in full.groups.values()) * full.routing.scale
    minutes = {stream: about.calls_per_day * about.handle_minutes for stream, about in full.streams.items()}
    total = sum(minutes.values())
    return {stream: max(2, round(people * share / total)) for stream, share in minutes.items()}


@cache
def runs(name: str, pooled: bool):
    """Runs of a plain centre under the same seeds."""
    return [simulate(plain(name, pooled), seed) for seed in SEEDS]


def agrees(sample, expected):
    """Whether a mean over runs is within four standard errors of theory."""
    return np.mean(sample) == pytest.approx(expected, abs=4.0 * np.std(sample, ddof=1) / len(sample) ** 0.5)


@pytest.mark.parametrize("name", CENTRES)
def test_each_stream_apart_is_an_erlang_a_queue(name):
    # P(abandon) = θ E[W], W the wait of all callers: Mandelbaum & Zeltyn 2007, pp. 17-45
    for s, people in enumerate(staff(name).values()):
        theory = impatient(LOAD * people / TALK, 1.0 / TALK, people, 1.0 / PATIENCE)
        queues = [run.world.queues[run.world.streams["queue"][s]] for run in runs(name, False)]
        ended = [queue["m_begun"] + queue["m_left"] for queue in queues]
        assert agrees([queue["m_wait"] / n for queue, n in zip(queues, ended, strict=True)], theory.mean_wait)
        assert agrees([queue["m_left"] / n for queue, n in zip(queues, ended, strict=True)], theory.p_abandon)


@pytest.mark.parametrize("name", CENTRES)
def test_all_streams_pooled_are_one_erlang_a_queue(name):
    # the same with all people in one group
    people = sum(staff(name).values())
    theory = impatient(LOAD * people / TALK, 1.0 / TALK, people, 1.0 / PATIENCE)
    measures = [run.measures for run in runs(name, True)]
    assert agrees([found["mean_wait_minutes"] for found in measures], theory.mean_wait)
    assert agrees([found["abandonment_share"] for found in measures], theory.p_abandon)


@pytest.mark.parametrize("name", [name for name in CENTRES if len(staff(name)) > 1])
def test_a_pool_of_equal_calls_loses_no_more_callers_than_streams_apart(name):
    # The calls are the same, seed by seed: more of them in all than either arrangement loses by chance.
    apart, pooled = (np.mean([run.measures["p_abandon"] for run in runs(name, way)]) for way in (False, True))
    assert pooled < apart
