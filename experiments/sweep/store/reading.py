"""What a store tells: the sweep, how far it is, and its rows in the order of the plan."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from experiments.sweep.file import Sweep
from experiments.sweep.outcome import COMPLETE, FAILURES, KILLED, Block
from model.scenario import Scenario

UNFINISHED = f"""
    (r.run IS NULL OR (r.status IN {COMPLETE} AND EXISTS (
        SELECT 1 FROM kept k WHERE NOT EXISTS (
            SELECT 1 FROM blocks b WHERE b.run = p.run AND b.tab = k.tab AND b.period = k.period))))
"""
"""A planned run `p` with no outcome `r`, or one that lacks a table that is kept by now."""


def again(retry: bool) -> str:
    """A condition to add to `UNFINISHED`: what killed its workers before, or with `retry` all that failed, counts as
    unfinished, too."""
    return f"OR r.status IN {FAILURES}" if retry else f"OR r.status = '{KILLED}'"


@dataclass(frozen=True)
class PlannedRun:
    """A run of the plan with what came of it.

    Attributes
    ----------
    alternative, point, replication, seed, run : which one; the table `runs` is sorted by the first three.
    factors : the varied values. `changes` : all that differs from the scenario with what is held.
    status : as in `outcome`; `missing` while there is none.
    reason, n_events, n_contacts, measures : as in `outcome.Outcome`.
    """

    alternative: str
    point: int
    replication: int
    seed: int
    run: str
    factors: dict[str, Any]
    changes: dict[str, Any]
    status: str
    reason: str
    n_events: int | None
    n_contacts: int | None
    measures: dict[str, float | None]


class Store:
    """An open store. Nothing is held in memory but the row that is being read."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._sql, self.path = connection, path

    def meta(self, key: str) -> Any:
        """A value of the table `meta`; None if there is none yet."""
        row = self._sql.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    @property
    def is_empty(self) -> bool:
        """Whether no sweep was ever planned here."""
        return self.meta("sweep") is None

    @cached_property
    def sweep(self) -> Sweep:
        """The sweep as it was last planned. Its scenario is read anew; `parameters_of` gives the stored values."""
        return Sweep.of(**self.asked, folder=Path(json.loads(self.meta("folder"))))

    @property
    def asked(self) -> dict[str, Any]:
        """The sweep as plain data, with nothing read from elsewhere."""
        return json.loads(self.meta("sweep"))

    @property
    def scenario(self) -> str | None:
        """Name of the scenario; None if there is none yet."""
        return self.meta("scenario")

    @property
    def model_version(self) -> str:
        """Version of the model with which the sweep was last planned."""
        return self.meta("model_version")

    def parameters_of(self, cell: int) -> dict[str, Any]:
        """Complete parameters of a cell."""
        (overrides,) = self._sql.execute("SELECT overrides FROM cells WHERE cell = ?", (cell,)).fetchone()
        return self._base | json.loads(overrides)

    @cached_property
    def _base(self) -> dict[str, Any]:
        return json.loads(self.meta("base"))

    def scenario_of(self, cell: int) -> Scenario:
        """The scenario of a cell, as it was planned."""
        return Scenario(self.scenario, self.parameters_of(cell))

    @property
    def measures(self) -> list[str]:
        """Measures that tables show, in their order; empty for all."""
        return self.asked.get("keep", {}).get("measures", [])

    @cached_property
    def factors(self) -> dict[str, str]:
        """From the full names of the varied parameters, in order, to their kind: bool, int, float, str or list."""
        return json.loads(self.meta("factors"))

    @property
    def n_planned(self) -> int:
        """Runs that the present design asks for."""
        return self._one("SELECT count(*) FROM plan")

    @property
    def n_different(self) -> int:
        """The same without those that share their run with another; cells with equal parameters do."""
        return self._one("SELECT count(DISTINCT run) FROM plan")

    def ids(self, statuses: tuple[str, ...]) -> set[str]:
        """Ids of all runs of some statuses, whatever design they were done for."""
        places = ", ".join("?" * len(statuses))
        return {run for (run,) in self._sql.execute(f"SELECT run FROM runs WHERE status IN ({places})", statuses)}

    def n_missing(self, retry: bool = False) -> int:
        """Different runs that are still to be done, counting what failed before if it is to be tried again."""
        return self._one(f"""
            SELECT count(DISTINCT p.run) FROM plan p LEFT JOIN runs r ON r.run = p.run
            WHERE {UNFINISHED} {again(retry)}
        """)  # fmt: skip

    @property
    def n_other(self) -> int:
        """Runs in the store that the present design does not ask for, made by the present model."""
        return self._one(
            "SELECT count(*) FROM runs WHERE model_version = ? AND run NOT IN (SELECT run FROM plan)",
            self.model_version,
        )

    def by_status(self) -> dict[str, int]:
        """Number of planned runs by status, without those that have no outcome."""
        return dict(self._sql.execute(
            "SELECT r.status, count(*) FROM plan p JOIN runs r ON r.run = p.run GROUP BY r.status ORDER BY r.status"
        ))  # fmt: skip

    def stale(self, model_version: str) -> dict[str, int]:
        """Number of runs made by other versions of the model than this one, by version."""
        return dict(self._sql.execute(
            "SELECT model_version, count(*) FROM runs WHERE model_version != ? GROUP BY model_version", (model_version,)
        ))  # fmt: skip

    def seconds(self) -> tuple[int, float]:
        """How many runs of the plan are complete and the mean wall time of one."""
        n, mean = self._sql.execute(
            f"SELECT count(*), avg(seconds) FROM plan p JOIN runs r ON r.run = p.run WHERE r.status IN {COMPLETE}"
        ).fetchone()
        return n, mean or 0.0

    def runs(self, only: tuple[str, ...] | None = None) -> Iterator[PlannedRun]:
        """Planned runs in order: alternative (as in the file), point, replication; only those of some statuses."""
        wanted = "" if only is None else f"WHERE r.status IN ({', '.join('?' * len(only))})"
        rows = self._sql.execute(f"""
            SELECT c.alternative, c.point, p.replication, p.seed, p.run, c.factors, c.changes, r.status, r.reason,
                   r.n_events, r.n_contacts, r.measures
            FROM cells c JOIN plan p ON p.cell = c.cell LEFT JOIN runs r ON r.run = p.run {wanted}
            ORDER BY c.cell, p.replication
        """, only or ())  # fmt: skip
        for *which, factors, changes, status, reason, n_events, n_contacts, measures in rows:
            yield PlannedRun(
                *which, json.loads(factors), json.loads(changes), status or "missing", reason or "", n_events,
                n_contacts, json.loads(measures or "{}"),
            )  # fmt: skip

    def failures(self) -> Iterator[PlannedRun]:
        """Planned runs that failed, in order."""
        return self.runs(FAILURES)

    def kept(self) -> dict[str, str]:
        """Tables that the sweep keeps beside the measures, and their periods."""
        return dict(self._sql.execute("SELECT tab, period FROM kept ORDER BY tab"))

    def blocks(self, table: str) -> Iterator[tuple[str, int, int, Block]]:
        """The rows of one table, run by run in order: alternative, point, replication, block."""
        rows = self._sql.execute("""
            SELECT c.alternative, c.point, p.replication, b.tab, b.period, b.n_rows, b.content
            FROM cells c JOIN plan p ON p.cell = c.cell JOIN blocks b ON b.run = p.run
            JOIN kept k ON k.tab = b.tab AND k.period = b.period
            WHERE b.tab = ? ORDER BY c.cell, p.replication
        """, (table,))  # fmt: skip
        for *which, tab, period, n_rows, content in rows:
            yield *which, Block(tab, period, n_rows, content)

    def sessions(self) -> list[dict[str, Any]]:
        """Who worked on the store and when, in order."""
        rows = self._sql.execute("SELECT started, ended, workers, n_runs, about FROM sessions ORDER BY session")
        return [
            {"started": started, "ended": ended, "workers": workers, "runs": n_runs, **json.loads(about)}
            for started, ended, workers, n_runs, about in rows
        ]

    def _one(self, query: str, *values: Any) -> Any:
        return self._sql.execute(query, values).fetchone()[0]
