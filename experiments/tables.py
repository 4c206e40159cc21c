"""The tables of a run as arrays: days, reviews, and who there is at the end of a day."""

from typing import TYPE_CHECKING

import numpy as np

from model.world import codes
from model.world.codes import MINUTES

if TYPE_CHECKING:
    from model.scenario import Scenario
    from model.world.world import World

REP_WORK: dict[int, str] = {
    codes.PRODUCTION: "production", codes.TRANSCRIPTION: "transcription", codes.UPDATE: "update",
    codes.CHASE: "chase", codes.HELPLINE_TIME: "helpline", codes.REFUSED: "refused", codes.BREAK: "break",
    codes.IDLE: "idle",
}  # fmt: skip
"""Kinds of work that reps do, by number, with names as in the measures."""

AGENTS = ("accounts", "salespeople", "reps", "managers")
"""Tables of the world with one row for each customer, salesperson, rep and manager."""


def days_type() -> np.dtype:
    """Columns of `days`: the day (from 1), what the desk and the units did, and the reps' minutes by kind."""
    from model.world.ledgers import Days

    columns = [(name, Days.dtype[name]) for name in Days.dtype.names]
    return np.dtype([("day", "i4"), *columns, *((f"minutes_{name}", "f8") for name in REP_WORK.values())])


def days(world: "World") -> np.ndarray:
    """One row a day."""
    table = np.zeros(len(world.days), days_type())
    table["day"] = np.arange(1, len(table) + 1)
    for name in world.days.dtype.names:
        table[name] = world.days[name]
    minutes = world.day_ledger["minutes"].reshape(-1, len(MINUTES))
    for kind, name in REP_WORK.items():
        table[f"minutes_{name}"] = minutes[:, kind]
    return table


def reviews(world: "World", scenario: "Scenario") -> np.ndarray:
    """One row a review held and team, in that order."""
    return world.reviews[: int(world.clock["review"]) * int(world.clock["n_teams"])]


def agents(world: "World", table: str, day: int) -> np.ndarray:
    """Everybody of a kind at the end of a day: the day, the row of the agent, and the columns of the table."""
    columns = getattr(world, table)
    kinds = [(name, columns.dtype[name]) for name in columns.dtype.names]
    snapshot = np.zeros(len(columns), np.dtype([("day", "i4"), ("agent", "i4"), *kinds]))
    snapshot["day"], snapshot["agent"] = day, np.arange(len(columns))
    for name in columns.dtype.names:
        snapshot[name] = columns[name]
    return snapshot
