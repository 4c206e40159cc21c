"""`desksales log`: the event log of a run as a table."""

from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.one_run import one_run
from experiments.cli.options import Changes, Days, ScenarioName, Seed, With, chosen, named_path
from experiments.cli.output import check_file, staged

Out = Annotated[
    Path,
    typer.Option("--out", parser=named_path("--out"), metavar="F", help="File to write: .parquet, or .csv."),
]


def log(
    scenario: ScenarioName, out: Out, seed: Seed = 1, days: Days = None, changes: Changes = None, bundles: With = None
) -> None:
    """Write everything that happened in a run, one line an event."""
    which, _ = chosen(scenario, changes, days, bundles)
    check_file("--out", out, (".parquet", ".csv"))
    result = one_run(which, seed, log=True)
    from experiments.events import event_table

    table = event_table(result.log, which.run.day_minutes)
    with staged("--out", out.parent, out) as stage:
        if out.suffix == ".csv":
            from pyarrow import csv

            csv.write_csv(table, stage / out.name)
        else:
            from pyarrow import parquet

            parquet.write_table(table, stage / out.name)
    print(f"Wrote {table.num_rows} events to {out}")
