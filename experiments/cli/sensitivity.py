"""`desksales sensitivity`: which parameters a measure depends on, from a stored sweep."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.options import AsJson, whole
from experiments.cli.output import check_folder, staged
from experiments.cli.run import Out
from experiments.cli.stored import Alternative, BootstrapSeed, Measure, folder_for, write_analysis
from experiments.cli.stores import StorePath

if TYPE_CHECKING:
    from rich.table import Table

    from experiments.analysis.sensitivity import Sensitivity

First = Annotated[
    int | None,
    typer.Option(
        "--replications", parser=whole("--replications", 1), metavar="N",
        help="Use the first so many replications of each point; all if not given.",
    ),
]  # fmt: skip


def sensitivity(
    store: StorePath,
    measure: Measure,
    alternative: Alternative = None,
    replications: First = None,
    seed: BootstrapSeed = 1,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Tell which parameters a measure depends on: Sobol' indices or Morris screening of a stored sweep."""
    folder = folder_for(out, store, measure, as_json)
    if folder is not None:
        check_folder("--out", folder)
    from experiments.analysis.sensitivity import notes, ranges
    from experiments.analysis.sensitivity import sensitivity as analyse
    from experiments.cli.records import as_json as json_text
    from experiments.cli.stored import stored_runs
    from model.measures import MEASURES

    stored = stored_runs(store, [measure])
    found = analyse(stored, measure, alternative, replications, seed)
    about = {
        "design": found.design, "scenario": stored.sweep.base.name, "measure": measure,
        "unit": MEASURES[measure].unit, "definition": MEASURES[measure].definition, "points": found.points,
        "replications": found.replications, "ran_away": found.ran_away, "mean": found.mean, "sd": found.sd,
        "model_version": stored.model_version, "sweep": stored.sweep.as_data(),
        "shares": vars(found.shares) if found.shares else None, "ranges": ranges(stored), "notes": notes(found),
    }  # fmt: skip
    if folder is not None:
        from figures.sensitivity import draw

        with staged("--out", folder) as stage:
            write_analysis(stage, "sensitivity", found.rows, about)
            draw(stage)
    if as_json:
        print(json_text(about | {"parameters": _without_nan(found.rows)}))
    else:
        show(found, about)
        print(f"Written to {folder}")


def show(found: "Sensitivity", about: Mapping[str, Any]) -> None:
    """Print the table for people to read, the most important parameter first."""
    from experiments.analysis.sensitivity import DESIGNS
    from experiments.cli.console import output
    from experiments.cli.digits import plain

    console = output()
    console.print(f"[bold]{about['measure']} ({about['unit']}): {DESIGNS[found.design]}[/bold]")
    console.print(f"Mean over points {plain(found.mean)}, standard deviation {plain(found.sd)}.")
    console.print()
    console.print(_table(found, about))
    for note in about["notes"]:
        console.print(note)


COLUMNS = {
    "saltelli": (("total", "total"), ("first", "first order")),
    "morris": (("mu_star", "μ*"), ("sigma", "σ")),
}
"""Columns of a design, with their headings; the first one sorts the table."""


def _table(found: "Sensitivity", about: Mapping[str, Any]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    from experiments.cli.digits import estimate, plain

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("parameter, range", overflow="fold")
    for _, heading in COLUMNS[found.design]:
        table.add_column(heading, justify="right", no_wrap=True)
        table.add_column("95 % interval", justify="right", no_wrap=True)
    signed = found.design == "morris"
    if signed:
        table.add_column("μ", justify="right", no_wrap=True)
    for row in by_importance(found):
        cells: list[str] = []
        for key, _ in COLUMNS[found.design]:
            entry = {"mean": row[key], "low": row[f"{key}_low"], "high": row[f"{key}_high"]}
            cells += estimate(_without_nan([entry])[0])
        cells += [plain(row["mu"])] if signed else []
        about_row = Text.assemble((row["name"], "bold"), (f"\n{about['ranges'][row['name']]}", "dim"))
        table.add_row(about_row, *cells)
    return table


def by_importance(found: "Sensitivity") -> list[dict[str, Any]]:
    """Rows by total index or μ*, the largest first; unknown ones last."""
    key = COLUMNS[found.design][0][0]
    return sorted(found.rows, key=lambda row: (row[key] != row[key], -row[key] if row[key] == row[key] else 0.0))


def _without_nan(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: None if value != value else value for key, value in row.items()} for row in rows]
