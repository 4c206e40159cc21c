"""The world: all tables of one run, in plain arrays for the compiled engine or in plain Python rows.

In both forms the engine writes `world.reps[i].excess += 1`; only the container differs. Rows are never assigned
whole (a Python row would be shared, an array row copied).
"""

from typing import Any, NamedTuple

import numpy as np

from model.world import agenda_tables, beyond, centre, control, differentiation, ledgers, offers, peers, tables
from model.world.table import Table

TABLES: dict[str, type[Table]] = {
    "parameters": Table, "clock": tables.Clock, "accounts": tables.Accounts, "arrivals": tables.Arrivals,
    "issues": tables.Issues, "requests": tables.Requests, "workers": tables.Workers, "ledger": ledgers.Ledger,
    "salespeople": tables.Salespeople, "reps": tables.Reps, "candidates": tables.Candidates,
    "managers": tables.Managers, "units": tables.Units, "pools": tables.Pools, "idle": tables.Idle,
    "queues": tables.Queues, "tasks": tables.Tasks, "books": tables.Books, "ties": tables.Ties,
    "tie_details": tables.TieDetails, "channels": tables.Channel,
    "heap": agenda_tables.Events, "later": agenda_tables.Later, "slots": agenda_tables.Slots, "far": agenda_tables.Far,
    "stretches": agenda_tables.Stretches, "coming": agenda_tables.Coming,
    "log": ledgers.Log, "days": ledgers.Days,
    "day_ledger": ledgers.DayLedger, "reviews": ledgers.Reviews, "field": ledgers.FieldLedger,
    "streams": centre.Streams, "curves": centre.Curves, "skills": centre.Skills, "groups": centre.Groups,
    "calls": centre.Calls, "advisors": centre.Advisors, "customers": centre.Customers,
    "centre_days": centre.CentreDays, "lengths": centre.Lengths,
    "products": offers.Products, "tastes": offers.Tastes, "profiles": offers.Profiles, "pitches": offers.Pitches,
    "offer_days": offers.OfferDays,
    "figures": control.Figures, "teams": control.Teams, "control_days": control.ControlDays,
    "segments": differentiation.Segments, "records": differentiation.Records, "lines": differentiation.Lines,
    "beliefs": differentiation.Beliefs, "team_beliefs": differentiation.TeamBeliefs,
    "sellers": differentiation.Sellers, "bonus_groups": differentiation.BonusGroups,
    "bonus_periods": differentiation.BonusPeriods, "line_hours": differentiation.LineHours,
    "group_hours": differentiation.GroupHours,
    "in_hand": beyond.InHand, "conduct": beyond.Conduct, "loyalty": beyond.Loyalty, "codes": beyond.Codes,
    "friends": beyond.Friends, "departments": beyond.Departments, "sites": beyond.Sites, "floor": beyond.Floor,
    "beyond_days": beyond.BeyondDays,
    "peers": peers.Peers, "peer_ties": peers.PeerTies, "topics": peers.Topics, "answers": peers.Answers,
    "peer_channels": peers.PeerChannels, "help_days": peers.HelpDays,
}  # fmt: skip
"""Tables of the world by name; `parameters` has the type `parameters.flat.PARAMETERS`."""

SINGLE = ("parameters", "clock")
"""Tables of one row, which stand for that row."""

World = NamedTuple("World", [(name, Any) for name in TABLES])
World.__doc__ = "Everything a run reads and writes, table by table."


def waiting_places(world: World) -> np.ndarray:
    """Rows of all queues in which requests wait for reps: buckets, of units or of reps, and reps' own lists."""
    reps = world.workers[len(world.salespeople) :]
    return np.unique(np.concatenate([reps["bucket"], reps["todo"]]))


class Row:
    """A row in plain Python: attributes instead of columns."""

    __slots__ = ()


def unpack(world: World) -> World:
    """The same world with lists of Python rows instead of arrays ."""
    return World(*(_rows(table) for table in world))


def pack(rows: World, world: World) -> World:
    """Write Python rows back into arrays of the original types; new rows are added where tables grew."""
    return World(*(_columns(new, old) for new, old in zip(rows, world, strict=True)))


def grow(world: World, name: str, factor: float = 2.0) -> World:
    """A world in which one table has more rows; what it held stays."""
    table = getattr(world, name)
    more = max(64, int(len(table) * (factor - 1.0)))
    if isinstance(table, list):
        table.extend(type(table[0])() for _ in range(more))
        for row in table[-more:]:
            for slot in row.__slots__:
                setattr(row, slot, 0)
        return world
    larger = TABLES[name].rows(len(table) + more)
    larger[: len(table)] = table
    return world._replace(**{name: larger})


def _rows(table: np.ndarray | np.void) -> Any:
    names = table.dtype.names
    kind = type("Row", (Row,), {"__slots__": names})

    def row(values: tuple) -> Row:
        made = kind()
        for name, value in zip(names, values, strict=True):
            setattr(made, name, value)
        return made

    if table.ndim == 0:
        return row(table.tolist())
    return [row(values) for values in table.tolist()]


def _columns(rows: Any, old: np.ndarray | np.void) -> Any:
    names = old.dtype.names
    if isinstance(rows, Row):
        one = np.zeros(1, old.dtype)
        one[0] = tuple(getattr(rows, name) for name in names)
        return one[0]
    return np.array([tuple(getattr(row, name) for name in names) for row in rows], old.dtype)
