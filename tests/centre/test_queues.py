"""A centre without its behaviour is a textbook queue, stream by stream."""

from statistics import mean, stdev

import pytest

from model.simulation import simulate
from model.theory import impatient, lost, patient
from tests.helpers.centres import ONE_STREAM, centre

ARRIVALS, SERVICES, PEOPLE = 1.0, 0.2, 6
RUNS = range(1, 9)
LONG = {"run__days": 200, "run__warm_up_share": 0.1, "routing__retrial": 0.0}


def over_runs(scenario, *names: str) -> dict[str, tuple[float, float]]:
    """Mean of each measure over runs, and four standard errors of it."""
    runs = [simulate(scenario, seed).measures for seed in RUNS]
    values = {name: [run[name] for run in runs] for name in names}
    return {name: (mean(v), 4.0 * stdev(v) / len(v) ** 0.5) for name, v in values.items()}


def test_the_wait_is_that_of_erlang_c():
    found = over_runs(centre(**LONG), "mean_wait_minutes", "p_wait", "occupancy")
    theory = patient(ARRIVALS, SERVICES, PEOPLE)
    for name in found:
        value, error = found[name]
        assert value == pytest.approx(getattr(theory, name if name != "mean_wait_minutes" else "mean_wait"), abs=error)


def test_abandonment_is_that_of_erlang_a():
    scenario = centre(**LONG, streams__all__patience=4.0, streams__all__calls_per_day=576.0)
    found = over_runs(scenario, "abandonment_share", "mean_wait_minutes")
    theory = impatient(1.2, SERVICES, PEOPLE, 0.25)
    assert found["abandonment_share"][0] == pytest.approx(theory.p_abandon, abs=found["abandonment_share"][1])
    assert found["mean_wait_minutes"][0] == pytest.approx(theory.mean_wait, abs=found["mean_wait_minutes"][1])


def test_blocking_is_that_of_erlang_b():
    found = over_runs(centre(**LONG, routing__trunk_lines=PEOPLE), "p_blocked")["p_blocked"]
    assert found[0] == pytest.approx(lost(ARRIVALS, SERVICES, PEOPLE).p_blocked, abs=found[1])


SPLIT = """
[streams.a]
calls_per_day = 240.0
handle_minutes = 5.0
handle_law = "exponential"
wrap_up_minutes = 0.0
patience = 0.0
p_resolved = 1.0

[streams.b]
calls_per_day = 240.0
handle_minutes = 5.0
handle_law = "exponential"
wrap_up_minutes = 0.0
patience = 0.0
p_resolved = 1.0

[groups.a]
people = 3
serves = {a}

[groups.b]
people = 3
serves = {b}
"""


def test_two_streams_that_everybody_serves_wait_as_one_pool():
    pooled = centre(SPLIT.format(a='["a", "b"]', b='["a", "b"]'), **LONG)
    found = over_runs(pooled, "mean_wait_minutes")["mean_wait_minutes"]
    assert found[0] == pytest.approx(patient(ARRIVALS, SERVICES, PEOPLE).mean_wait, abs=found[1])


def test_two_streams_apart_wait_as_two_half_pools_and_longer():
    apart = centre(SPLIT.format(a='["a"]', b='["b"]'), **LONG, routing__overflow="nobody")
    found = over_runs(apart, "mean_wait_minutes")["mean_wait_minutes"]
    assert found[0] == pytest.approx(patient(ARRIVALS / 2, SERVICES, PEOPLE // 2).mean_wait, abs=found[1])
    assert found[0] > 1.5 * patient(ARRIVALS, SERVICES, PEOPLE).mean_wait


def test_overflow_of_everybody_at_once_is_the_pool_again():
    overflowing = centre(
        SPLIT.format(a='["a"]', b='["b"]'), **LONG, routing__overflow="everybody", routing__overflow_seconds=0.0,
        routing__mismatch_pace=1.0, routing__mismatch_quality=1.0,
    )  # fmt: skip
    found = over_runs(overflowing, "mean_wait_minutes")["mean_wait_minutes"]
    assert found[0] == pytest.approx(patient(ARRIVALS, SERVICES, PEOPLE).mean_wait, abs=found[1])


def test_a_stream_brings_as_many_calls_as_stated_by_day_and_hour():
    text = ONE_STREAM + "\n[service]\nmeeting_days = 5\n"
    scenario = centre(text, run__days=100, streams__all__load_curve=[1.0, 3.0], streams__all__patience=0.01)
    log = simulate(scenario, 1, log=True)
    from model.world.codes import L_CALL_CAME

    times = log.log["time"][log.log["event"] == L_CALL_CAME]
    assert len(times) == pytest.approx(480 * 100, abs=4.0 * (480 * 100) ** 0.5)
    second_half = (times % 480.0 >= 240.0).mean()
    assert second_half == pytest.approx(0.75, abs=4.0 * (0.75 * 0.25 / len(times)) ** 0.5)
