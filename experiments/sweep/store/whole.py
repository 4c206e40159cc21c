"""Whether a file is a store, of this version, and whole. The file is only read."""

import sqlite3
from pathlib import Path

from experiments.sweep.errors import SweepError
from experiments.sweep.outcome import digest_of
from experiments.sweep.store.schema import APPLICATION, VERSION



class DamagedStore(SweepError):
    """A file that is a store, and not whole."""


OF_THE_MOMENT = (
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
)  # fmt: skip
"""Errors that say nothing of the file: somebody else has it, or the machine cannot read it now."""

MAGIC = b"SQLite format 3\0"


def check_kind(path: Path) -> None:
    """Refuse what is no store, going by the head of the file alone, before SQLite touches it."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise SweepError(
            f"There is no store {str(path)!r}; check the path, or make one with `desksales sweep`."
        ) from None
    except OSError as error:
        raise SweepError(f"The store {str(path)!r} cannot be read ({error.strerror or error}).") from None
    if len(head) < 100 or not head.startswith(MAGIC) or int.from_bytes(head[68:72], "big") != APPLICATION:
        raise SweepError(f"{str(path)!r} is not a store of sweeps; it is left as it is. Give another path.")
    version = int.from_bytes(head[60:64], "big")
    if version != VERSION:
        raise SweepError(
            f"The store {str(path)!r} has version {version} of the format and this program reads version {VERSION}; "
            "use the program that wrote it, or begin a new store."
        )


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a store with damage, in SQLite's structure or in any row that decides a table."""
    damage = _damage(connection)
    if damage:
        raise DamagedStore(
            f"The store {str(path)!r} is damaged ({damage}) and left as it is; `desksales sweep` with its sweep file "
            "keeps the runs that are whole and does the others again."
        )


def _damage(connection: sqlite3.Connection) -> str:
    """What is wrong, in short; nothing if nothing is."""
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            return " ".join(found.split())[:120]
        for run, digest, *parts in connection.execute(
            "SELECT run, digest, model_version, status, reason, n_events, n_contacts, measures FROM runs"
        ):
            if run_digest(run, *parts) != digest:
                return f"the row of run {run} has changed"
        for run, digest, *parts in connection.execute("SELECT run, digest, tab, period, n_rows, content FROM blocks"):
            if digest_of(*(str(part) if isinstance(part, int) else part for part in parts)) != digest:
                return f"a table of run {run} has changed"
        stored = connection.execute("SELECT value FROM meta WHERE key = 'plan_digest'").fetchone()
        if stored is not None and stored[0] != plan_digest(connection):
            return "the list of planned runs has changed"
    except (sqlite3.DatabaseError, TypeError, ValueError) as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        if code & 0xFF in OF_THE_MOMENT and code != sqlite3.SQLITE_IOERR_SHORT_READ:  # which is a file without its end
            raise
        return str(error)[:120]
    return ""


def run_digest(run: str, *parts: str | int) -> str:
    """Digest of a row of `runs`, of what decides tables: all but the seconds it took."""
    return digest_of(run, *map(str, parts))


def plan_digest(connection: sqlite3.Connection) -> str:
    """Digest of what is planned: the sweep, its base, its cells and its runs."""
    digest = ""
    for table in ("meta WHERE key != 'plan_digest'", "cells", "plan", "kept"):
        for row in connection.execute(f"SELECT * FROM {table}"):
            digest = digest_of(digest, *map(str, row))
    return digest
