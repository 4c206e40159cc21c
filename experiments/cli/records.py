"""The tables that a run leaves in its folder: runs, summary, days, reviews, hours of the day, and the scenario."""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from experiments.replicate import Replications
    from model.simulation import Result

SUMMARY = (
    "name", "theme", "unit", "mean", "sd", "low", "high", "n", "value", "tolerance", "below", "above", "row",
    "meets", "definition",
)  # fmt: skip

CENTRE_DAYS = ("centre_days", "beyond_days", "offer_days", "control_days", "help_days")
"""Tables of the world with one row for each day of a centre."""


def details(result: "Result") -> dict[str, list[dict[str, Any]]]:
    """What is kept of a run beside its measures: records of days, of reviews, and more of a centre."""
    from experiments.tables import days, reviews
    from model.measures.hours import hours_by_segment

    kept = {"days": _records(days(result.world)), "reviews": _records(reviews(result.world, result.scenario))}
    if len(result.world.centre_days):
        kept |= {"centre_days": _centre_days(result), "lengths": _lengths(result)}
        kept |= {"hours": hours} if (hours := hours_by_segment(result.world, result.scenario)) else {}
    return kept


def write_tables(folder: Path, done: "Replications", description: Mapping[str, Any]) -> None:
    """Write runs.csv, summary.csv, days.csv, reviews.csv and scenario.json; for a centre its days and lengths, too, and
    hours.csv if segments are told apart."""
    (folder / "scenario.json").write_text(as_json(description) + "\n", encoding="utf-8")
    _write(folder / "runs.csv", list(done.runs[0]), done.runs)
    _write(folder / "summary.csv", SUMMARY, _summary(done))
    for name in done.extracts[0]:
        rows = [
            {"replication": k, "seed": done.seed + k - 1} | record
            for k, taken in enumerate(done.extracts, 1)
            for record in taken[name]
        ]
        _write(folder / f"{name}.csv", ["replication", "seed", *_columns(name, rows)], rows)


def as_json(content: Any) -> str:
    """JSON for people and programs."""
    return json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)


def _summary(done: "Replications") -> Iterable[dict[str, Any]]:
    from model.measures import MEASURES

    for name, entry in done.summary.items():
        about = MEASURES[name]
        record = {"name": name, "theme": about.theme, "row": about.row, "definition": about.definition}
        figure = entry.get("published", {})
        yield record | {key: value for key, value in {**entry, **figure}.items() if key in SUMMARY}


def _columns(name: str, rows: list[dict[str, Any]]) -> list[str]:
    from experiments.tables import days_type
    from model.world.ledgers import Reviews

    if name in ("hours", "centre_days"):
        return list(rows[0])[2:]
    if name == "lengths":
        return ["up_to_minutes", "n"]
    return list(days_type().names if name == "days" else Reviews.dtype.names)


def _centre_days(result: "Result") -> list[dict[str, Any]]:
    """Days of a centre, with the columns of every other table of its days that it keeps."""
    world = result.world
    tables = [getattr(world, name) for name in CENTRE_DAYS if len(getattr(world, name))]
    rows = [dict(item for table in day for item in table.items()) for day in zip(*map(_records, tables), strict=True)]
    about = {"people": len(world.advisors)}
    if len(world.control_days):
        about["rostered_hours"] = float(world.figures["hours"].sum())
    return [{"day": number} | row | about for number, row in enumerate(rows, 1)]


def _lengths(result: "Result") -> list[dict[str, Any]]:
    """Calls by class of length, each with its upper end."""
    n = result.world.lengths["n"].tolist()
    return [{"up_to_minutes": 0.01 * 10.0 ** ((k + 1) / 50.0), "n": count} for k, count in enumerate(n) if count]


def _records(table: Any) -> list[dict[str, Any]]:
    return [dict(zip(table.dtype.names, row, strict=True)) for row in table.tolist()]


def _write(file: Path, columns: Iterable[str], records: Iterable[Mapping[str, Any]]) -> None:
    """Write a CSV file; what is not known stays empty, truth is 1 or 0."""
    with file.open("w", newline="", encoding="utf-8") as stream:
        table = csv.DictWriter(stream, list(columns), lineterminator="\n")
        table.writeheader()
        for record in records:
            table.writerow({key: int(v) if isinstance(v, bool) else v for key, v in record.items()})
