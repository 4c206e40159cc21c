"""Verdicts: an interval for every prediction, set beside the smallest difference that would matter.

A prediction of more than a margin m *holds* if the whole interval lies above m, *fails* if the whole interval lies
below m (so that an effect of the right sign that is too small to matter fails, too), and is *unresolved* otherwise. A
claim holds if all its predictions hold, and fails if one fails. The intervals of a claim's k predictions are
simultaneous: each is taken at 1 − α/k (Bonferroni), with α = .01 as Secchi & Seri ask of simulation models.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from experiments.claims.claim import Claim, Prediction

ALPHA, POWER = 0.01, 0.95
NEAREST = 0.25
"""Sums nearer than this many margins to where a prediction turns are not told from it on purpose."""
HOLDS, FAILS, UNRESOLVED = "holds", "fails", "unresolved"

Runs = Mapping[str, Mapping[str, np.ndarray]]
"""From an arm and a quantity (`runaway` among them) to values in order of seed, nan where it does not apply."""


@dataclass(frozen=True)
class Judgement:
    """What the runs say of one prediction.

    Attributes
    ----------
    prediction : which one.
    mean, low, high : of the weighted sum over arms, less the reference; with its simultaneous interval.
    sd : of the sum between seeds.
    n : seeds from which it was reckoned.
    set_aside : seeds left out because an arm of the prediction ran away.
    verdict : `holds`, `fails` or `unresolved`.
    """

    prediction: Prediction
    mean: float
    low: float
    high: float
    sd: float
    n: int
    set_aside: int
    verdict: str


def judge(claim: Claim, runs: Runs) -> list[Judgement]:
    """Judge every prediction of a claim."""
    alpha = ALPHA / len(claim.predictions)
    return [judge_one(prediction, runs, alpha) for prediction in claim.predictions]


def judge_one(prediction: Prediction, runs: Runs, alpha: float) -> Judgement:
    """Judge a prediction by the t interval of its sum over seeds, at the level 1 − `alpha`."""
    from scipy.special import stdtrit

    sums, away = sums_of(prediction, runs)
    n = len(sums)
    if n < 2:
        mean = float(sums.mean()) if n else math.nan
        return Judgement(prediction, mean, math.nan, math.nan, math.nan, n, away, UNRESOLVED)
    mean, sd = float(sums.mean()), float(sums.std(ddof=1))
    half = float(stdtrit(n - 1, 1.0 - alpha / 2.0)) * sd / math.sqrt(n)
    low, high = mean - half, mean + half
    verdict = UNRESOLVED if n < away else verdict_of(prediction, low, high)
    return Judgement(prediction, mean, low, high, sd, n, away, verdict)


def sums_of(prediction: Prediction, runs: Runs) -> tuple[np.ndarray, int]:
    """The weighted sum seed by seed, and how many seeds were set aside because one of its arms ran away.

    Waits of runs that ran away have no mean (they grow with the horizon), so only a prediction on `runaway` uses them.
    """
    arms = list(prediction.weights)
    values = np.array([runs[arm][prediction.quantity] for arm in arms], float)
    if prediction.log:
        values = np.log(np.where(values > 0.0, values, np.nan))
    sums = np.array([prediction.weights[arm] for arm in arms]) @ values - prediction.reference
    away = np.array([runs[arm]["runaway"] == 1.0 for arm in arms]).any(axis=0)
    if prediction.quantity == "runaway":
        away[:] = False
    return sums[~away & ~np.isnan(sums)], int(away.sum())


def verdict_of(prediction: Prediction, low: float, high: float) -> str:
    """What an interval says of a prediction; with `low` = `high` it is what a single number says."""
    margin = prediction.margin
    if prediction.sense == "≈":
        if -margin < low and high < margin:
            return HOLDS
        return FAILS if low >= margin or high <= -margin else UNRESOLVED
    if prediction.sense == "<":
        low, high = -high, -low
    if low > margin:
        return HOLDS
    return FAILS if high <= margin else UNRESOLVED


def together(verdicts: Sequence[str]) -> str:
    """The verdict on a claim from those on its predictions."""
    if FAILS in verdicts:
        return FAILS
    return HOLDS if all(verdict == HOLDS for verdict in verdicts) else UNRESOLVED


def distance(judgement: Judgement) -> float:
    """How far a sum lies from where its prediction turns, held between `NEAREST` margins and one."""
    margin, sense = judgement.prediction.margin, judgement.prediction.sense
    toward = {">": judgement.mean, "<": -judgement.mean, "≈": abs(judgement.mean)}[sense]
    return min(max(abs(toward - margin), NEAREST * margin), margin)


def runs_needed(claim: Claim, judgements: Sequence[Judgement], most: int) -> int:
    """Seeds with which every prediction is told from its margin, by the planner: the largest number, at most `most`.

    What must be found is a sum as far from where the prediction turns as that of the runs at hand, but no nearer than
    `NEAREST` margins and no farther than one, by a paired t test at α/k with a power of .95; the spread is that of the
    runs at hand.
    """
    from experiments.analysis.power import runs_for_t_test

    alpha, needed = ALPHA / len(claim.predictions), 2
    for judgement in judgements:
        sd, gap = judgement.sd, distance(judgement)
        if sd > gap * most:
            return most
        if sd > 0.0:
            needed = max(needed, runs_for_t_test(gap, sd, alpha, POWER, paired=True))
    return min(needed, most)
