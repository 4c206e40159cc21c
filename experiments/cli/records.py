"""The tables that a run leaves in its folder: runs, summary, days, reviews, and the scenario."""

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


def details(result: "Result") -> dict[str, list[dict[str, Any]]]:
    """What is kept of a run beside its measures: one record a day, one a review and team, and more of a centre."""
    kept = {"days": _days(result), "reviews": _reviews(result)}
    if len(result.world.centre_days):
        kept |= {"centre_days": _centre_days(result), "lengths": _lengths(result)}
    return kept


def write_tables(folder: Path, done: "Replications", description: Mapping[str, Any]) -> None:
    """Write runs.csv, summary.csv, days.csv, reviews.csv and scenario.json; for a centre its days and lengths, too."""
    (folder / "scenario.json").write_text(as_json(description) + "\n", encoding="utf-8")
    _write(folder / "runs.csv", list(done.runs[0]), done.runs)
    _write(folder / "summary.csv", SUMMARY, _summary(done))
    for name in done.extracts[0]:
        rows = [
            {"replication": k, "seed": done.seed + k - 1} | record
            for k, taken in enumerate(done.extracts, 1)
            for record in taken[name]
        ]
        _write(folder / f"{name}.csv", ["replication", "seed", *_columns(name)], rows)


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


def _columns(name: str) -> list[str]:
    from model.world.beyond import BeyondDays
    from model.world.centre import CentreDays
    from model.world.tables import Days, Reviews

    if name == "days":
        return ["day", *Days.dtype.names, *(f"minutes_{kind}" for kind in _rep_kinds().values())]
    if name == "centre_days":
        return ["day", *CentreDays.dtype.names, *BeyondDays.dtype.names]
    if name == "lengths":
        return ["up_to_minutes", "n"]
    return list(Reviews.dtype.names)


def _rep_kinds() -> dict[int, str]:
    """Kinds of work that reps do, by number, with names as in the measures."""
    from model.world import codes

    return {
        codes.PRODUCTION: "production", codes.TRANSCRIPTION: "transcription", codes.UPDATE: "update",
        codes.CHASE: "chase", codes.HELPLINE_TIME: "helpline", codes.REFUSED: "refused", codes.BREAK: "break",
        codes.IDLE: "idle",
    }  # fmt: skip


def _days(result: "Result") -> list[dict[str, Any]]:
    from model.world.codes import MINUTES

    world, records = result.world, []
    minutes = world.day_ledger["minutes"].reshape(-1, len(MINUTES))
    for number, (day, booked) in enumerate(zip(world.days, minutes, strict=True), 1):
        work = {f"minutes_{name}": float(booked[kind]) for kind, name in _rep_kinds().items()}
        records.append({"day": number} | _record(day) | work)
    return records


def _centre_days(result: "Result") -> list[dict[str, Any]]:
    """Days of a centre, with what was in its calls beyond query and purchase if there was any."""
    world = result.world
    beyond = [_record(day) for day in world.beyond_days] or [{}] * len(world.centre_days)
    days = zip(world.centre_days, beyond, strict=True)
    return [{"day": number} | _record(day) | more for number, (day, more) in enumerate(days, 1)]


def _lengths(result: "Result") -> list[dict[str, Any]]:
    """Calls by class of length, each with its upper end."""
    n = result.world.lengths["n"].tolist()
    return [{"up_to_minutes": 0.01 * 10.0 ** ((k + 1) / 50.0), "n": count} for k, count in enumerate(n) if count]


def _reviews(result: "Result") -> list[dict[str, Any]]:
    held = int(result.world.clock["review"]) * int(result.world.clock["n_teams"])
    return [_record(review) for review in result.world.reviews[:held]]


def _record(row: Any) -> dict[str, Any]:
    return dict(zip(row.dtype.names, row.tolist(), strict=True))


def _write(file: Path, columns: Iterable[str], records: Iterable[Mapping[str, Any]]) -> None:
    """Write a CSV file; what is not known stays empty, truth is 1 or 0."""
    with file.open("w", newline="", encoding="utf-8") as stream:
        table = csv.DictWriter(stream, list(columns), lineterminator="\n")
        table.writeheader()
        for record in records:
            table.writerow({key: int(v) if isinstance(v, bool) else v for key, v in record.items()})
