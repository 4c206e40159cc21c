"""Choices and credit: one salesperson as a bandit, naming by chance, notices without names, claims."""

import math

import numpy as np

from experiments.dotted import dotted
from experiments.proof.comparison import Comparison, Law, sample
from experiments.proof.stages import BARE
from model.luck import NAME, uniforms
from model.scenario import Scenario, load_scenario
from model.simulation import Result, simulate
from model.world.books import names_known
from model.world.codes import L_CLAIMED, L_COMPLETED, L_FORWARDED, L_LEARNED, L_REPEATED
from model.world.joined import issues_in_full

BANDIT = Law(
    "Softmax bandit", "P(i) = exp(β v_i) / Σ_j exp(β v_j), v ← v + α (r − v)",
    "Posen & Levinthal 2012, Management Science 58(3), pp. 587-601",
)  # fmt: skip
BY_CHANCE = Law("No firmness of choice", "β = 0: P(i) = 1/k, E[(O − Σ p)²] = E[Σ p (1 − p)]", "evidence E")
UNNAMED = Law("Notices without names", "equal values: P(i) = 1/k, E[(O − Σ p)²] = E[Σ p (1 − p)]", "evidence E")
ORIGINATOR = Law("Credit to the originator", "reported = originated", "evidence E; 000-14")

SENT = (L_FORWARDED, L_REPEATED)


def lonely(**changes) -> Scenario:
    """One salesperson who knows all four reps of one unit, each of whom does at once what he or she is asked."""
    words = {
        "people.share_ex_service": 1.0, "learning.residual_contacts": 20, "people.reps_per_unit": 4,
        "people.accounts": 1, "customers.whom_to_contact": "always_desk", "salespeople.choose_practice": "name_tag",
        "tagged_mail.addressability": 1.0, "tagged_mail.acceptance": 2.0, "reps.respond": "by_disposition",
        "reps.disposition_mean": 0.9, "reps.disposition_sd": 0.0, "reps.overload_erosion": 0.0,
        "reps.refusal_customer_voice": 0.0, "reps.set_aside_hours": 0.0, "salespeople.p_customer_voice": 1.0,
        "managers.police_bucket": "tolerate", "learning.forgetting": 0.0,
    }  # fmt: skip
    return load_scenario("mtel", BARE | words | dotted(changes))


def bandit(
    seed: int, issues: np.ndarray, speeds: np.ndarray, known: np.ndarray, values: np.ndarray, p: Scenario
) -> tuple[list[int], list[float]]:
    """Choices and lessons of a softmax bandit, written from the equations alone.

    An arm's reward is 2^(−hours / half-life), and nobody being in the way, the hours are those of reading and work.
    """
    choices, lessons = [], []
    for issue in issues:
        firm = np.where(known, np.exp(p.learning.inverse_temperature * (values - values[known].max())), 0.0)
        u = float(uniforms(seed, NAME, issue["key"], 0))
        arm = int(np.searchsorted(np.cumsum(firm / firm.sum()), u, "right"))
        hours = (p.channels.transcription_minutes + issue["work"] * speeds[arm]) / 60.0
        reward = 2.0 ** (-hours / p.learning.reward_half_life)
        values[arm] += p.learning.learning_rate * (reward - values[arm])
        choices.append(arm)
        lessons.append(values[arm])
    return choices, lessons


def beside_the_bandit(result: Result) -> list[float]:
    """Choices that differ from the bandit's, largest difference of a lesson, requests, and requests that met others."""
    world, log = result.world, result.log
    issues = issues_in_full(world)
    issues = issues[issues["completed"] >= 0.0]
    start = result.scenario
    known = names_known(world)[0]
    values = np.full(4, max(start.learning.prior_value, start.learning.book_threshold))
    choices, lessons = bandit(result.seed, issues, world.reps["speed"], known, values, start)
    made = log["other"][log["event"] == L_FORWARDED][: len(issues)]
    taught = log["value"][log["event"] == L_LEARNED][: len(issues)]
    crowded = np.sum(issues["completed"][:-1] > issues["arises"][1:])
    return [np.sum(made != choices), np.max(np.abs(taught - lessons)), len(issues), crowded]


def one_salesperson(runs: int, days: int) -> list[Comparison]:
    """One salesperson, reps who stay and nobody in the way: choices and values of a softmax bandit, step by step."""
    scenario = lonely(
        run__days=days, demand__requests_per_account_day=0.1, demand__work_minutes=3.0, reps__speed_cv=1.0,
        learning__inverse_temperature=6.0, learning__reward_half_life=0.1,
    )  # fmt: skip
    found = sample(scenario, runs, beside_the_bandit, log=True)
    alone = found[found[:, 3] == 0.0]
    return [
        BANDIT.holds("choices that differ, runs in which no request met another", 0.0, alone[:, 0]),
        BANDIT.holds("largest difference of a remembered value", 0.0, alone[:, 1], 1e-9),
    ]


def excess_over_chance(result: Result) -> float:
    """Squared excess of namings over what chance gives, less its variance, per naming: 0 on average if chance rules.

    A salesperson who knows k reps at a naming takes each with p = 1/k by chance. Over the namings of a run the excess
    O − Σ p of a rep is a martingale, so E[(O − Σ p)²] = E[Σ p (1 − p)], whatever names are learned on the way.
    """
    log, opening = result.log, simulate(result.scenario, result.seed, until_day=0).world
    known = names_known(opening)
    excess, variance = np.zeros(known.shape), 0.0
    n_named = 0
    for event, seller, rep in log[["event", "actor", "other"]][np.isin(log["event"], (*SENT, L_LEARNED))].tolist():
        if event == L_LEARNED:
            known[seller, rep] = True
        elif rep >= 0:
            chance = known[seller] / known[seller].sum()
            excess[seller] -= chance
            excess[seller, rep] += 1.0
            variance += np.sum(chance * (1.0 - chance))
            n_named += 1
    return (np.sum(excess**2) - variance) / n_named


def several(days: int, **changes) -> Scenario:
    """Eight salespeople who know reps of one unit from former times, and name one in every mail."""
    words = {
        "run__days": days, "people__accounts": 8, "people__salespeople_per_team": 8,
        "demand__requests_per_account_day": 2.0, "reps__disposition_sd": 0.25, "reps__disposition_mean": 0.6,
        "tagged_mail__acceptance": 1.0, "learning__inverse_temperature": 8.0, "learning__reward_half_life": 1.0,
    }  # fmt: skip
    return lonely(**(words | changes))


def named_by_chance(runs: int, days: int) -> list[Comparison]:
    """Without firmness of choice every known rep is named as often as any other; with it, not."""
    loose = sample(several(days, learning__inverse_temperature=0.0), runs, excess_over_chance, log=True)
    firm = sample(several(days), runs, excess_over_chance, log=True)
    return [
        BY_CHANCE.equals("squared excess of namings over chance", 0.0, loose),
        BY_CHANCE.exceeds("the same with β = 8", 0.0, firm),
    ]


def notices_without_names(runs: int, days: int) -> list[Comparison]:
    """Completion notices that name nobody let namings concentrate no more than chance does; with names they do."""
    # two of four reps are known beforehand, so names on notices would bring the others into play, too
    few = several(days, learning__residual_contacts=2)
    nameless = few.changed({"channels.completion_notice_names_rep": False})
    silent, telling = (sample(scenario, runs, excess_over_chance, log=True) for scenario in (nameless, few))
    return [
        UNNAMED.equals("squared excess of namings over chance", 0.0, silent),
        UNNAMED.exceeds("the same with names on notices", 0.0, telling),
    ]


def reported_and_sold(result: Result) -> list[float]:
    """Dollars claimed from service requests, and dollars reported beyond own sales."""
    people, log = result.world.salespeople, result.log
    claims = np.sum(log["event"] == L_CLAIMED) + people["claimed_all"].sum()
    done = np.sum(log["event"] == L_COMPLETED)
    return [claims if done else math.nan, np.sum(people["reported_all"] - people["origin_all"])]


def credit_to_the_originator(runs: int, days: int) -> list[Comparison]:
    """When orders are credited to whoever originated them, the desk reports its own sales only."""
    words = {"run.days": days, "managers.service_turn": "from_start", "customers.initial_habit": 0.6}
    own = load_scenario("mtel", words | {"incentives.attribution": "originator"})
    handled = sample(own.changed({"incentives.attribution": "handler"}), runs, reported_and_sold, log=True)
    found = sample(own, runs, reported_and_sold, log=True)
    return [
        ORIGINATOR.holds("claims from service requests", 0.0, found[:, 0]),
        ORIGINATOR.holds("$ reported beyond own sales", 0.0, found[:, 1]),
        ORIGINATOR.exceeds("$ reported beyond own sales, credit to the handler", 0.0, handled[:, 1]),
    ]
