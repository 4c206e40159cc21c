"""Sensitivity of a measure to what a stored sweep varied: Sobol' indices or Morris' measures, and the part of luck."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from experiments.analysis.luck import Shares, variance_shares
from experiments.analysis.morris import morris_measures
from experiments.analysis.sobol import sobol_indices
from experiments.analysis.stored import StoredRuns, range_of
from experiments.sweep.errors import SweepError

DESIGNS = {"saltelli": "Sobol' indices", "morris": "Morris' measures"}
"""Designs that tell a sensitivity, and what they tell."""


@dataclass(frozen=True)
class Sensitivity:
    """What a sweep tells of a measure's sensitivity.

    Attributes
    ----------
    design : `saltelli` or `morris`.
    rows : a record a parameter, as `sobol_indices` or `morris_measures` gives them, in the order of the sweep file.
    points, replications, seeds : size of the design, and the first and last seed of its runs under common luck.
    ran_away : number of runs that ran away; they are in the means.
    mean, sd : of the points' means.
    shares : variance of single runs taken apart; None with one replication.
    common_luck : whether points share luck.
    """

    design: str
    rows: list[dict[str, Any]]
    points: int
    replications: int
    seeds: tuple[int, int]
    ran_away: int
    mean: float
    sd: float
    shares: Shares | None
    common_luck: bool


def sensitivity(
    stored: StoredRuns, measure: str, alternative: str | None = None, replications: int | None = None, seed: int = 1
) -> Sensitivity:
    """Sensitivity of one measure from a complete Saltelli or Morris design; replications of a point are averaged.

    Parameters
    ----------
    stored : with the measure among its columns.
    alternative, replications : as for `StoredRuns.block`.
    seed : of the bootstrap.

    Raises
    ------
    SweepError : for another design, an incomplete one, or a measure that does not apply to every run.
    """
    sweep = stored.sweep
    kind = sweep.design.kind()
    if kind not in DESIGNS:
        raise SweepError(
            f"The sweep has the design {kind}; sensitivities need saltelli (Sobol' indices) or morris (screening). "
            "`desksales curve` and `desksales heatmap` show what this one tells."
        )
    block = stored.block(measure, alternative, replications)
    names, means = [factor.name for factor in sweep.factors], block.mean(axis=1)
    if kind == "saltelli":
        rows = sobol_indices(names, means, sweep.design.second_order, seed)
    else:
        sample = sweep.design.sample(len(names))
        taken = [[factor.taken(u) for factor, u in zip(sweep.factors, row, strict=True)] for row in sample.tolist()]
        rows = morris_measures(names, np.array(taken), means, seed)
    runs = stored.of_alternative(alternative)
    used = runs[runs["replication"] <= block.shape[1]]
    return Sensitivity(
        kind, rows, *block.shape, (int(used["seed"].min()), int(used["seed"].max())),
        int((used["runaway"] == 1.0).sum()), float(means.mean()), float(means.std(ddof=1)),
        variance_shares(block, stored.common_luck), stored.common_luck,
    )  # fmt: skip


def ranges(stored: StoredRuns) -> dict[str, str]:
    """From every varied parameter to what it ran through, in words."""
    return {factor.name: range_of(stored.sweep, factor.name) for factor in stored.sweep.factors}


def notes(found: Sensitivity) -> list[str]:
    """What was run and what luck has to do with it, in sentences for the table and the figure."""
    base = f"{found.points:,} points × {found.replications} replication{'s' * (found.replications > 1)}"
    first, last = found.seeds
    luck = f"seeds {first} to {last} at every point" if last > first else f"seed {first} at every point"
    resampled = "trajectories" if found.design == "morris" else "base points"
    told = [
        f"{base}, {luck if found.common_luck else 'each run with a seed of its own'}; 95 % bootstrap intervals over "
        f"{resampled}."
    ]
    shares = found.shares
    if shares is None:
        told.append("With one replication the part of luck cannot be told.")
    else:
        alone = f"{percent(shares.luck)} by the seed alone and {percent(shares.both)} by seed and point together"
        parts = alone if found.common_luck else percent(shares.both)
        # Under common luck a parameter without any effect leaves every run as it is, and has the index 0.
        fresh = found.design == "saltelli" and not found.common_luck
        inert = ": the total index that a parameter without any effect shows" if fresh else ""
        told.append(
            f"Luck's share of the variance of single runs: {parts}. Of the variance of the points' means, "
            f"{percent(shares.of_means)} is luck{inert}."
        )
    if found.ran_away:
        runs = found.points * found.replications
        told.append(f"{found.ran_away:,} of {runs:,} runs ran away; what they reached by their end is in the means.")
    return told


def percent(share: float) -> str:
    """A share in percent with two digits at most."""
    return f"{100.0 * share:.0f} %" if share >= 0.1 or share == 0.0 else f"{100.0 * share:.2g} %"
