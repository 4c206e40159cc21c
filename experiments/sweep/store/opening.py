"""Open a store, for reading by anybody or for writing by one process at a time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from experiments.sweep.errors import SweepError
from experiments.sweep.store import place
from experiments.sweep.store.reading import Store
from experiments.sweep.store.schema import APPLICATION, SCHEMA, VERSION
from experiments.sweep.store.salvage import salvage
from experiments.sweep.store.whole import DamagedStore, check_kind, check_whole
from experiments.sweep.store.writing import WritableStore


BUSY_MILLISECONDS = 10_000
"""How long somebody else's commit is waited for."""


@contextmanager
def open_store(path: Path) -> Iterator[Store]:
    """A store to read, also while a sweep writes to it."""
    path = _file(path)
    _check(path)
    with closing(_reader(path)) as connection, _said(path):
        yield Store(connection, path)


@contextmanager
def open_for_writing(path: Path) -> Iterator[WritableStore]:
    """A store to write, made if there is none; nobody else can open it for writing meanwhile.

    One that was made here is taken away again if something goes wrong before a sweep is planned in it. Of a damaged
    one what is whole stays (see `salvage`), and the store says so in `salvaged`.
    """
    from filelock import FileLock, Timeout

    place.check_writable(path)
    path = _file(path)
    if path.exists():
        check_kind(path)  # before a lock is laid beside a file that is none of ours
    lock = FileLock(path.with_name(f".{path.name}.lock"), blocking=False)
    try:
        lock.acquire()
    except Timeout:
        raise SweepError(
            f"Another sweep is writing to the store {str(path)!r}; wait for it, or stop it first. `desksales status` "
            "says how far it is."
        ) from None
    made, void, salvaged = not path.exists(), False, ""
    try:
        if made:
            _make(path)
        else:
            salvaged = _salvaged(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection, _said(path):
            for setting in place.settings(path):
                connection.execute(setting)
            store = WritableStore(connection, path, salvaged)
            try:
                yield store
            except BaseException:
                void = made and store.is_empty
                raise
    finally:
        if void:
            path.unlink(missing_ok=True)
        lock.release()


def _file(path: Path) -> Path:
    """The file itself where a path is a link: lock and logs lie beside it."""
    return path.resolve() if path.is_symlink() else path


def _salvaged(path: Path) -> str:
    """What became of a store that is damaged, as a sentence; nothing of a whole one."""
    try:
        _check(path)
    except DamagedStore:
        try:
            with _said(path), closing(_connection(path, _as_it_is(path))) as old:
                return salvage(old, path, _new(path))
        except OSError as error:
            raise SweepError(
                f"The store {str(path)!r} is damaged and cannot be mended ({error.strerror or error}); it is as it "
                "was, and the same command mends it when that is put right."
            ) from None
    return ""


def _check(path: Path) -> None:
    """Refuse what is no store, or not whole, without changing the file or leaving others beside it."""
    check_kind(path)
    at_rest = _is_at_rest(path)
    try:
        with _said(path), closing(_connection(path, _as_it_is(path))) as connection:
            check_whole(connection, path)
    except SweepError:
        if not at_rest or _is_at_rest(path):
            raise
        _check(path)  # a sweep began to write meanwhile


def _reader(path: Path) -> sqlite3.Connection:
    """A connection that reads only.

    It is opened so that SQLite may put away its log with the last connection; where the folder cannot be written
    nobody writes, and there are no locks.
    """
    if not os.access(path.parent, os.W_OK):
        return _connection(path, "mode=ro&immutable=1" if _is_at_rest(path) else "mode=ro")
    connection = _connection(path, "mode=rw" if os.access(path, os.W_OK) else "mode=ro")
    connection.execute("PRAGMA query_only = ON")
    return connection


def _connection(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    return connection


def _as_it_is(path: Path) -> str:
    """How to look at a store without changing it; but a journal that a kill left is rolled back, which writes."""
    if _is_at_rest(path):
        return "mode=ro&immutable=1"
    rolls_back = _beside(path, "journal").exists() and os.access(path, os.W_OK)
    return "mode=rw" if rolls_back else "mode=ro"


def _is_at_rest(path: Path) -> bool:
    """Whether nobody has the store open and no kill has left work to SQLite (see `place` for the two kinds of log)."""
    return not any(_beside(path, log).exists() for log in ("wal", "journal"))


def _beside(path: Path, log: str) -> Path:
    return path.with_name(f"{path.name}-{log}")


def _make(path: Path) -> None:
    """Make an empty store beside its place and move it there when it is whole; whoever makes one has the lock."""
    with _said(path):
        os.replace(_new(path), path)


def _new(path: Path) -> Path:
    """An empty store beside the place of another."""
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)  # what a kill left of an earlier try
    try:
        with closing(sqlite3.connect(new, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.executescript(SCHEMA)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What SQLite and the disk refuse, as a sentence; what was committed stays."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError):
            raise  # a defect
        raise SweepError(
            f"The store {str(path)!r} cannot be used ({error}); what was committed before is safe, and the same "
            "command goes on from there when that is put right."
        ) from None
