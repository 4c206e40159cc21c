"""How a measure responds to a parameter, or to two: levels or paired differences, with intervals.

Runs that ran away have no level that a mean could stand for (evidence E, tipping point): they are counted at every
value and left out of the means.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from experiments.analysis.bootstrap import mean_intervals

if TYPE_CHECKING:
    import pandas as pd

BINS = 10
MOST_LEVELS = 25
"""Values of a parameter beyond which neighbours are put together in bins of equally many points."""


def response(
    runs: "pd.DataFrame",
    varied: Sequence[str],
    measure: str,
    x: str,
    by: str | None = None,
    against: Any = None,
    seed: int = 1,
) -> "pd.DataFrame":
    """Mean of a measure at every value of `x` (and of `by`), over all else that varies.

    Parameters
    ----------
    runs : a row a finished run: `point`, `seed`, `runaway` (1.0 or 0.0), the varied parameters, the measure (nan
        where it does not apply).
    varied : all parameters that the sweep varies.
    measure, x, by : columns; `by` splits the curve in several, or spans a heat map.
    against : a value of `x`. Then the differences to the run with that value, the same seed and all else alike are
        averaged instead (common luck); of a pair neither may have run away.
    seed : of the bootstrap. Seeds are drawn anew; where `x` was binned (see `MOST_LEVELS`) its values within a bin are,
        each with all points that share it, as those of a Saltelli design do.

    Returns
    -------
    One row a value of `x` (bins: their middle point) and `by`, sorted: those two columns, `mean`, `low`, `high` (95 %
    bootstrap interval), `n` (runs or pairs in the mean), `runs` (all of them), `ran_away` (share of all).
    """
    keys = [x] if by is None else [x, by]
    ran_away = runs["runaway"] == 1.0
    table = runs.assign(value=runs[measure].mask(ran_away), ran_away=ran_away)
    if against is not None:
        table = paired_differences(table, [name for name in varied if name != x], x, against)
    unit = "seed"
    if table[x].nunique() > MOST_LEVELS:
        table, unit = table.assign(value_of_x=table[x], **{x: binned(table, x)}), "value_of_x"
    counts = table.groupby(keys, sort=True, observed=True).agg(
        n=("value", "count"), runs=("value", "size"), ran_away=("ran_away", "mean")
    )
    units = table.groupby([*keys, unit], sort=True, observed=True)["value"].mean().unstack(unit)
    mean, low, high = mean_intervals(units.reindex(counts.index).to_numpy(float), seed)
    told = counts.assign(mean=mean, low=low, high=high).reset_index()
    return told[[*keys, "mean", "low", "high", "n", "runs", "ran_away"]]


def paired_differences(table: "pd.DataFrame", rest: Sequence[str], x: str, against: Any) -> "pd.DataFrame":
    """Every run's `value` less that of its partner: the run with the value `against` of `x` and all else alike.

    Runs without a partner are dropped; a pair ran away if either run did.
    """
    keys = [*rest, "seed"]
    base = table.loc[table[x] == against, [*keys, "value", "ran_away"]]
    pairs = table.merge(base, on=keys, suffixes=("", "_base"), validate="many_to_one")
    return pairs.assign(
        value=pairs["value"] - pairs["value_base"], ran_away=pairs["ran_away"] | pairs["ran_away_base"]
    )


def binned(table: "pd.DataFrame", x: str) -> "pd.Series":
    """The middle of the bin of every row: `BINS` bins with equally many points each."""
    import pandas as pd

    of_points = table.groupby("point")[x].first()
    bins = pd.qcut(of_points, BINS, labels=False, duplicates="drop")
    return table["point"].map(bins.map(of_points.groupby(bins).median()))
