"""Questions in SQL over a store or an export, answered by DuckDB, which can change neither."""

import re
import tempfile
from pathlib import Path
from typing import Any

from experiments.sweep.errors import SweepError
from experiments.sweep.export import PROVENANCE, write, written
from experiments.sweep.store import open_store
from experiments.sweep.tidy import batches, table_names


def answer(place: Path, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Names of the columns, and the rows, that a statement gives.

    Parameters
    ----------
    place : a store, or the folder of an export.
    sql : one statement; the tables are those of `tidy.table_names`.

    Raises
    ------
    SweepError : for a place that is neither, and for a statement that DuckDB refuses.
    """
    if place.is_dir():
        if not (place / PROVENANCE).is_file():
            raise SweepError(f"The folder {str(place)!r} is no export; give a store, or a folder that an export wrote.")
        names = written(place / PROVENANCE)
        return _ask(sorted(file for file in place.iterdir() if file.name in names), sql)
    with tempfile.TemporaryDirectory(prefix="desksales-") as folder, open_store(place) as store:
        if store.is_empty:
            raise SweepError(f"No sweep was planned in {str(place)!r}; `desksales sweep` does that.")
        named = [table for table in table_names(store) if re.search(rf"\b{table}\b", sql, re.IGNORECASE)]
        files = [Path(folder) / f"{table}.parquet" for table in named]
        for table, file in zip(named, files, strict=True):
            write(batches(store, table), file)
        return _ask(files, sql)


def _ask(files: list[Path], sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Let DuckDB read these files, and no others, and write none."""
    import duckdb

    with duckdb.connect() as database:
        try:
            for file in files:
                path = str(file.absolute()).replace("'", "''")
                reader = "read_parquet" if file.suffix == ".parquet" else "read_csv"
                database.execute(f"CREATE VIEW \"{file.stem}\" AS SELECT * FROM {reader}('{path}')")
            allowed = ", ".join("'" + str(file.absolute()).replace("'", "''") + "'" for file in files)
            database.execute(f"SET allowed_paths = [{allowed}]")
            database.execute("SET enable_external_access = false")
            database.execute("SET lock_configuration = true")
            n = len(duckdb.extract_statements(sql))
            if n != 1:
                raise SweepError(f"The query has {n} statements; it must be one, for example \"select * from runs\".")
            told = database.execute(sql)
            columns = [column[0] for column in told.description or []]
            twice = next((name for name in columns if columns.count(name) > 1), None)
            if twice is not None:
                raise SweepError(f"The query gives two columns the name {twice!r}; name one of them anew with AS.")
            return columns, told.fetchall()
        except duckdb.Error as error:
            first = str(error).strip().splitlines()[0]
            raise SweepError(f"The query cannot be answered: {first.rstrip('.')}.") from None
