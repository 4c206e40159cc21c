"""How much a claim may cost: `short` for a look at everything in half an hour, `full` for the paper.

Budgets count runs, not time, so that the same budget gives the same runs on every machine. What a run costs beside
others is kept here as a round number; a faster machine is simply done earlier.
"""

from dataclasses import dataclass

from experiments.claims.claim import Claim, ClaimError

RUN_SECONDS = {
    "mtel": 0.15, "tcc": 0.4, "finserver": 0.4, "starico": 1.0, "bigbook": 3.0, "star_customer": 1.5,
    "credit_card": 1.5, "zappos": 0.2, "niche": 1.5, "home_based": 0.5,
}  # fmt: skip
"""Round numbers of core-seconds for a year of each setting (cores at 2.1 GHz)."""

YEAR = 250
LEAST_DRAWS = 8


@dataclass(frozen=True)
class Budget:
    """Bounds of a claim's runs.

    Attributes
    ----------
    name : `short` or `full`.
    pilot : seeds of every arm from which the planner learns the spread.
    seconds : round core-seconds for the seeds of all arms together; the pilot is run in any case.
    most : seeds of every arm at most.
    draws : draws of the parameters that no source gives, at most.
    draw_seeds : seeds of every arm at every draw.
    draw_seconds : round core-seconds for these; `LEAST_DRAWS` are made in any case.
    """

    name: str
    pilot: int
    seconds: float
    most: int
    draws: int
    draw_seeds: int
    draw_seconds: float

    def most_seeds(self, claim: Claim) -> int:
        """Seeds of every arm that a claim may have."""
        fitting = int(self.seconds / (run_seconds(claim) * len(claim.arms)))
        return max(self.pilot, min(self.most, fitting))

    def n_draws(self, claim: Claim) -> int:
        """Draws that a claim is tried at."""
        fitting = int(claim.draw_share * self.draw_seconds / (run_seconds(claim) * len(claim.arms) * self.draw_seeds))
        return max(LEAST_DRAWS, min(int(claim.draw_share * self.draws), fitting))


BUDGETS = {
    "short": Budget("short", 6, 15.0, 400, 48, 2, 24.0),
    "full": Budget("full", 20, 1200.0, 4000, 400, 4, 3600.0),
}


def run_seconds(claim: Claim) -> float:
    """Round core-seconds of a run of a claim."""
    return claim.run_seconds or RUN_SECONDS.get(claim.scenario, 1.0) * (claim.days or YEAR) / YEAR


def budget_of(name: str) -> Budget:
    """The budget of a name."""
    if name not in BUDGETS:
        raise ClaimError(f"--budget is {name!r}; it must be {' or '.join(BUDGETS)}.")
    return BUDGETS[name]
