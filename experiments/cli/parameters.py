"""`desksales parameters`: every parameter with its value, bounds, meaning, source and evidence grade."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.console import output
from experiments.cli.errors import InputError
from experiments.cli.options import AsJson, With

if TYPE_CHECKING:
    from model.parameters.record import Record

OptionalScenario = Annotated[
    str | None,
    typer.Argument(metavar="[SCENARIO]", help="Show the values of this scenario instead of the defaults."),
]


def parameters(scenario: OptionalScenario = None, bundles: With = None, as_json: AsJson = False) -> None:
    """List the parameters: name, value, unit, bounds, meaning, source and evidence grade."""
    listed = _described(scenario, bundles)
    if as_json:
        print(json.dumps(listed, indent=2, ensure_ascii=False))
    else:
        _show(listed)


def _described(which: str | None, bundles: list[str] | None) -> list[dict[str, Any]]:
    from model.parameters import catalogue
    from model.scenario import load_scenario

    if which is None and bundles:
        raise InputError(f"--with {bundles[0]} needs a scenario to be laid over, for example home_based.")
    if which is None:
        return [_describe(record, record.default, record.grade) for record in catalogue().values()]
    chosen = load_scenario(which, bundles=bundles or ())
    return [
        _describe(record, chosen[record.full_name], chosen.grades.get(record.full_name, record.grade))
        for record in chosen.records()
    ]


def _describe(record: "Record", value: Any, grade: str) -> dict[str, Any]:
    return {
        "name": record.full_name, "value": value, "unit": record.unit, "low": record.low, "high": record.high,
        "choices": list(record.choices) or None, "bounds": bounds(record), "meaning": record.meaning,
        "source": record.source, "grade": grade,
    }  # fmt: skip


def bounds(record: "Record") -> str:
    """The allowed values in short."""
    if record.choices:
        return " | ".join(record.choices)
    if record.low is None or record.high is None:
        if record.kind is list:
            return "names" if record.is_names else "numbers"
        return "true | false" if record.kind is bool else ""
    return f"{record.low:,.12g} … {record.high:,.12g}"


def written(value: Any) -> str:
    """A value as one would write it after `--set name=`; a long list is cut short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        shown = ",".join(written(part) for part in value[:4])
        return f"[{shown}]" if len(value) <= 4 else f"[{shown},…] ({len(value)})"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _show(listed: list[dict[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    for title, ratio in (("name, meaning", 11), ("value, unit", 4), ("bounds", 4), ("source, grade", 4)):
        widest = max(len(entry["name"]) for entry in listed) if title.startswith("name") else None
        table.add_column(title, ratio=ratio, min_width=widest, overflow="fold")  # a name must stay in one piece
    for entry in listed:
        name, _, rest = entry["name"].rpartition(".")
        group = f"{name}." if name else ""
        table.add_row(
            Text.assemble((group, "dim"), (rest, "bold"), ("\n" + entry["meaning"], "dim")),
            Text.assemble(written(entry["value"]), ("\n" + entry["unit"], "dim")),
            Text(entry["bounds"]),
            Text.assemble((f"{entry['source']}\n", "dim"), entry["grade"]),
        )
    output().print(table)
