"""The event log in words: what happened, who did it, whom it concerned."""

from typing import TYPE_CHECKING

import numpy as np

from model.world.codes import L_CHASED, L_FORWARDED, L_PHONED_UNIT, L_REPEATED, L_WROTE_UNIT, LOG_EVENTS

if TYPE_CHECKING:
    import pyarrow

ACCOUNT, SALESPERSON, REP, UNIT, STREAM = "account", "salesperson", "rep", "unit", "stream"
SUPERVISOR, GENERAL_MANAGER = "supervisor", "general manager"

WHO: dict[str, tuple[str, str | None]] = {
    "called desk": (ACCOUNT, SALESPERSON),
    "wrote to unit": (ACCOUNT, UNIT),
    "phoned unit": (ACCOUNT, UNIT),
    "answered": (SALESPERSON, ACCOUNT),
    "hung up": (ACCOUNT, None),
    "blocked": (ACCOUNT, SALESPERSON),
    "sent away": (SALESPERSON, ACCOUNT),
    "forwarded": (SALESPERSON, REP),
    "lost": (REP, None),
    "passed on": (REP, REP),
    "expedited": (REP, SALESPERSON),
    "logged": (REP, REP),
    "refused": (REP, SALESPERSON),
    "ignored": (REP, SALESPERSON),
    "chased": (SALESPERSON, REP),  # or a customer: see `chased_by_customers`
    "chase answered": (REP, SALESPERSON),
    "moved up": (REP, SALESPERSON),
    "started": (REP, None),
    "jumped queue": (REP, None),
    "updated": (REP, SALESPERSON),
    "completed": (REP, SALESPERSON),
    "notice": (SALESPERSON, REP),
    "claimed": (SALESPERSON, ACCOUNT),
    "voided": (SALESPERSON, SUPERVISOR),
    "sold": (SALESPERSON, ACCOUNT),
    "given up": (ACCOUNT, None),
    "learned": (SALESPERSON, REP),
    "service turn": (SUPERVISOR, None),
    "dismissed": (SALESPERSON, SUPERVISOR),
    "left": (SALESPERSON, SUPERVISOR),
    "rep left": (REP, None),
    "got number": (SALESPERSON, REP),
    "personal tie": (SALESPERSON, REP),
    "review": (SUPERVISOR, None),
    "to the field": (ACCOUNT, None),
    "prompted": (ACCOUNT, SALESPERSON),
    "sent again": (SALESPERSON, REP),
    "promoted": (GENERAL_MANAGER, None),
    "set aside": (REP, SALESPERSON),
    "call came": (ACCOUNT, STREAM),
    "call blocked": (ACCOUNT, STREAM),
    "caller left": (ACCOUNT, STREAM),
    "call taken": (SALESPERSON, ACCOUNT),
    "call ended": (SALESPERSON, ACCOUNT),
    "caller gone": (ACCOUNT, STREAM),
    "offered": (SALESPERSON, ACCOUNT),
    "offer taken": (ACCOUNT, SALESPERSON),
    "sale lost": (ACCOUNT, SALESPERSON),
    "let go": (SALESPERSON, ACCOUNT),
    "ended before offer": (ACCOUNT, SALESPERSON),
    "listened to": (SALESPERSON, ACCOUNT),
    "changed style": (SALESPERSON, None),
    "left in the menu": (ACCOUNT, STREAM),
    "passed to another line": (SALESPERSON, ACCOUNT),
    "put through by hand": (SALESPERSON, ACCOUNT),
    "call-back agreed": (ACCOUNT, STREAM),
    "refused the call": (ACCOUNT, STREAM),
    "handed on": (SALESPERSON, ACCOUNT),
    "asked a department": (SALESPERSON, ACCOUNT),
    "disputed": (SALESPERSON, ACCOUNT),
    "conceded": (SALESPERSON, ACCOUNT),
    "almost convinced": (SALESPERSON, ACCOUNT),
    "gave in": (SALESPERSON, ACCOUNT),
    "stayed on": (SALESPERSON, ACCOUNT),
    "caught": (SALESPERSON, ACCOUNT),
    "praised": (SALESPERSON, None),
    "order failed": (ACCOUNT, STREAM),
    "help asked": (SALESPERSON, SALESPERSON),
    "help refused": (SALESPERSON, SALESPERSON),
    "helped": (SALESPERSON, SALESPERSON),
    "met": (SALESPERSON, None),
    "served itself": (ACCOUNT, STREAM),
    "self-service failed": (ACCOUNT, STREAM),
    "favour done": (SALESPERSON, REP),
}
"""For every event, whose rows `actor` and `other` are."""


def event_table(log: np.ndarray, day_minutes: float) -> "pyarrow.Table":
    """The log in order of time, with names for codes: `in_words` of all of it."""
    return in_words(placed(log, day_minutes))


def placed(log: np.ndarray, day_minutes: float) -> np.ndarray:
    """The log with two more columns, so that a part of it can be told without the rest.

    `day` (from 1) and `by_customer`: whether a chase was made by a customer, which only what went before can tell.
    """
    columns = [(name, log.dtype[name]) for name in log.dtype.names]
    table = np.zeros(len(log), np.dtype([*columns, ("day", "i4"), ("by_customer", "?")]))
    for name, _ in columns:
        table[name] = log[name]
    table["day"] = (log["time"] // day_minutes).astype(np.int32) + 1
    table["by_customer"] = chased_by_customers(log)
    return table


def in_words(log: np.ndarray) -> "pyarrow.Table":
    """A log, or a part of one, as `placed` gives it, in order of time and with names for codes.

    Columns: `time` (minutes since the start), `day` (from 1), `event`, `issue`, `actor_kind`, `actor`,
    `other_kind`, `other`, `value` (the number that belongs to the event). What does not apply is null.
    """
    import pyarrow as pa

    actors, others = (np.array([WHO[event][side] or "" for event in LOG_EVENTS]) for side in (0, 1))
    actor_kind, other_kind = actors[log["event"]], others[log["event"]]
    actor_kind[log["by_customer"]] = ACCOUNT
    order = np.argsort(log["time"], kind="stable")  # offers get their times when the free time ends, so later

    def column(values: np.ndarray, absent: np.ndarray | None = None) -> pa.Array:
        return pa.array(values[order], mask=None if absent is None else absent[order])

    nobody = log["other"] < 0
    return pa.table({
        "time": column(log["time"]),
        "day": column(log["day"]),
        "event": column(np.array(LOG_EVENTS)[log["event"]]),
        "issue": column(log["issue"], log["issue"] < 0),
        "actor_kind": column(actor_kind),
        "actor": column(log["actor"]),
        "other_kind": column(other_kind, nobody),
        "other": column(log["other"], nobody),
        "value": column(log["value"]),
    })  # fmt: skip


def chased_by_customers(log: np.ndarray) -> np.ndarray:
    """Which chases customers made themselves: those of issues that last went to the unit without the desk."""
    routes = np.isin(log["event"], (L_FORWARDED, L_REPEATED, L_WROTE_UNIT, L_PHONED_UNIT))
    rows = np.flatnonzero(routes | (log["event"] == L_CHASED))
    rows = rows[np.argsort(log["issue"][rows], kind="stable")]
    latest = np.maximum.accumulate(np.where(routes[rows], np.arange(len(rows)), 0))
    direct = np.isin(log["event"][rows[latest]], (L_WROTE_UNIT, L_PHONED_UNIT))
    customers = np.zeros(len(log), bool)
    customers[rows] = direct & ~routes[rows]
    return customers
