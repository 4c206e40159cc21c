"""The world: all tables of one run, in plain arrays for the compiled engine or in plain Python rows.

In both forms the engine writes `world.reps[i].excess += 1`; only the container differs. Rows are never assigned
whole (a Python row would be shared, an array row copied).
"""

from typing import Any, NamedTuple

import numpy as np


class World(NamedTuple):
    """Everything a run reads and writes. One-row tables are rows; the rest are indexed by row."""

    parameters: Any
    clock: Any
    accounts: Any
    issues: Any
    workers: Any
    salespeople: Any
    reps: Any
    candidates: Any
    managers: Any
    units: Any
    pools: Any
    idle: Any
    queues: Any
    tasks: Any
    books: Any
    ties: Any
    channels: Any
    heap: Any
    log: Any
    days: Any
    reviews: Any
    field: Any


GROWING = ("tasks", "heap", "log")
"""Tables that get more rows when a run needs them."""


class Row:
    """A row in plain Python: attributes instead of columns."""

    __slots__ = ()


def unpack(world: World) -> World:
    """The same world with lists of Python rows instead of arrays (two-dimensional arrays stay)."""
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
    return world._replace(**{name: np.concatenate([table, np.zeros(more, table.dtype)])})


def _rows(table: np.ndarray | np.void) -> Any:
    if table.dtype.names is None:
        return table.tolist() if table.ndim == 1 else table
    names = table.dtype.names
    kind = type("Row", (Row,), {"__slots__": names})

    def row(values: tuple) -> Row:
        made = kind()
        for name, value in zip(names, values, strict=True):
            setattr(made, name, value.tolist() if isinstance(value, np.ndarray) else value)
        return made

    if table.ndim == 0:
        return row(table.tolist())
    return [row(values) for values in table.tolist()]


def _columns(rows: Any, old: np.ndarray | np.void) -> Any:
    if isinstance(rows, np.ndarray):
        return rows
    if old.dtype.names is None:
        return np.array(rows, old.dtype)
    names = old.dtype.names
    if isinstance(rows, Row):
        one = np.zeros(1, old.dtype)
        one[0] = tuple(getattr(rows, name) for name in names)
        return one[0]
    return np.array([tuple(getattr(row, name) for name in names) for row in rows], old.dtype)
