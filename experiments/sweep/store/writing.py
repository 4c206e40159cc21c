"""What is written to a store: a plan as a whole, and then each run in a transaction of its own."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from experiments.sweep.errors import SweepError
from experiments.sweep.file import Sweep
from experiments.sweep.outcome import Outcome
from experiments.sweep.plan import cells, definition, run_of
from experiments.sweep.run_spec import RunSpec
from experiments.sweep.store.reading import UNFINISHED, Store, again
from experiments.sweep.store.whole import plan_digest, run_digest

PAGE = 256
"""Planned runs that are read at a time."""


class WritableStore(Store):
    """A store that this process alone may write; `salvaged` says what became of it if it was damaged."""

    def __init__(self, connection: sqlite3.Connection, path: Path, salvaged: str = "") -> None:
        super().__init__(connection, path)
        self.salvaged = salvaged

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written within, or nothing."""
        self._sql.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._sql.in_transaction:  # a full disk has rolled back already
                self._sql.execute("ROLLBACK")
            raise
        self._sql.execute("COMMIT")

    def plan(self, sweep: Sweep, model_version: str, planned: Callable[[int], None] = lambda n: None) -> None:
        """Make a sweep the present design of the store; outcomes of earlier ones stay.

        Parameters
        ----------
        sweep : the design; nothing is done if the store has just this plan already.
        model_version : version of the model that will do the runs.
        planned : told now and then how many runs are planned so far.
        """
        if self.scenario not in (None, sweep.base.name):
            raise SweepError(
                f"The store {str(self.path)!r} holds a sweep of {self.scenario}, and this one is of {sweep.base.name}; "
                "give it a store of its own."
            )
        told = definition(sweep)
        if (self.meta("definition"), self.meta("model_version")) == (told, model_version):
            return
        with self.transaction():
            for table in ("cells", "plan", "kept", "meta"):
                self._sql.execute(f"DELETE FROM {table}")
            self._set("sweep", json.dumps(sweep.as_data()))
            self._set("folder", json.dumps(str(sweep.folder.absolute())))
            self._set("base", json.dumps(sweep.base.values()))
            self._set("scenario", sweep.base.name)
            self._set("definition", told)
            self._set("model_version", model_version)
            self._sql.executemany("INSERT INTO kept VALUES (?, ?)", sweep.keep.kept().periods().items())
            self._insert_plan(sweep, model_version, planned)
            self._set("plan_digest", plan_digest(self._sql))
        for remembered in ("sweep", "factors", "_base"):
            self.__dict__.pop(remembered, None)

    def _insert_plan(self, sweep: Sweep, model_version: str, planned: Callable[[int], None]) -> None:
        replications, number = sweep.n_replications, 0
        for number, cell in enumerate(cells(sweep), 1):
            if number == 1:
                self._set("factors", json.dumps({name: sweep.records[name].kind.__name__ for name in cell.factors}))
            told = (json.dumps(part) for part in (cell.factors, cell.changes, cell.overrides))
            self._sql.execute(
                "INSERT INTO cells VALUES (?, ?, ?, ?, ?, ?)", (number, cell.alternative, cell.point, *told)
            )
            runs = ((r, number, *run_of(sweep, cell, r, model_version)) for r in range(1, replications + 1))
            self._sql.executemany("INSERT INTO plan VALUES (?, ?, ?, ?)", runs)
            if number % 500 == 0:
                planned(number * replications)
        if number == 0:
            raise SweepError("The design has no points.")

    def missing(self, retry: bool = False) -> Iterator[RunSpec]:
        """What is to be done, replication by replication so that every point gets its first runs early.

        Parameters
        ----------
        retry : also what failed before, as it stands when its turn comes; what killed its workers is tried in any case.
        """
        kept, place = self.sweep.keep.kept(), (0, 0)
        while True:
            page = self._sql.execute(f"""
                SELECT p.replication, p.cell, p.seed, p.run FROM plan p LEFT JOIN runs r ON r.run = p.run
                WHERE (p.replication, p.cell) > (?, ?) AND ({UNFINISHED} {again(retry)}) AND NOT EXISTS (
                    SELECT 1 FROM plan q WHERE q.run = p.run AND (q.replication, q.cell) < (p.replication, p.cell))
                ORDER BY p.replication, p.cell LIMIT {PAGE}
            """, place).fetchall()  # fmt: skip
            if not page:
                return
            for replication, cell, seed, run in page:
                yield RunSpec(run, self.scenario, self.parameters_of(cell), seed, kept)
                place = replication, cell

    def commit(self, outcome: Outcome, session: int) -> None:
        """Keep what came of a run, all of it in one transaction."""
        measures = json.dumps(outcome.measures, allow_nan=False)
        ending = (self.model_version, outcome.status, outcome.reason)
        counted = (outcome.n_events, outcome.n_contacts, measures)
        digest = run_digest(outcome.run, *ending, *counted)
        with self.transaction():
            self._sql.execute(
                "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (outcome.run, *ending, outcome.seconds, *counted, digest),
            )
            self._sql.executemany(
                "INSERT OR REPLACE INTO blocks VALUES (?, ?, ?, ?, ?, ?)",
                [(outcome.run, b.table, b.period, b.n_rows, b.content, b.digest) for b in outcome.blocks],
            )
            self._sql.execute("DELETE FROM deaths WHERE run = ?", (outcome.run,))
            self._sql.execute("UPDATE sessions SET n_runs = n_runs + 1 WHERE session = ?", (session,))

    def count_death(self, run: str) -> int:
        """Note that a worker died during a run; returns how many have by now, in this session."""
        with self.transaction():
            return self._sql.execute(
                "INSERT INTO deaths VALUES (?, 1) ON CONFLICT (run) DO UPDATE SET n = n + 1 RETURNING n", (run,)
            ).fetchone()[0]

    def begin_session(self, started: str, workers: int, about: dict[str, Any]) -> int:
        """Note who begins to work on the store; returns the number of the session. Deaths are counted anew."""
        with self.transaction():
            self._sql.execute("DELETE FROM deaths")
            return self._sql.execute(
                "INSERT INTO sessions (started, workers, about) VALUES (?, ?, ?) RETURNING session",
                (started, workers, json.dumps(about)),
            ).fetchone()[0]

    def end_session(self, session: int, ended: str) -> None:
        """Note that a session ended."""
        with self.transaction():
            self._sql.execute("UPDATE sessions SET ended = ? WHERE session = ?", (ended, session))

    def _set(self, key: str, value: str) -> None:
        self._sql.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
