"""A comparison: what theory says, what the model gives over replications, and whether the two agree."""

import math
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from experiments.replicate import prepare
from experiments.threads import Job, side_by_side
from model.scenario import Scenario
from model.simulation import Result, Watch, runs_that_fit, simulate

ERRORS = 4.0
"""Standard errors s/√R that estimate and theory may lie apart: a true model fails one such comparison in 16,000."""


@dataclass(frozen=True)
class Comparison:
    """One line of the table of proof.

    Attributes
    ----------
    check, quantity : the law and what it speaks of.
    formula, source : the law as an equation, and where it stands.
    theory : what it says; `relation` tells whether the model must equal it or lie above it.
    model, error : mean over replications, and its standard error s/√R (0 for what must hold on every run).
    verdict : 'agrees', 'differs', or 'too coarse' when the error exceeds a tenth of what theory says.
    """

    check: str
    quantity: str
    formula: str
    source: str
    relation: str
    theory: float
    model: float
    error: float
    verdict: str


def mean_and_error(found: Sequence[float]) -> tuple[float, float]:
    """Mean over replications and its standard error s/√R."""
    return float(np.mean(found)), float(np.std(found, ddof=1) / math.sqrt(len(found)))


@dataclass(frozen=True)
class Law:
    """A law with its formula and source, against which quantities are held."""

    check: str
    formula: str
    source: str

    def line(
        self, quantity: str, relation: str, theory: float, model: float, error: float, verdict: str
    ) -> Comparison:
        """A comparison with this law."""
        return Comparison(self.check, quantity, self.formula, self.source, relation, theory, model, error, verdict)

    def equals(self, quantity: str, theory: float, found: Sequence[float]) -> Comparison:
        """The mean over replications lies within four standard errors of theory."""
        mean, error = mean_and_error(found)
        verdict = "agrees" if abs(mean - theory) <= ERRORS * error else "differs"
        if theory != 0.0 and error > 0.1 * abs(theory):
            verdict = "too coarse"
        return self.line(quantity, "=", theory, mean, error, verdict)

    def exceeds(self, quantity: str, theory: float, found: Sequence[float]) -> Comparison:
        """The mean over replications lies more than four standard errors above a bound."""
        mean, error = mean_and_error(found)
        return self.line(quantity, ">", theory, mean, error, "agrees" if mean - theory > ERRORS * error else "differs")

    def holds(self, quantity: str, theory: float, found: Sequence[float], within: float = 0.0) -> Comparison:
        """Every run gives what theory says, but for rounding."""
        worst = float(found[int(np.argmax(np.abs(np.asarray(found, float) - theory)))])
        return self.line(quantity, "=", theory, worst, 0.0, "agrees" if abs(worst - theory) <= within else "differs")


def sample(scenario: Scenario, runs: int, take: Callable[[Result], Any], log: bool = False) -> np.ndarray:
    """What `take` finds in the runs of seeds 1, 2, …, one row a run."""

    def run(k: int, watch: Watch) -> Any:
        return take(simulate(scenario, 1 + k, log=log, watch=watch))

    return np.array(in_threads(run, runs, runs_that_fit(scenario, log)), float)


def in_threads(job: Job, n_jobs: int, at_most: int = 64) -> list[Any]:
    """Outcomes of jobs 0, 1, … side by side on all cores."""
    prepare()
    return side_by_side(job, n_jobs, min(n_jobs, at_most, os.cpu_count() or 1))


def measures(*names: str) -> Callable[[Result], list[float]]:
    """A `take` that reads measures by name."""
    return lambda result: [result.measures[name] for name in names]
