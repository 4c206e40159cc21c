"""Every contestant simulates the queue of theory, and as many customers as it says."""

import math
from statistics import mean, stdev

import pytest

from experiments.bench.contest import contestants
from experiments.bench.textbook import Queue

EASY = Queue(servers=3, arrivals=0.24, services=0.1)
"""ρ = 0.24 / (3 · 0.1) = 0.8: waits of customers a hundred apart are unrelated, so short runs suffice."""

R, CUSTOMERS = 16, 4000


@pytest.mark.parametrize("contestant", contestants(), ids=lambda contestant: contestant.name)
def test_everybodys_customers_wait_as_erlang_c_says(contestant):
    # Erlang C for a = 2.4 and c = 3: B = (2.4³/6) / (1 + 2.4 + 2.88 + 2.304) = 0.2684,
    # C = B / (1 − 0.8 (1 − B)) = 0.6472, and the mean wait is C / (3 · 0.1 − 0.24) minutes.
    run = contestant.prepare()
    outcomes = [run(EASY, CUSTOMERS, seed) for seed in range(1, R + 1)]
    waits = [outcome.mean_wait for outcome in outcomes]
    error = stdev(waits) / math.sqrt(R)
    assert abs(mean(waits) - 0.6472 / 0.06) <= 4.0 * error
    assert error < 0.1 * 0.6472 / 0.06, "measured too coarsely to be tested"
    # Poisson arrivals over a fixed time vary by √n, and a day of 115 customers may be rounded away.
    assert all(abs(outcome.customers - CUSTOMERS) <= 5.0 * math.sqrt(CUSTOMERS) + 115 for outcome in outcomes)


@pytest.mark.parametrize("contestant", contestants(), ids=lambda contestant: contestant.name)
def test_a_seed_gives_a_contestant_the_same_run_again(contestant):
    run = contestant.prepare()
    assert run(EASY, 500, 7) == run(EASY, 500, 7) != run(EASY, 500, 8)


def test_the_queue_of_theory_has_the_load_and_wait_it_is_said_to_have():
    assert EASY.load == pytest.approx(0.8)
    assert EASY.mean_wait == pytest.approx(0.6472 / 0.06, rel=1e-3)
