"""`desksales export`: a store as tidy tables."""

from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.errors import InputError, say
from experiments.cli.options import named_path
from experiments.cli.stores import StorePath

Form = Annotated[str, typer.Option("--format", metavar="parquet|csv", help="Format of the tables.")]
Out = Annotated[
    Path, typer.Option("--out", parser=named_path("--out"), metavar="FOLDER", help="Folder to write, as a whole.")
]


def export(store: StorePath, out: Out, form: Form = "parquet") -> None:
    """Write the runs of a sweep, and what else it keeps, as sorted tables that are the same bytes each time."""
    from experiments.sweep.export import FORMATS
    from experiments.sweep.export import export as write
    from experiments.sweep.store import open_store
    from model.scenario import nearest

    if form not in FORMATS:
        raise InputError(f"--format is {form!r}{nearest(form, FORMATS)}; it must be one of {', '.join(FORMATS)}.")
    with open_store(store) as opened:
        if opened.is_empty:
            raise InputError(f"No sweep was planned in {str(store)!r}; `desksales sweep` does that.")
        if missing := opened.n_missing():
            say(f"{missing:,} of {opened.n_planned:,} runs are missing; their rows have the status `missing`.")
        rows = write(opened, out, form)
    print(f"Wrote {', '.join(f'{n:,} {table}' for table, n in rows.items())} to {out}")
