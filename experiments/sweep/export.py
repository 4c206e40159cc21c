"""Write a store's tidy tables as files: sorted, and the same bytes each time, whatever happened on the way.

`provenance.json` beside them says where they come from; it alone differs from one export to the next.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from experiments.sweep.folder import check_replaceable, replaced
from experiments.sweep.provenance import now, provenance
from experiments.sweep.store import Store
from experiments.sweep.tidy import batches, table_names

if TYPE_CHECKING:
    import pyarrow

FORMATS = ("parquet", "csv")
PROVENANCE = "provenance.json"


def export(store: Store, folder: Path, form: str = "parquet") -> dict[str, int]:
    """Write every table of a store into a folder, which is replaced as a whole.

    Parameters
    ----------
    store : an open store; a sweep that is not finished is exported as far as it is (`status` is `missing`).
    folder : made if there is none; what another program left there is not replaced.
    form : `parquet` or `csv`.

    Returns
    -------
    From each table's name to its number of rows.

    Raises
    ------
    SweepError : for a folder that cannot be written or replaced.
    """
    check_replaceable(folder, PROVENANCE, written)
    with replaced(folder) as stage:
        rows = {table: write(batches(store, table), stage / f"{table}.{form}") for table in table_names(store)}
        about = json.dumps(_about(store, rows), indent=2, ensure_ascii=False)
        (stage / PROVENANCE).write_text(about + "\n", encoding="utf-8")
    return rows


def written(provenance: Path) -> set[str]:
    """Names of the tables' files that an export wrote, by its `provenance.json`; none if that cannot be read."""
    try:
        tables = list(json.loads(provenance.read_text(encoding="utf-8"))["rows"])
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {f"{table}.{form}" for table in tables for form in FORMATS}


def write(pieces: Iterable["pyarrow.Table"], file: Path) -> int:
    """Write the pieces of a table one after the other, as Parquet or CSV by the ending; returns the rows written."""
    from pyarrow import csv, parquet

    n_rows, writer = 0, None
    try:
        for piece in pieces:
            if writer is None and file.suffix == ".csv":
                writer = csv.CSVWriter(file, piece.schema)
            elif writer is None:
                writer = parquet.ParquetWriter(file, piece.schema, compression="zstd")
            writer.write_table(piece)
            n_rows += len(piece)
    finally:
        if writer is not None:
            writer.close()
    return n_rows


def _about(store: Store, rows: dict[str, int]) -> dict[str, Any]:
    """Where the tables come from: the sweep, who did its runs and when, and who exported them."""
    return {
        "sweep": store.asked, "scenario": store.scenario, "model_version": store.model_version,
        "runs": {"planned": store.n_planned, **store.by_status()}, "rows": rows, "sessions": store.sessions(),
        "exported": {"at": now(), **provenance()},
    }  # fmt: skip
