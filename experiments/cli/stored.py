"""What commands on a stored sweep share: their options, reading the store, and the folder of results."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.options import whole

if TYPE_CHECKING:
    from experiments.analysis.stored import StoredRuns

Measure = Annotated[
    str, typer.Option("--measure", metavar="NAME", help="The measure; `desksales measures` lists them all.")
]
Alternative = Annotated[
    str | None,
    typer.Option("--alternative", metavar="NAME", help="Which alternative of the sweep, if there are several."),
]
BootstrapSeed = Annotated[
    int,
    typer.Option("--bootstrap-seed", parser=whole("--bootstrap-seed", 1), metavar="S", help="Seed of the intervals."),
]


XName = Annotated[
    str | None, typer.Option("--x", metavar="NAME", help="Parameter along the axis; needed if several are varied.")
]
Against = Annotated[
    str | None,
    typer.Option(
        "--against", metavar="VALUE",
        help="Show differences to the runs with this value of --x, paired on common luck, not levels.",
    ),
]  # fmt: skip
Where = Annotated[
    list[str] | None,
    typer.Option("--where", metavar="NAME=VALUE", help="Only points with this value; may be repeated."),
]


def stored_runs(store: Path, measures: list[str]) -> "StoredRuns":
    """The planned runs of a store, with what is stale said."""
    from experiments.analysis.stored import check_measures, read_runs
    from experiments.cli.errors import say
    from experiments.sweep.store import open_store
    from model.compiled import model_version

    check_measures(measures)
    with open_store(store) as opened:
        stored = read_runs(opened, measures)
    if stored.model_version != model_version():
        say(
            f"The store {str(store)!r} was filled by another version of the model; its runs are analysed as they are, "
            "and running the sweep again does them anew."
        )
    return stored


def folder_for(out: Path | None, store: Path, part: str, as_json: bool) -> Path | None:
    """Where to write: where told, else below results/ by the store's name; with --json nowhere unless told."""
    if out is not None or as_json:
        return out
    return Path("results") / store.stem / part


def write_analysis(stage: Path, name: str, rows: Iterable[Mapping[str, Any]], about: Mapping[str, Any]) -> None:
    """Write a table as NAME.csv and what it is about as NAME.json; what is not known stays empty."""
    from experiments.cli.records import as_json

    rows = list(rows)
    with (stage / f"{name}.csv").open("w", newline="", encoding="utf-8") as stream:
        table = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        table.writeheader()
        for row in rows:
            table.writerow({key: "" if value is None or value != value else value for key, value in row.items()})
    (stage / f"{name}.json").write_text(as_json(about) + "\n", encoding="utf-8")
