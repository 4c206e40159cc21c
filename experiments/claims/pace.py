"""How far a list of claims is, and how long the rest will take."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from experiments.claims.budgets import Budget, run_seconds
from experiments.claims.claim import Claim

AT_ONCE = 2.0
"""Seconds within which a claim was there already: it says nothing about the pace."""


class Pace:
    """Time that claims take, beside the runs that they may have.

    Parameters
    ----------
    claims : from stems to the claims of the list, in order.
    budget : within which they are tried.
    """

    def __init__(self, claims: Mapping[str, Claim], budget: Budget) -> None:
        self._work = {stem: _work(claim, budget) for stem, claim in claims.items()}
        self._left = dict(self._work)
        self._done = self._spent = 0.0
        self._took = 0.0

    @contextmanager
    def timing(self, stem: str) -> Iterator[None]:
        """Count the time of a claim."""
        begun = time.monotonic()
        yield
        self._took = time.monotonic() - begun
        work = self._left.pop(stem)
        if self._took > AT_ONCE:
            self._done, self._spent = self._done + work, self._spent + self._took

    def said(self, number: int, verdict: str) -> str:
        """A line on the claim just done and on what is left."""
        from experiments.cli.sweep_progress import duration

        done, all_ = len(self._work) - len(self._left), len(self._work)
        line = f"[{done} of {all_}] claim {number}: {verdict}, {duration(self._took)}"
        if not self._left or not self._done:
            return line
        return f"{line}; about {duration(sum(self._left.values()) * self._spent / self._done)} left"


def _work(claim: Claim, budget: Budget) -> float:
    """Round core-seconds of all runs that a claim may have."""
    seeds = budget.most_seeds(claim) + budget.draw_seeds * budget.n_draws(claim)
    return run_seconds(claim) * len(claim.arms) * seeds
