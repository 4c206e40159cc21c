"""The engine with the behaviour off is a textbook queue: Erlang, Pollaczek-Khinchine, Cobham, PASTA, Little.

Each estimate must lie within four standard errors of theory, s/√R, with s the standard deviation over R runs
of different seeds: a true engine fails one such comparison in 16,000.
"""

import math
from itertools import pairwise

import numpy as np
import pytest

from experiments.proof import queues
from experiments.proof.comparison import Law
from model.scenario import ScenarioError, load_scenario
from model.simulation import simulate
from tests.helpers.runs import stop_at

R = 24


@pytest.mark.parametrize(
    ("check", "days"),
    [
        (queues.erlang_c_waits, 200),  # E[W] = C(c, a) / (c μ − λ): Erlang 1918, pp. 189-197
        (queues.erlang_a_waits, 40),  # P(abandon) = θ E[W]: Mandelbaum & Zeltyn 2007, pp. 17-45
        (queues.erlang_b_losses, 40),  # B = (a^c / c!) / Σ a^k / k!: Erlang 1918, pp. 189-197
        (queues.lognormal_waits, 250),  # E[W] = λ E[S²] / (2 (1 − ρ)): Kendall 1951, pp. 151-185
        (queues.priority_waits, 150),  # W_1 = W_0 / (1 − ρ_1), W_2 = W_1 / (1 − ρ): Cobham 1954, pp. 70-76
        (queues.occupancy_of_any_law, 40),  # ρ = λ / (c μ): Little 1961, of those in service
        (queues.callers_see_averages, 50),  # PASTA: Wolff 1982, pp. 223-231
        (queues.littles_law, 30),  # L = λ W: Little 1961, pp. 383-387
    ],
)
def test_the_queue_agrees_with_theory(check, days):
    # the formulas are in the checks, which `make proof` makes at greater length
    assert [line for line in check(R, days) if line.verdict != "agrees"] == []


def test_as_many_lines_as_people_leave_nobody_waiting():
    result = simulate(load_scenario("textbook_queue", {"agents": 6, "lines": 6, "days": 40}), 1)
    assert result.measures["p_wait"] == result.measures["mean_wait_minutes"] == result.measures["mean_in_queue"] == 0.0


def test_a_few_waiting_places_give_the_waits_of_the_truncated_queue():
    # M/M/2/4: p_k ∝ a^k / k! for k ≤ 2, then ρ^(k−2) p_2, with a = 1.5 and ρ = 0.75
    weights = np.array([1.0, 1.5, 1.125, 1.125 * 0.75, 1.125 * 0.75**2])
    p = weights / weights.sum()
    entering = 1.0 - p[4]
    expected = {
        "p_blocked": p[4], "p_wait": (p[2] + p[3]) / entering, "mean_in_queue": p[3] + 2.0 * p[4],
        "mean_wait_minutes": (p[3] + 2.0 * p[4]) / (0.3 * entering),
    }  # fmt: skip
    scenario = queues.queue(agents=2, lines=4, arrivals_per_hour=18.0, handle_minutes=5.0, days=120)
    law = Law("M/M/2/4", "p_k from its balance equations", "Kleinrock 1975, chapter 3")
    assert {line.verdict for line in queues.equal(law, "", scenario, expected, R)} == {"agrees"}


def test_littles_law_holds_on_every_path():
    # Without warm-up the area under the queue is the sum of the waits, those of who still waits included.
    words = {"days": 20, "run.warm_up_share": 0.0, "patience_minutes": 30.0}
    for seed in range(1, 6):
        world = stop_at(load_scenario("textbook_queue", words), [480.0 * 20], seed)[0]
        queue, now = world.queues[0], float(world.clock["now"])
        tasks = world.tasks[: int(world.clock["n_tasks"])]
        still = now - tasks["entered"][(tasks["waiting"] == 1) & (tasks["queue"] == 0)]
        area = queue["m_area"] + queue["length"] * (now - queue["changed"])
        assert area == pytest.approx(queue["m_wait"] + still.sum(), rel=1e-9)
        assert len(still) == queue["entered"] - queue["m_begun"] - queue["m_left"]


def test_the_mean_in_queue_is_the_arrival_rate_times_the_mean_wait():
    # of calls measured: those who wait when the measuring begins or ends are in one of the two and not in the other
    beside = []
    for seed in range(1, R + 1):
        result = simulate(load_scenario("textbook_queue", {"days": 200}), seed)
        queue, clock = result.world.queues[0], result.world.clock
        rate = queue["entered"] / (float(clock["now"]) - float(clock["warm_up"]))
        beside.append(result.measures["mean_in_queue"] / (rate * result.measures["mean_wait_minutes"]))
    error = np.std(beside, ddof=1) / math.sqrt(R)
    assert np.mean(beside) == pytest.approx(1.0, abs=4.0 * error) and error < 0.001


def test_doubling_the_unit_of_time_doubles_the_wait():
    base = {"arrivals_per_hour": 60.0, "agents": 6, "handle_minutes": 5.0, "run.warm_up_share": 0.0}
    slow = base | {"arrivals_per_hour": 30.0, "handle_minutes": 10.0, "days": 40}
    one = simulate(load_scenario("textbook_queue", base | {"days": 20}), 1).measures
    two = simulate(load_scenario("textbook_queue", slow), 1).measures
    assert two["mean_wait_minutes"] == pytest.approx(2.0 * one["mean_wait_minutes"], rel=1e-6)
    assert two["p_wait"] == pytest.approx(one["p_wait"], rel=1e-9)


def test_one_more_person_never_makes_the_same_callers_wait_longer():
    waits = [simulate(load_scenario("textbook_queue", {"agents": c, "days": 20}), 1).measures for c in range(11, 16)]
    means = [measures["mean_wait_minutes"] for measures in waits]
    assert all(fewer > more for fewer, more in pairwise(means))


@pytest.mark.filterwarnings("error")
def test_without_callers_nothing_is_counted_and_shares_of_nothing_do_not_apply():
    result = simulate(load_scenario("textbook_queue", {"arrivals_per_hour": 0.0, "days": 5}), 1, log=True)
    measures = result.measures
    for name in ("mean_wait_minutes", "p_wait", "p_abandon", "p_blocked", "service_level_20s"):
        assert math.isnan(measures[name]), name
    assert measures["occupancy"] == measures["mean_in_queue"] == 0.0
    assert result.n_contacts == 0 and len(result.log) == 0


def test_the_six_words_are_all_a_user_needs():
    words = {"arrivals_per_hour": 12.5, "agents": 3, "handle_minutes": 7.0, "patience_minutes": 2.0,
             "lines": 9, "days": 11}  # fmt: skip
    scenario = load_scenario("textbook_queue", words)
    assert {name: scenario[name] for name in words} == words
    assert scenario.demand.enquiries_per_account_day == 100.0  # 12.5 · 8 hours
    assert (scenario.people.salespeople_per_team, scenario.calls.lines, scenario.run.days) == (3, 9, 11)
    assert [record.full_name for record in scenario.records()[:6]] == list(words)


@pytest.mark.parametrize(
    ("word", "value", "sentence"),
    [
        (
            "agents",
            0,
            "agents is 0; it is people who answer .people. and must be a whole number between 1 and 5000",
        ),
        ("agents", 2.5, "agents is 2.5; .* must be a whole number"),
        ("handle_minutes", -1.0, "handle_minutes is -1.0; .* must be a number between 0.001"),
        ("agent", 3, r"no parameter 'agent' \(did you mean agents"),
        ("queue.agents", 3, r"no parameter 'queue.agents' \(did you mean agents"),
    ],
)
def test_a_wrong_word_is_refused_in_one_sentence(word, value, sentence):
    with pytest.raises(ScenarioError, match=sentence):
        load_scenario("textbook_queue", {word: value})
