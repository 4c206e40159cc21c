"""What is kept of a calibration in figures/: tables, pictures and a page, all from what was run and nothing else."""

import csv
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from experiments.calibration import check, posterior
from experiments.calibration.conduct import Calibrated, about
from experiments.calibration.page import page

DIGITS = 6
"""Significant digits of numbers in tables, so that last bits of floating point do not show."""


def write(found: Calibrated, folder: Path) -> None:
    """Write tables, figures and the page into a folder."""
    from figures import calibration_pairs, calibration_patterns

    told = tables(found)
    for name, rows in told.items():
        write_csv(folder / f"{name}.csv", rows)
    facts = rounded(about(found))
    (folder / "calibration.json").write_text(as_json(facts), encoding="utf-8")
    (folder / "calibration.md").write_text(page(found.plan, facts, told), encoding="utf-8")
    calibration_pairs.draw(folder)
    calibration_patterns.draw(folder)


def tables(found: Calibrated) -> dict[str, list[dict[str, Any]]]:
    """The tables by name: the posterior's summary, its particles, the check, and what the pilot said."""
    names = [pattern.measure for pattern in found.plan.fitted]
    piloted = found.piloted.prcc
    chosen = {prior.name for prior in found.problem.priors}
    screening = [
        {"parameter": prior.name, "grade": prior.grade, "low": prior.low, "high": prior.high,
         "calibrated": prior.name in chosen, "strongest": float(piloted.loc[prior.name, names].abs().max()),
         **{name: float(piloted.loc[prior.name, name]) for name in piloted}}
        for prior in found.plan.priors
    ]  # fmt: skip
    screening.sort(key=lambda row: -row["strongest"])
    return {
        "calibration": rounded(posterior.table(found.posterior)),
        "calibration_posterior": particles(found),
        "calibration_patterns": rounded(check.table(found.plan, found.years, found.weights, found.piloted.years)),
        "calibration_screening": rounded(screening),
    }


def particles(found: Calibrated) -> list[dict[str, Any]]:
    """A row a particle: its values by full name, and its weight."""
    kept = found.posterior
    return [
        {prior.name: prior.shown(x) for prior, x in zip(kept.priors, row, strict=True)} | {"weight": rounded(weight)}
        for row, weight in zip(kept.values, kept.weights.tolist(), strict=True)
    ]


def rounded(value: Any) -> Any:
    """Numbers to six significant digits, wherever they stand; nan, which JSON does not know, becomes None."""
    if isinstance(value, bool) or not isinstance(value, float | Mapping | list | tuple):
        return value
    if isinstance(value, float):
        return None if math.isnan(value) else float(f"{value:.{DIGITS}g}")
    if isinstance(value, Mapping):
        return {name: rounded(part) for name, part in value.items()}
    return [rounded(part) for part in value]


def write_csv(file: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows; an open end of a band stays empty."""
    rows = list(rows)
    with file.open("w", newline="", encoding="utf-8") as stream:
        table = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        table.writeheader()
        for row in rows:
            table.writerow({name: "" if value in (math.inf, -math.inf) else value for name, value in row.items()})


def as_json(facts: Mapping[str, Any]) -> str:
    """The facts as text, names in order."""
    import json

    return json.dumps(facts, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
