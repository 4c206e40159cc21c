"""The closed forms themselves, against textbook values, sums written out, and each other's limits."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.theory import (
    answered_within, chasing_limit, erlang_b, erlang_c, impatient, lost, one_server, patient, tandem_of_one,
    two_classes,
)  # fmt: skip

loads = st.floats(0.05, 60.0)
servers = st.integers(1, 80)


@given(loads, servers)
def test_erlang_b_equals_its_sum_written_out(load, c):
    terms = [math.exp(k * math.log(load) - math.lgamma(k + 1)) for k in range(c + 1)]
    assert erlang_b(load, c) == pytest.approx(terms[-1] / sum(terms), rel=1e-9)


@pytest.mark.parametrize(("load", "c", "blocked"), [(1.0, 1, 0.5), (2.0, 2, 0.4), (3.0, 3, 9 / 26)])
def test_erlang_b_of_small_systems_by_hand(load, c, blocked):
    # (a^c / c!) / Σ a^k / k!: 1 / 2, 2 / 5, 4.5 / 13
    assert erlang_b(load, c) == pytest.approx(blocked)


@given(st.floats(0.01, 0.99))
def test_with_one_person_the_chance_to_wait_is_the_load(rho):
    assert erlang_c(rho, 1) == pytest.approx(rho)
    # M/M/1: E[W] = ρ / (μ − λ)
    assert patient(rho, 1.0, 1).mean_wait == pytest.approx(rho / (1.0 - rho))


def test_two_people_by_hand():
    # M/M/2: C = 2 ρ² / (1 + ρ), with ρ = 1/2: 1/3
    assert erlang_c(1.0, 2) == pytest.approx(1.0 / 3.0)
    assert patient(1.0, 1.0, 2).mean_wait == pytest.approx(1.0 / 3.0)
    assert patient(1.0, 1.0, 2).mean_in_queue == pytest.approx(1.0 / 3.0)


def test_an_overloaded_queue_of_patient_callers_has_no_end():
    queue = patient(3.0, 1.0, 2)
    assert queue.p_wait == 1.0 and queue.mean_wait == math.inf and queue.occupancy == 1.0


def test_who_waits_no_time_did_not_wait_and_in_the_end_everybody_is_answered():
    assert answered_within(0.0, 4.0, 1.0, 5) == pytest.approx(1.0 - erlang_c(4.0, 5))
    assert answered_within(1e3, 4.0, 1.0, 5) == pytest.approx(1.0)


def birth_and_death(arrival: float, service: float, c: int, giving_up: float) -> tuple[float, float, float]:
    """P(wait), P(abandon) and E[waiting] of M/M/c+M from the balance equations of its first 2000 states."""
    n = np.arange(1, 2000)
    leaving = np.minimum(n, c) * service + np.maximum(n - c, 0) * giving_up
    weights = np.concatenate([[0.0], np.cumsum(np.log(arrival / leaving))])
    p = np.exp(weights - weights.max())
    p /= p.sum()
    waiting = np.maximum(np.arange(2000) - c, 0) @ p
    return float(p[c:].sum()), float(giving_up * waiting / arrival), float(waiting)


@given(st.floats(0.1, 20.0), st.integers(1, 15), st.floats(0.05, 5.0))
def test_erlang_a_solves_its_balance_equations(arrival, c, giving_up):
    queue = impatient(arrival, 1.0, c, giving_up)
    delayed, abandoned, waiting = birth_and_death(arrival, 1.0, c, giving_up)
    assert queue.p_wait == pytest.approx(delayed, rel=1e-6, abs=1e-12)
    assert queue.p_abandon == pytest.approx(abandoned, rel=1e-6, abs=1e-9)
    assert queue.mean_in_queue == pytest.approx(waiting, rel=1e-6, abs=1e-9)
    assert queue.occupancy == pytest.approx(arrival * (1.0 - abandoned) / c, rel=1e-6)


def test_with_endless_patience_erlang_a_becomes_erlang_c():
    almost, endless = impatient(4.0, 1.0, 5, 1e-3), patient(4.0, 1.0, 5)
    assert almost.p_wait == pytest.approx(endless.p_wait, rel=0.01)
    assert almost.mean_wait == pytest.approx(endless.mean_wait, rel=0.02)


def test_a_hopelessly_overloaded_queue_loses_what_it_cannot_serve():
    # fluid limit: a share 1 − 1/ρ abandons, with ρ = 2
    queue = impatient(2000.0, 1.0, 1000, 0.001)
    assert queue.p_wait == pytest.approx(1.0) and queue.p_abandon == pytest.approx(0.5, rel=1e-6)


def test_without_any_patience_erlang_a_becomes_erlang_b():
    # whoever has to wait leaves at once, so the share that has to wait is the share that is lost
    assert impatient(4.0, 1.0, 5, 1e4).p_abandon == pytest.approx(erlang_b(4.0, 5), rel=1e-3)


def test_lost_callers_leave_the_carried_load_to_the_lines():
    queue = lost(3.0, 1.0, 3)
    assert queue.p_blocked == pytest.approx(9 / 26)
    assert queue.occupancy == pytest.approx(17 / 26)


def test_nobody_calls_nobody_waits():
    for queue in (patient(0.0, 1.0, 2), lost(0.0, 1.0, 2), impatient(0.0, 1.0, 2, 0.1)):
        assert queue == type(queue)(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@given(st.floats(0.01, 0.95))
def test_exponential_and_fixed_times_are_cases_of_pollaczek_and_khinchine(rho):
    # cv = 1 is M/M/1; fixed times halve the wait; no spread of times shortens it further
    assert one_server(rho, 1.0, 1.0) == pytest.approx(patient(rho, 1.0, 1).mean_wait)
    assert one_server(rho, 1.0, 0.0) == pytest.approx(patient(rho, 1.0, 1).mean_wait / 2.0)
    assert one_server(1.0, 1.0, 1.0) == math.inf


@given(st.floats(0.05, 0.95), st.floats(0.05, 0.95), st.integers(1, 12))
def test_priority_moves_waiting_from_one_class_to_the_other_and_saves_none(rho, share, c):
    # Kleinrock's conservation law: Σ ρ_k W_k is that of no priority, ρ W
    residual = erlang_c(c * rho, c) / c
    first, second = two_classes(residual, share * rho, rho)
    assert first < patient(c * rho, 1.0, c).mean_wait < second
    assert share * first + (1.0 - share) * second == pytest.approx(patient(c * rho, 1.0, c).mean_wait)


def test_a_tandem_of_one_by_hand():
    # λ = 1/4, R = S = 1 fixed: W_0 = (1 + 1)/8 = 1/4, W_1 = (1/4)/(3/4) = 1/3; V = (1/4)·4/(2·1/2) = 1;
    # W_2 = (V − 1/4 − 1/4·1 − 1/4·1/3·2) / (1/4) = 4/3
    assert tandem_of_one(0.25, 1.0, 0.0, 1.0, 0.0) == (pytest.approx(1.0 / 3.0), pytest.approx(4.0 / 3.0))


@given(st.floats(0.1, 0.9), st.floats(0.1, 2.0))
def test_reading_that_takes_no_time_leaves_one_queue_of_work(rho, cv):
    mail, bucket = tandem_of_one(rho, 1e-9, 0.0, 1.0, cv)
    # the mail waits for the service in hand, ρ (1 + cv²)/2, and the bucket for the rest
    assert mail == pytest.approx(rho * (1.0 + cv * cv) / 2.0, rel=1e-6)
    assert mail + bucket == pytest.approx(one_server(rho, 1.0, cv), rel=1e-6)


def test_the_limit_of_chasing_falls_with_the_load_and_with_the_length_of_a_chase():
    limits = [chasing_limit(rho, 6, 6.8, 50.6, 6.0, 2.0 / 3.0) for rho in (0.72, 0.83, 0.93)]
    assert limits[0] > limits[1] > limits[2] > 0.0
    assert chasing_limit(0.83, 6, 6.8, 50.6, 12.0, 2.0 / 3.0) == pytest.approx(limits[1] / 2.0)
    assert chasing_limit(0.83, 6, 6.8, 50.6, 6.0, 1.0 / 3.0) == pytest.approx(limits[1] * 2.0)
