"""Rooms and bets in one SQLite file. Nothing is kept of a player but the guess and a random text of the browser's."""

import json
import sqlite3
import time
from pathlib import Path
from typing import Any

from experiments.seminar.limits import ROOM_DAYS

SCHEMA = """
CREATE TABLE IF NOT EXISTS rooms (
    code TEXT PRIMARY KEY, made REAL NOT NULL, secret TEXT NOT NULL, design TEXT NOT NULL, outcome TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS bets (
    code TEXT NOT NULL REFERENCES rooms (code) ON DELETE CASCADE, player TEXT NOT NULL, guess REAL NOT NULL,
    PRIMARY KEY (code, player)
) STRICT;
"""
APPLICATION = 0x44534252
"""Marks the file as ours."""
DAY = 86_400.0


class RoomStore:
    """The file; used by one thread."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        mark = self._connection.execute("PRAGMA application_id").fetchone()[0]
        tables = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and mark != APPLICATION:
            self._connection.close()
            raise sqlite3.DatabaseError("it is the database of another program")
        self._connection.execute(f"PRAGMA application_id = {APPLICATION}")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.executescript(SCHEMA)
        self.forget_old()

    def close(self) -> None:
        """Put everything away."""
        self._connection.close()

    def forget_old(self) -> None:
        """Delete the rooms whose time is over, with their bets."""
        self._connection.execute("DELETE FROM rooms WHERE made < ?", (time.time() - ROOM_DAYS * DAY,))

    def codes(self) -> set[str]:
        """Codes of the rooms there are; those whose time is over are deleted first."""
        self.forget_old()
        return {code for (code,) in self._connection.execute("SELECT code FROM rooms")}

    def add(self, code: str, secret: str, design: dict[str, Any]) -> bool:
        """Add a room; False if its code is taken."""
        try:
            self._connection.execute(
                "INSERT INTO rooms VALUES (?, ?, ?, ?, NULL)", (code, time.time(), secret, json.dumps(design))
            )
        except sqlite3.IntegrityError:
            return False
        return True

    def read(self, code: str) -> tuple[str, dict[str, Any], dict[str, Any] | None] | None:
        """Secret, design and outcome of a room (None before betting is closed); None if there is none of that code."""
        row = self._connection.execute("SELECT secret, design, outcome FROM rooms WHERE code = ?", (code,)).fetchone()
        if row is None:
            return None
        return row[0], json.loads(row[1]), json.loads(row[2]) if row[2] else None

    def close_betting(self, code: str) -> None:
        """Keep that no bet is taken any more although nothing has come out yet: the outcome is there, and empty."""
        self.reveal(code, {})

    def reveal(self, code: str, outcome: dict[str, Any]) -> None:
        """Keep what came out."""
        self._connection.execute("UPDATE rooms SET outcome = ? WHERE code = ?", (json.dumps(outcome), code))

    def bet(self, code: str, player: str, guess: float) -> None:
        """Keep a guess in the place of an earlier one of the same player."""
        self._connection.execute(
            "INSERT INTO bets VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET guess = excluded.guess", (code, player, guess)
        )

    def bets(self, code: str) -> dict[str, float]:
        """Guesses by player."""
        return dict(self._connection.execute("SELECT player, guess FROM bets WHERE code = ?", (code,)).fetchall())
