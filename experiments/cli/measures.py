"""`desksales measures`: what is reported of a run."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.console import output
from experiments.cli.errors import InputError
from experiments.cli.options import AsJson

if TYPE_CHECKING:
    from model.measures import Measure

Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Show only these measures.")]


def measures(names: Names = None, as_json: AsJson = False) -> None:
    """List the measures: name, unit, definition with its denominator, and evidence row."""
    from rich.table import Table
    from rich.text import Text

    listed = _wanted(names)
    if as_json:
        about = [
            {"name": m.name, "unit": m.unit, "definition": m.definition, "row": m.row, "theme": m.theme}
            for m in listed
        ]
        print(json.dumps(about, indent=2, ensure_ascii=False))
        return
    for theme, title in themes().items():
        of_theme = [measure for measure in listed if measure.theme == theme]
        if not of_theme:
            continue
        table = Table(
            box=None, padding=(0, 2, 0, 0), header_style="bold", expand=True, title=title,
            title_justify="left",
        )  # fmt: skip
        for heading, ratio in (("name, definition", 6), ("unit", 2), ("row", 2)):
            table.add_column(heading, ratio=ratio)
        for m in of_theme:
            table.add_row(Text.assemble((m.name, "bold"), (f"\n{m.definition}", "dim")), m.unit, m.row)
        output().print(table)
        output().print()


def themes() -> dict[str, str]:
    """Themes of measures, what they are about in the words of the files that declare them, and where they apply."""
    from model.document.measures import where
    from model.measures import MEASURES

    names = dict.fromkeys(measure.theme for measure in MEASURES.values())
    about = {name: sys.modules[f"model.measures.{name}"].__doc__.strip().splitlines()[0] for name in names}
    return {name: text.split(" (")[0].rstrip(".") + where(name) for name, text in about.items()}


def _wanted(names: list[str] | None) -> "list[Measure]":
    from model.measures import MEASURES
    from model.scenario import nearest

    for name in names or []:
        if name not in MEASURES:
            raise InputError(
                f"There is no measure {name!r}{nearest(name, MEASURES)}; `desksales measures` lists them all."
            )
    return [measure for name, measure in MEASURES.items() if not names or name in names]
