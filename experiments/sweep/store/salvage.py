"""From a damaged store to a whole one: runs whose rows are as they were written stay, the others are done again."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from experiments.sweep.outcome import digest_of
from experiments.sweep.store.whole import plan_digest, run_digest

RUNS = "run, model_version, status, reason, seconds, n_events, n_contacts, measures, digest"
BLOCKS = "run, tab, period, n_rows, content, digest"
LOGS = ("", "-wal", "-shm", "-journal")
"""What may belong to a store: the file itself, and what SQLite lays beside it."""


def salvage(old: sqlite3.Connection, path: Path, new: Path) -> str:
    """Fill the empty store `new` with what is whole in a damaged one, and put it in its place.

    The damaged one, which `old` reads, stays beside it under another name. Returns what happened, as a sentence.
    """
    with closing(sqlite3.connect(new, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        n_whole = _copy(old, connection)
        connection.execute("COMMIT")
    aside = next(name for name in _names(path) if not name.exists())
    there = [log for log in LOGS if path.with_name(path.name + log).exists()]
    for log in reversed(there):  # the file itself last: what stops before leaves everything where it was
        shutil.copy2(path.with_name(path.name + log), aside.with_name(aside.name + log))
    for log in there[1:]:  # or SQLite would write the old log into the new file
        path.with_name(path.name + log).unlink()
    os.replace(new, path)
    was = "run in it was whole and is" if n_whole == 1 else "runs in it were whole and are"
    return (
        f"The store was damaged: {n_whole:,} {was} used, the others are done again; the damaged file is {str(aside)!r}."
    )


def _copy(old: sqlite3.Connection, new: sqlite3.Connection) -> int:
    """Copy the runs and tables whose hash is right; returns the number of runs."""
    for row in _rows(old, RUNS, "runs"):
        run, version, status, reason, _, n_events, n_contacts, measures, digest = row
        if _is(digest, run_digest, run, version, status, reason, n_events, n_contacts, measures):
            new.execute("INSERT OR IGNORE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    for row in _rows(old, BLOCKS, "blocks"):
        run, table, period, n_rows, content, digest = row
        if _is(digest, digest_of, table, period, str(n_rows), content):
            new.execute("INSERT OR IGNORE INTO blocks VALUES (?, ?, ?, ?, ?, ?)", row)
        else:
            new.execute("DELETE FROM runs WHERE run = ?", (run,))
    for row in _rows(old, "session, started, ended, workers, n_runs, about", "sessions"):
        new.execute("INSERT OR IGNORE INTO sessions VALUES (?, ?, ?, ?, ?, ?)", row)
    _copy_plan(old, new)
    return new.execute("SELECT count(*) FROM runs").fetchone()[0]


def _copy_plan(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy what was planned if it is as it was written; else only of which scenario the store is."""
    try:
        kept = old.execute("SELECT value FROM meta WHERE key = 'plan_digest'").fetchone()
        if kept is not None and kept[0] == plan_digest(old):
            for table in ("meta", "kept", "cells", "plan"):
                for row in old.execute(f"SELECT * FROM {table}"):
                    new.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
            return
    except (sqlite3.DatabaseError, TypeError, ValueError):
        for table in ("meta", "kept", "cells", "plan"):
            new.execute(f"DELETE FROM {table}")
    for key, value in _rows(old, "key, value", "meta"):
        if key == "scenario":
            new.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _is(digest: object, reckoned: Callable[..., str], *parts: object) -> bool:
    """Whether a hash is that of some values; of those that none can be reckoned of it is not."""
    try:
        return reckoned(*parts) == digest
    except (TypeError, AttributeError):
        return False


def _rows(connection: sqlite3.Connection, columns: str, table: str) -> Iterator[tuple]:
    """Rows of a table from its beginning up to the first that cannot be read, then from its end."""
    for order in ("ASC", "DESC"):
        try:
            yield from connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1 {order}")
            return
        except (sqlite3.DatabaseError, OverflowError, UnicodeDecodeError):
            continue


def _names(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.name}.damaged")
    number = 2
    while True:
        yield path.with_name(f"{path.name}.damaged-{number}")
        number += 1
