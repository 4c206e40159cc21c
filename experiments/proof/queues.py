"""One stage: with the behaviour off, the desk is the queue of the textbooks."""

import numpy as np

from experiments.dotted import dotted
from experiments.proof.comparison import Comparison, Law, measures, sample
from model.scenario import Scenario, load_scenario
from model.simulation import Result
from model.theory import answered_within, erlang_c, impatient, lost, one_server, patient, second_moment, two_classes
from model.world.codes import L_ANSWERED, L_CALLED_DESK

ERLANG_1918 = "Erlang 1918, Post Office Electrical Engineers' Journal 10, pp. 189-197"
ERLANG_C = Law("Erlang C (M/M/c)", "E[W] = C(c, a) / (c μ − λ)", ERLANG_1918)
ERLANG_A = Law("Erlang A (M/M/c+M)", "P(abandon) = θ E[W]", "Mandelbaum & Zeltyn 2007, pp. 17-45")
ERLANG_B = Law("Erlang B (M/M/c/c)", "B = (a^c / c!) / Σ a^k / k!", ERLANG_1918)
ONE_SERVER = Law(
    "Pollaczek-Khinchine (M/G/1)", "E[W] = λ E[S²] / (2 (1 − ρ))",
    "Kendall 1951, J. Royal Statistical Society B 13(2), pp. 151-185; Kleinrock 1975, chapter 5",
)
PRIORITY = Law(
    "Cobham (two classes)", "W_1 = W_0 / (1 − ρ_1), W_2 = W_1 / (1 − ρ)",
    "Cobham 1954, Operations Research 2(1), pp. 70-76",
)  # fmt: skip
LITTLE = Law("Little's law", "L = λ W", "Little 1961, Operations Research 9(3), pp. 383-387")
OCCUPANCY = Law("Occupancy", "ρ = λ / (c μ), whatever the law of service", f"{LITTLE.source}, of those in service")
PASTA = Law(
    "PASTA", "callers find what there is on average over time", "Wolff 1982, Operations Research 30(2), pp. 223-231"
)


def queue(**words) -> Scenario:
    """The textbook queue with some words replaced; a double underscore stands for the dot."""
    return load_scenario("textbook_queue", dotted(words))


def equal(law: Law, where: str, scenario: Scenario, expected: dict[str, float], runs: int) -> list[Comparison]:
    """Measures of the model beside what theory expects of them."""
    found = sample(scenario, runs, measures(*expected))
    return [law.equals(f"{name}, {where}", expected[name], found[:, k]) for k, name in enumerate(expected)]


def erlang_c_waits(runs: int, days: int) -> list[Comparison]:
    """Patient callers wait as Erlang C says, in queues of one, five and twelve people."""
    lines = []
    for agents, per_hour, minutes in ((1, 8.4, 5.0), (5, 48.0, 5.0), (12, 66.0, 10.0)):
        rate, service = per_hour / 60.0, 1.0 / minutes
        theory = patient(rate, service, agents)
        expected = {
            "mean_wait_minutes": theory.mean_wait, "p_wait": theory.p_wait, "mean_in_queue": theory.mean_in_queue,
            "occupancy": theory.occupancy, "service_level_20s": answered_within(1.0 / 3.0, rate, service, agents),
        }  # fmt: skip
        scenario = queue(agents=agents, arrivals_per_hour=per_hour, handle_minutes=minutes, days=days)
        lines += equal(ERLANG_C, f"{agents} people, ρ = {theory.occupancy:.3g}", scenario, expected, runs)
    return lines


def erlang_a_waits(runs: int, days: int) -> list[Comparison]:
    """Impatient callers wait and leave as Erlang A says, with too many people and with too few."""
    agents, minutes, patience, lines = 8, 6.0, 4.0, []
    for load in (0.8, 1.2):
        rate = load * agents / minutes
        theory = impatient(rate, 1.0 / minutes, agents, 1.0 / patience)
        expected = {
            "mean_wait_minutes": theory.mean_wait, "p_wait": theory.p_wait, "p_abandon": theory.p_abandon,
            "mean_in_queue": theory.mean_in_queue, "occupancy": theory.occupancy,
        }  # fmt: skip
        scenario = queue(
            agents=agents, arrivals_per_hour=60.0 * rate, handle_minutes=minutes, patience_minutes=patience, days=days
        )
        lines += equal(ERLANG_A, f"{agents} people, ρ = {load:g}", scenario, expected, runs)
    return lines


def erlang_b_losses(runs: int, days: int) -> list[Comparison]:
    """With as many lines as people, callers are lost as Erlang B says, whatever the law of service."""
    agents, rate, minutes, lines = 6, 50.0 / 60.0, 6.0, []
    theory = lost(rate, 1.0 / minutes, agents)
    expected = {"p_blocked": theory.p_blocked, "occupancy": theory.occupancy}
    for law in ("exponential", "lognormal"):
        scenario = queue(
            agents=agents, lines=agents, arrivals_per_hour=60.0 * rate, handle_minutes=minutes, days=days,
            calls__talk_law=law, calls__talk_cv=1.5,
        )  # fmt: skip
        lines += equal(ERLANG_B, f"{agents} lines, {law} calls", scenario, expected, runs)
    return lines


def lognormal_waits(runs: int, days: int) -> list[Comparison]:
    """Before one person with lognormal calls callers wait as Pollaczek and Khinchine say."""
    rate, minutes, lines = 0.14, 5.0, []
    for cv in (0.5, 1.5):
        scenario = queue(
            agents=1, arrivals_per_hour=60.0 * rate, handle_minutes=minutes, days=days, calls__talk_law="lognormal",
            calls__talk_cv=cv,
        )  # fmt: skip
        wait = one_server(rate, minutes, cv)
        expected = {"mean_wait_minutes": wait, "p_wait": rate * minutes, "mean_in_queue": rate * wait}
        lines += equal(ONE_SERVER, f"cv = {cv:g}, ρ = {rate * minutes:g}", scenario, expected, runs)
    return lines


def occupancy_of_any_law(runs: int, days: int) -> list[Comparison]:
    """People are as busy as the load they are offered, whatever the law of service."""
    agents, rate, minutes, lines = 5, 0.8, 5.0, []
    for law in ("exponential", "lognormal", "fixed"):
        scenario = queue(
            agents=agents, arrivals_per_hour=60.0 * rate, handle_minutes=minutes, days=days, calls__talk_law=law,
            calls__talk_cv=1.5,
        )  # fmt: skip
        lines += equal(OCCUPANCY, f"{law} calls", scenario, {"occupancy": rate * minutes / agents}, runs)
    return lines


def priority_waits(runs: int, days: int) -> list[Comparison]:
    """Callers with priority, and those without, wait as Cobham says: before one person and before five."""
    names = ("mean_wait_priority_minutes", "mean_wait_ordinary_minutes")
    minutes, share, lines = 5.0, 0.4, []
    for agents, load, law, cv in ((1, 0.7, "lognormal", 1.2), (5, 0.85, "exponential", 1.0)):
        rate = load * agents / minutes
        if agents == 1:
            residual = rate * second_moment(minutes, cv) / 2.0
        else:
            residual = erlang_c(rate * minutes, agents) * minutes / agents
        waits = two_classes(residual, share * load, load)
        scenario = queue(
            agents=agents, arrivals_per_hour=60.0 * rate, handle_minutes=minutes, days=days, calls__talk_law=law,
            calls__talk_cv=cv, calls__share_priority=share,
        )  # fmt: skip
        expected = dict(zip(names, waits, strict=True))
        lines += equal(PRIORITY, f"c = {agents}, {law} calls", scenario, expected, runs)
    return lines


def all_busy(result: Result) -> list[float]:
    """Share of callers who find everybody busy, and share of time in which everybody is, from the event log.

    Everybody is busy when as many callers are in the system as there are people, or more: arrivals add one, ends of
    calls take one away (nobody hangs up or is turned away).
    """
    log, people = result.log, len(result.world.salespeople)
    log = log[np.isin(log["event"], (L_CALLED_DESK, L_ANSWERED))]
    arrival = log["event"] == L_CALLED_DESK
    inside = np.cumsum(np.where(arrival, 1, -1))
    before = np.concatenate([[0], inside[:-1]])
    length = np.diff(log["time"], append=float(result.world.clock["now"]))
    return [np.mean(before[arrival] >= people), length[inside >= people].sum() / float(result.world.clock["now"])]


def callers_see_averages(runs: int, days: int) -> list[Comparison]:
    """Poisson callers find everybody busy as often as everybody is; callers who come in waves more often."""
    words = {"agents": 5, "arrivals_per_hour": 48.0, "handle_minutes": 5.0, "days": days}
    even = sample(queue(**words), runs, all_busy, log=True)
    waves = sample(queue(**words, demand__load_curve=[0.6, 1.4]), runs, all_busy, log=True)
    theory = erlang_c(4.0, 5)
    return [
        PASTA.equals("callers who find all busy, less time in which all are", 0.0, even[:, 0] - even[:, 1]),
        PASTA.equals("callers who find all busy", theory, even[:, 0]),
        PASTA.equals("time in which all are busy", theory, even[:, 1]),
        PASTA.exceeds("the same difference when callers come in waves", 0.0, waves[:, 0] - waves[:, 1]),
    ]


def worst_gap(result: Result) -> float:
    """Largest relative gap, over all queues, between the area under a queue and the sum of its waits."""
    world = result.world
    now, tasks = float(world.clock["now"]), world.tasks[: int(world.clock["n_tasks"])]
    waiting = tasks[tasks["waiting"] == 1]
    still = np.bincount(waiting["queue"], now - waiting["entered"], len(world.queues))
    queues = world.queues
    area = queues["area"] + queues["length"] * (now - queues["changed"])
    return float(np.max(np.abs(area - queues["waited"] - still) / np.maximum(1.0, area)))


def littles_law(runs: int, days: int) -> list[Comparison]:
    """The area under every queue is the sum of the waits in it, on every path."""
    return [
        LITTLE.holds(f"largest gap over all queues, {name}", 0.0, sample(scenario, runs, worst_gap), 1e-9)
        for name, scenario in (
            ("textbook_queue", queue(days=days, patience_minutes=20.0)),
            ("mtel", load_scenario("mtel", {"run.days": min(days, 250)})),
        )
    ]
