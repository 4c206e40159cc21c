"""What a store holds of a sweep, as one table of runs for analysis, and what is missing in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from experiments.sweep.errors import SweepError
from experiments.sweep.file import Sweep
from experiments.sweep.outcome import COMPLETE, FAILURES

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from experiments.sweep.store import Store

ALTERNATIVE = "alternative"
MISSING = "missing"
LISTED = 5
"""Points that a sentence names before it says how many more there are."""


@dataclass(frozen=True)
class StoredRuns:
    """The planned runs of a sweep.

    Attributes
    ----------
    path : the store.
    sweep : the design as it was last planned.
    runs : a row a planned run, in the order of the plan: `alternative`, `point`, `replication`, `seed`, `status`,
        `runaway`, a column a varied parameter, and the measures that were asked for (nan: does not apply, or no run).
    varied : columns that the design varies, `alternative` among them if there are several.
    model_version : version of the model that made the runs.
    """

    path: Path
    sweep: Sweep
    runs: "pd.DataFrame"
    varied: tuple[str, ...]
    model_version: str

    @property
    def finished(self) -> "pd.DataFrame":
        """The runs that came to their end, those that ran away among them."""
        return self.runs[self.runs["status"].isin(COMPLETE)]

    @property
    def distinct(self) -> "pd.DataFrame":
        """The finished runs, each once: points with the same parameters share their runs."""
        return self.finished.drop_duplicates([*self.varied, "seed"])

    @property
    def common_luck(self) -> bool:
        """Whether replication r has one seed at all points."""
        return self.sweep.luck == "common"

    @property
    def progress(self) -> str:
        """How many runs there are: `500 runs`, or `212 of 500 planned runs, 3 failed`."""
        done, planned = len(self.finished), len(self.runs)
        failed = int(self.runs["status"].isin(FAILURES).sum())
        if done == planned:
            return f"{planned:,} run{'s' * (planned != 1)}"
        return f"{done:,} of {planned:,} planned runs done" + (f", {failed:,} failed" if failed else "")

    def of_alternative(self, name: str | None) -> "pd.DataFrame":
        """The planned runs of one alternative; with several of them it must be named."""
        names = list(self.sweep.named_alternatives)
        if name is None and len(names) > 1:
            raise SweepError(f"The sweep has several alternatives; choose one with --alternative: {', '.join(names)}.")
        if name is not None and name not in names:
            raise SweepError(f"The sweep has no alternative {name!r}; it has {', '.join(names)}.")
        return self.runs[self.runs[ALTERNATIVE] == (name or names[0])]

    def block(self, measure: str, alternative: str | None = None, replications: int | None = None) -> "np.ndarray":
        """The measure at every point and replication of one alternative, (points, replications), without gaps.

        Parameters
        ----------
        replications : only the first so many; all if None.

        Raises
        ------
        SweepError : if a run is missing, failed, or the measure does not apply to it; the sentence names the points.
        """
        runs = self.of_alternative(alternative)
        if replications is not None:
            if replications > self.sweep.n_replications:
                raise SweepError(
                    f"--replications is {replications}, and the sweep has {self.sweep.n_replications} of each point."
                )
            runs = runs[runs["replication"] <= replications]
        unfinished = runs[~runs["status"].isin(COMPLETE)]
        if len(unfinished):
            raise SweepError(self._what_is_missing(runs, unfinished))
        absent = runs[runs[measure].isna()]
        if len(absent):
            raise SweepError(
                f"{measure} does not apply to {len(absent):,} of {len(runs):,} runs ({points_of(absent)}), and a mean "
                "over the others would be of another design; choose a measure that applies to every run."
            )
        return runs.pivot(index="point", columns="replication", values=measure).to_numpy(float)

    def _what_is_missing(self, runs: "pd.DataFrame", unfinished: "pd.DataFrame") -> str:
        """What an analysis of a complete design lacks, and how it comes by it."""
        missing = unfinished[unfinished["status"] == MISSING]
        failed = unfinished[unfinished["status"] != MISSING]
        parts = [
            f"{len(rows):,} of {len(runs):,} runs {what} ({points_of(rows)})"
            for what, rows in (("are missing", missing), ("failed", failed)) if len(rows)
        ]  # fmt: skip
        retry = f", with --retry for those that failed (`desksales failed {self.path}` says why)" if len(failed) else ""
        complete = int(unfinished["replication"].min()) - 1
        first = f"; or analyse what is complete with --replications {complete}" if complete else ""
        return (
            f"The {self.sweep.design.kind()} design needs every point: {' and '.join(parts)}. Go on with `desksales "
            f"sweep SWEEP.toml --store {self.path}`{retry}{first}."
        )


def read_runs(store: "Store", measures: Sequence[str]) -> StoredRuns:
    """The planned runs of a store with some measures of each.

    Raises
    ------
    SweepError : for a store in which no sweep was planned, or a measure that does not exist.
    """
    import pandas as pd

    check_measures(measures)
    if store.is_empty:
        raise SweepError(f"The store {str(store.path)!r} is empty; run a sweep into it first.")
    sweep = store.sweep
    rows = [
        {
            ALTERNATIVE: run.alternative, "point": run.point, "replication": run.replication, "seed": run.seed,
            "status": run.status, "runaway": run.measures.get("runaway"),
            **{name: comparable(value) for name, value in run.factors.items()},
            **{name: run.measures.get(name) for name in measures},
        }
        for run in store.runs()
    ]  # fmt: skip
    table = pd.DataFrame(rows)
    for name in {"runaway", *measures}:
        table[name] = table[name].astype(float)
    factors = [name for name in table.columns if name in sweep.records and table[name].nunique() > 1]
    several = len(sweep.named_alternatives) > 1
    varied = (*factors, *([ALTERNATIVE] if several else []))
    return StoredRuns(store.path, sweep, table, varied, store.model_version)


def comparable(value: Any) -> Any:
    """A value of a parameter that can be counted and matched: a list as a tuple."""
    return tuple(value) if isinstance(value, list) else value


def check_measures(names: Sequence[str]) -> None:
    """Refuse a measure that does not exist."""
    from model.measures import MEASURES
    from model.scenario import nearest

    for name in names:
        if name not in MEASURES:
            raise SweepError(
                f"There is no measure {name!r}{nearest(name, MEASURES)}; `desksales measures` lists them all."
            )


def points_of(rows: "pd.DataFrame") -> str:
    """The points of some runs in words: `points 3, 17, 18, 20, 21 and 11 more`."""
    points = list(dict.fromkeys(rows["point"].tolist()))
    named = ", ".join(str(point) for point in points[:LISTED])
    more = f" and {len(points) - LISTED:,} more" if len(points) > LISTED else ""
    return f"point{'s' * (len(points) > 1)} {named}{more}"


def unit_of(sweep: Sweep, name: str) -> str:
    """A parameter and its unit, for an axis: `customers.initial_habit (share)`."""
    record = sweep.records.get(name)
    return name if record is None or record.unit in ("", "rule", "switch") else f"{name} ({record.unit})"


def range_of(sweep: Sweep, name: str) -> str:
    """What a varied parameter ran through: `0.1 … 0.7 share`, or its values."""
    factor = next(factor for factor in sweep.factors if factor.name == name)
    unit = sweep.records[name].unit
    if factor.levels:
        shown = [plain(value) for value in factor.levels]
        return ", ".join(shown) if len(shown) <= LISTED else f"{shown[0]}, … {shown[-1]}"
    tail = " (log)" if factor.scale == "log" else ""
    return f"{factor.low:g} … {factor.high:g} {unit}{tail}"


def plain(value: Any) -> str:
    """A value of a parameter as one would type it."""
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)
