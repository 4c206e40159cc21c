"""Put one claim to the test: a pilot, as many runs as the planner asks for, the verdict, and the same at draws."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from experiments.claims.budgets import Budget
from experiments.claims.claim import Claim
from experiments.claims.conduct import RUNAWAY, STORES, Cells, Crew, run_arms, run_cells
from experiments.claims.draws import draws_of
from experiments.claims.judge import HOLDS, Judgement, Runs, judge, runs_needed, sums_of, together, verdict_of

AWAY, DOES_NOT = "ran away", "does not hold"
FAR = 100
"""Beyond so many times what the budget allows, the planner does not say how many runs it asks for."""


@dataclass(frozen=True)
class Robustness:
    """How a claim fares where the parameters are other than chosen.

    Attributes
    ----------
    source : in words, where the draws come from.
    names : parameters that are drawn.
    verdicts : one a draw: `holds`, `does not hold`, or `ran away` (in half of its runs, some arm).
    sums : from the number of a prediction to its mean sum at every draw, nan where all runs ran away.
    """

    source: str
    names: tuple[str, ...]
    verdicts: tuple[str, ...]
    sums: tuple[tuple[float, ...], ...]

    @property
    def share(self) -> float:
        """Share of the draws at which all predictions hold."""
        return self.verdicts.count(HOLDS) / len(self.verdicts)

    @property
    def share_away(self) -> float:
        """Share of the draws at which the organisation ran away."""
        return self.verdicts.count(AWAY) / len(self.verdicts)

    def share_of(self, place: int, prediction: Any) -> float:
        """Share of the draws at which one prediction holds."""
        held = [verdict_of(prediction, value, value) == HOLDS for value in self.sums[place] if value == value]
        return sum(held) / len(self.verdicts)


@dataclass(frozen=True)
class Trial:
    """What came of a claim.

    Attributes
    ----------
    claim, budget : what was tried, and within which bounds.
    seeds : seeds of every arm that were run; `asked` : what the planner asked for.
    runs : values by arm and quantity. `judgements` : one a prediction.
    robustness : at draws of what no source gives.
    extra : rows of the tables for a drawing of its own, by name.
    """

    claim: Claim
    budget: Budget
    seeds: int
    asked: int
    runs: Runs
    judgements: list[Judgement]
    robustness: Robustness
    extra: dict[str, list[dict[str, Any]]]

    @property
    def verdict(self) -> str:
        """`holds`, `fails` or `unresolved`."""
        return together([judgement.verdict for judgement in self.judgements])

    @property
    def away(self) -> dict[str, float]:
        """From every arm to the share of its runs that ran away."""
        return {arm: float(np.nanmean(np.nan_to_num(values[RUNAWAY]))) for arm, values in self.runs.items()}


def try_claim(claim: Claim, stem: str, budget: Budget, hands: Crew, stores: Path = STORES) -> Trial:
    """Run a claim within a budget; what its stores below `stores` hold already is not run again."""
    most = budget.most_seeds(claim)
    pilot = judge(claim, run_arms(claim, budget.pilot, stores / f"{stem}.sqlite", hands))
    asked = runs_needed(claim, pilot, FAR * most)
    seeds = max(budget.pilot, min(asked, most))
    runs = run_arms(claim, seeds, stores / f"{stem}.sqlite", hands)
    robustness = at_draws(claim, stem, budget, hands, stores)
    extra = {name: make(claim.scenarios(), seeds) for name, make in claim.extra.items()}
    return Trial(claim, budget, seeds, asked, runs, judge(claim, runs), robustness, extra)


def at_draws(claim: Claim, stem: str, budget: Budget, hands: Crew, stores: Path) -> Robustness:
    """Run the arms at every draw and ask of each draw's means whether the predictions hold there."""
    draws, source = draws_of(claim, budget.n_draws(claim))
    if not draws[0]:
        return Robustness(source, (), (DOES_NOT,), tuple((float("nan"),) for _ in claim.predictions))
    cells = run_cells(claim, budget.draw_seeds, stores / f"{stem}_draws.sqlite", hands, draws)
    told = [_at(claim, cells, number) for number in range(1, len(draws) + 1)]
    sums = tuple(zip(*(sums for _, sums in told), strict=True))
    return Robustness(source, tuple(draws[0]), tuple(verdict for verdict, _ in told), sums)


def _at(claim: Claim, cells: Cells, draw: int) -> tuple[str, tuple[float, ...]]:
    """The verdict at a draw, and the mean sum of every prediction there."""
    runs = {arm: cells[draw, arm] for arm in claim.arms}
    sums, lost = [], False
    for prediction in claim.predictions:
        known, away = sums_of(prediction, runs)
        n = len(runs[next(iter(prediction.weights))][RUNAWAY])
        lost |= 2 * away > n
        sums.append(float(known.mean()) if len(known) else float("nan"))
    if lost:
        return AWAY, tuple(sums)
    held = all(
        value == value and verdict_of(prediction, value, value) == HOLDS
        for prediction, value in zip(claim.predictions, sums, strict=True)
    )
    return HOLDS if held else DOES_NOT, tuple(sums)
