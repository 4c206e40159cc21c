"""A salesperson as a bandit in the model's own terms: one unit, reps who stay and oblige, and nobody in the way.

What the salesperson remembers of a rep is the only state; a rep's rewards differ from another's by pace alone, so that
what there is to know is known exactly.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from experiments.proof.choices import bandit, lonely
from model.scenario import Scenario, load_scenario
from model.simulation import Result, simulate
from model.world.books import ties_in_books
from model.world.codes import L_FORWARDED
from model.world.joined import issues_in_full

SETTING = {
    "run__days": 1000, "demand__requests_per_account_day": 0.4, "demand__work_minutes": 12.0, "reps__speed_cv": 0.8,
    "learning__reward_half_life": 0.3, "learning__prior_value": 0.4,
}  # fmt: skip
"""Some 400 requests of twelve minutes, with reps some of whom are twice as quick as others."""

DIGITS = 12
"""Decimals of what is a difference of nearly equal means, fewer than those in which processors differ."""
BUSY = 0.1
"""Share of tries from the end that count as what the salesperson has settled on."""


def setting() -> dict[str, Any]:
    """What turns M-Tel into a bandit, as changes of it."""
    usual = load_scenario("mtel").values()
    return {name: value for name, value in lonely(**SETTING).values().items() if value != usual[name]}


def rewards(result: Result) -> np.ndarray:
    """What every request would bring from every rep, (requests, reps): 2^(−hours / half-life)."""
    scenario = result.scenario
    issues = done(result)
    work = issues["work"][:, None] * result.world.reps["speed"][None, :]
    hours = (scenario.channels.transcription_minutes + work) / 60.0
    return 2.0 ** (-hours / scenario.learning.reward_half_life)


def done(result: Result) -> np.ndarray:
    """Requests that were completed, in order."""
    issues = issues_in_full(result.world)
    return issues[issues["completed"] >= 0.0]


def named(result: Result) -> np.ndarray:
    """The rep named in each of these requests."""
    log = result.log
    return log["other"][log["event"] == L_FORWARDED][: len(done(result))]


def play(scenario: Scenario, seed: int) -> Mapping[str, float]:
    """What a salesperson gains, how firmly the choice settles, and how far it is from the equations of a bandit."""
    result = simulate(scenario, seed, log=True)
    gains, choices = rewards(result), named(result)
    reward = float(gains[np.arange(len(choices)), choices].mean())
    late = choices[-max(1, int(BUSY * len(choices))):]
    return {
        "reward": reward,
        "regret": round(float(gains.mean(axis=0).max()) - reward, DIGITS) + 0.0,
        "settled": float(np.bincount(late).max() / len(late)),
        "differ": differing(result),
    }  # fmt: skip


def differing(result: Result) -> float:
    """Share of choices that differ from those of a bandit, up to the first request that met another at a rep."""
    scenario, issues, choices = result.scenario, done(result), named(result)
    met = np.flatnonzero(issues["completed"][:-1] > issues["arises"][1:])
    alone = int(met[0]) + 1 if len(met) else len(issues)
    start = max(scenario.learning.prior_value, scenario.learning.book_threshold)
    n = len(result.world.reps)
    plain, _ = bandit(
        result.seed, issues[:alone], result.world.reps["speed"], np.ones(n, bool), np.full(n, start), scenario
    )
    return float(np.mean(choices[:alone] != plain))


def believe(scenario: Scenario, seed: int) -> Mapping[str, float]:
    """How far what is remembered of reps who were tried lies from what they bring on average."""
    result = simulate(scenario, seed, log=True)
    ties, _ = ties_in_books(result.world)
    truth, choices = rewards(result).mean(axis=0), named(result)
    tried = ties["n"] > 0
    error = ties["value"] - truth[ties["rep"]]
    late = choices[len(choices) // 2:]
    return {
        "bias": float(error[tried].mean()),
        "under": float((error[tried] < -0.05).mean()),
        "shunned": float((late == truth.argmax()).mean() < 0.1),
    }  # fmt: skip
