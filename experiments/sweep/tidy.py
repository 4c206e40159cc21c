"""The tidy tables of a store, batch by batch: one row a run, a day, an agent, a review or an event, sorted.

`runs` has the factors and measures; every other table has only the three columns that say which run a row is of
(`alternative`, `point`, `replication`), so that nothing is repeated on finer rows.
"""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from experiments.events import in_words
from experiments.sweep.errors import SweepError
from experiments.sweep.outcome import Block
from experiments.sweep.store import Store
from model.scenario import nearest

if TYPE_CHECKING:
    import pyarrow

RUNS = "runs"
BATCH = 1000
"""Runs in a batch of `runs`."""

BATCH_ROWS = 100_000
"""Rows after which a batch of another table is full."""

KEYS = ("alternative", "point", "replication")


def table_names(store: Store) -> list[str]:
    """Names of the tables that a store has: `runs`, and those that its sweep keeps beside it."""
    return [RUNS, *store.kept()]


def batches(store: Store, table: str) -> Iterator["pyarrow.Table"]:
    """A table of the store in pieces that have the same columns and fit in memory; at least one, perhaps without rows.

    Raises
    ------
    SweepError : for a table that the sweep does not keep.
    """
    if table == RUNS:
        return _runs(store)
    if table not in store.kept():
        known = table_names(store)
        raise SweepError(
            f"The store {str(store.path)!r} keeps no table {table!r}{nearest(table, known)}; it has {', '.join(known)}."
        )
    return _rows(store, table)


def runs_schema(store: Store) -> "pyarrow.Schema":
    """Columns of `runs`: which run, how it ended, the factors by full name, counters and the measures kept."""
    import pyarrow as pa

    from model.measures import MEASURES

    which = [("alternative", pa.string()), ("point", pa.int32()), ("replication", pa.int32()), ("seed", pa.int64()),
             ("run", pa.string()), ("status", pa.string()), ("reason", pa.string())]  # fmt: skip
    counters = [("n_events", pa.int64()), ("n_contacts", pa.int64())]
    measures = [(name, pa.float64()) for name in store.measures or MEASURES]
    return pa.schema([*which, *_factor_types(store), *counters, *measures])


def _runs(store: Store) -> Iterator["pyarrow.Table"]:
    import pyarrow as pa

    schema, rows = runs_schema(store), store.runs()
    which = schema.names[: schema.names.index("reason") + 1]
    while True:
        piece = [
            {
                **{name: getattr(run, name) for name in which},
                **{name: _as_column(value, schema.field(name).type) for name, value in run.factors.items()},
                "n_events": run.n_events, "n_contacts": run.n_contacts, **run.measures,
            }
            for run in islice(rows, BATCH)
        ]  # fmt: skip
        yield pa.Table.from_pylist(piece, schema)
        if len(piece) < BATCH:
            return


def _factor_types(store: Store) -> "list[tuple[str, pyarrow.DataType]]":
    """Columns of the factors: numbers, truths or names; a list of numbers stands as text."""
    import pyarrow as pa

    kinds = {"bool": pa.bool_(), "int": pa.int64(), "float": pa.float64()}
    return [(name, kinds.get(kind, pa.string())) for name, kind in store.factors.items()]


def _as_column(value: object, kind: "pyarrow.DataType") -> object:
    return str(value) if value is not None and str(kind) == "string" else value


def _rows(store: Store, table: str) -> Iterator["pyarrow.Table"]:
    """The rows of a kept table, some runs at a time; without a run there is nothing to know its columns from."""
    import pyarrow as pa

    pieces, n_rows, found = [], 0, False
    for alternative, point, replication, block in store.blocks(table):
        rows, found = _unpacked(block), True
        keys = {
            "alternative": pa.array([alternative] * len(rows), pa.string()),
            "point": pa.array(np.full(len(rows), point, np.int32)),
            "replication": pa.array(np.full(len(rows), replication, np.int32)),
        }
        pieces.append(pa.table(keys | dict(zip(rows.column_names, rows.columns, strict=True))))
        n_rows += len(rows)
        if n_rows >= BATCH_ROWS:
            yield pa.concat_tables(pieces)
            pieces, n_rows = [], 0
    if pieces:
        yield pa.concat_tables(pieces)
    if not found:
        yield pa.table({name: pa.array([], kind) for name, kind in
                        zip(KEYS, (pa.string(), pa.int32(), pa.int32()), strict=True)})  # fmt: skip


def _unpacked(block: Block) -> "pyarrow.Table":
    """A block as a table; events get names for codes."""
    import pyarrow as pa

    rows = block.rows()
    if block.table == "events":
        return in_words(rows)
    return pa.table({name: np.ascontiguousarray(rows[name]) for name in rows.dtype.names})
