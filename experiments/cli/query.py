"""`desksales query`: SQL over the tables of a store or of an export."""

from math import isfinite
from typing import Annotated

import typer

from experiments.cli.options import AsJson
from experiments.cli.stores import StorePath

Sql = Annotated[str, typer.Argument(metavar='"select …"', help="One statement in DuckDB's SQL.")]


def query(store: StorePath, sql: Sql, as_json: AsJson = False) -> None:
    """Answer a question in SQL; tables are those of an export: runs, days, reps, … Nothing is written."""
    from experiments.sweep.query import answer

    columns, rows = answer(store, sql)
    if as_json:
        import json

        known = [[None if isinstance(value, float) and not isfinite(value) else value for value in row] for row in rows]
        print(json.dumps([dict(zip(columns, row, strict=True)) for row in known], indent=2, default=str))
        return
    from rich.table import Table

    from experiments.cli.console import output
    from experiments.cli.digits import MISSING

    table = Table(*columns, box=None, padding=(0, 2, 0, 0), header_style="bold")
    for row in rows:
        table.add_row(*(MISSING if value is None else str(value) for value in row))
    output().print(table)
