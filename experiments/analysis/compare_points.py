"""Two designs among the points of a stored sweep, compared on the luck that they share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from experiments.analysis.select import selected
from experiments.analysis.stored import StoredRuns
from experiments.compare import paired
from experiments.sweep.errors import SweepError

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class StoredComparison:
    """What two designs of a stored sweep give under the same seeds.

    Attributes
    ----------
    measures : from a measure's name to what `experiments.compare.paired` says of it, and its `unit`. A pair is a seed.
    seeds : number of seeds under which both designs were run.
    rest : what else the sweep varies; every pair is a mean over the points that both designs have.
    points : how many those are.
    runs : number of runs of each design in the comparison.
    ran_away : number of them that ran away, in A and in B; they are in the means.
    """

    measures: dict[str, dict[str, Any]]
    seeds: int
    rest: tuple[str, ...]
    points: int
    runs: int
    ran_away: tuple[int, int]


def compare_points(
    stored: StoredRuns, measures: Mapping[str, str], a: Mapping[str, Any], b: Mapping[str, Any]
) -> StoredComparison:
    """Compare the points with the values `a` to those with the values `b`, seed by seed, all else alike.

    Parameters
    ----------
    stored : runs of a sweep under common luck, with the measures among its columns.
    measures : from the names of measures to their units.
    a, b : values of what the sweep varies, at least one of them different.

    Raises
    ------
    SweepError : if points have luck of their own, if the designs are the same, or no seed was run in both.
    """
    if not stored.common_luck:
        raise SweepError("Every point of the sweep has luck of its own (luck = 'independent'): there are no pairs.")
    if set(a) != set(b):
        named = ", ".join(dict.fromkeys([*a, *b]))
        raise SweepError(f"--a and --b must name the same parameters, or more than those differs; give both {named}.")
    if dict(a) == dict(b):
        raise SweepError(
            "Designs A and B are the same; give --a and --b different values of what the sweep varies: "
            f"{', '.join(stored.varied) or 'nothing'}."
        )
    rest = tuple(name for name in stored.varied if name not in a)
    runs = _alike(stored.distinct, a, b, rest)
    if runs.empty:
        raise SweepError(f"No seed is done in both designs with all else alike; the store has {stored.progress}.")
    told = {name: _paired(runs, name) | {"unit": unit} for name, unit in measures.items()}
    away = tuple(int((runs[f"runaway_{side}"] == 1.0).sum()) for side in "ab")
    points = len(runs[list(rest)].drop_duplicates()) if rest else 1
    return StoredComparison(told, runs["seed"].nunique(), rest, points, len(runs), away)


def _alike(
    runs: "pd.DataFrame", a: Mapping[str, Any], b: Mapping[str, Any], rest: tuple[str, ...]
) -> "pd.DataFrame":
    """Runs of both designs side by side: one row where seed and all else are alike."""
    keys = [*rest, "seed"]
    sides = [selected(runs, chosen).drop(columns=list(chosen)) for chosen in (a, b)]
    return sides[0].merge(sides[1], on=keys, suffixes=("_a", "_b"), validate="one_to_one")


def _paired(runs: "pd.DataFrame", measure: str) -> dict[str, Any]:
    """What `paired` says of a measure; within a seed the points to which it applies on both sides are averaged."""
    sides = [f"{measure}_a", f"{measure}_b"]
    both = runs.dropna(subset=sides).groupby("seed")[sides].mean()
    if both.empty:  # each design has its own mean, over the runs to which the measure applies
        both = runs.groupby("seed")[sides].mean()
    values = both.astype(object).where(both.notna(), None)
    return paired(list(values[sides[0]]), list(values[sides[1]]))
