"""From a sweep to its runs: cells (an alternative at a point) × replications, in an order that stays."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from experiments.horizon import days_name
from experiments.sweep.errors import SweepError
from experiments.sweep.file import Sweep
from experiments.sweep.outcome import digest_of
from experiments.sweep.run_spec import fingerprint, run_id
from model.scenario import ScenarioError, parse_value


@dataclass(frozen=True)
class Cell:
    """An alternative at a point of the design.

    Attributes
    ----------
    alternative : its name.
    point : number of the point, from 1, in the order of the design.
    factors : from each varied parameter to its value here.
    changes : everything that differs from the sweep's base scenario, in the words of the scenario.
    overrides : the complete parameters that differ from those of the base.
    parameters : fingerprint of the complete parameters.
    departures : fingerprint of those among them that differ from the model's defaults, which stays the same when the
        model gets a parameter more.
    """

    alternative: str
    point: int
    factors: dict[str, Any]
    changes: dict[str, Any]
    overrides: dict[str, Any]
    parameters: str
    departures: str


def n_runs(sweep: Sweep) -> int:
    """How many runs a sweep plans, without making its points where the design knows their number."""
    points = sweep.design.n_points(sweep.factors)
    if points is None:
        points = sum(1 for _ in sweep.design.points(sweep.factors, sweep.folder))
    return points * len(sweep.named_alternatives) * sweep.n_replications


def cells(sweep: Sweep) -> Iterator[Cell]:
    """All cells: alternative by alternative in the order of the file, and in each point by point."""
    base = sweep.base.values()
    defaults = {record.full_name: record.default for record in sweep.base.records()}
    for alternative, changes in sweep.named_alternatives.items():
        for number, point in enumerate(sweep.design.points(sweep.factors, sweep.folder), 1):
            at = point if sweep.design.varies else _parsed(sweep, point, number)
            try:
                complete = sweep.base.changed(changes | at).values()
            except ScenarioError as error:
                raise SweepError(f"Point {number} of the design cannot be run: {error}") from None
            overrides = {name: value for name, value in complete.items() if value != base[name]}
            departures = {name: value for name, value in complete.items() if value != defaults.get(name)}
            yield Cell(
                alternative, number, at, changes | at, overrides, fingerprint(complete), fingerprint(departures)
            )


def seed_of(sweep: Sweep, cell: Cell, replication: int) -> int:
    """Seed of a replication (from 1): the same at every point, or with independent luck the point's own."""
    if sweep.luck == "common":
        return sweep.seed + replication - 1
    return int(digest_of("luck", cell.departures, str(sweep.seed), str(replication))[:16], 16) >> 1


def run_of(sweep: Sweep, cell: Cell, replication: int, model_version: str) -> tuple[int, str]:
    """Seed and id of a replication of a cell."""
    seed = seed_of(sweep, cell, replication)
    return seed, run_id(cell.parameters, seed, model_version)


def definition(sweep: Sweep) -> str:
    """Everything that decides the plan, as text: if it is the same, so is the plan."""
    listed = sweep.folder / sweep.design.file if sweep.design.kind() == "points" else None
    content = listed.read_text(encoding="utf-8-sig") if listed is not None and listed.is_file() else ""
    return json.dumps([sweep.as_data(), sweep.base.values(), sweep.n_replications, content], sort_keys=True)


def _parsed(sweep: Sweep, point: dict[str, str], number: int) -> dict[str, Any]:
    """A point whose values are text."""
    decided = {name: "[hold]" for name in sweep.hold}
    for which, changes in sweep.alternatives.items():
        decided |= {name: f"[alternatives.{which}]" for name in changes if name not in decided}
    if sweep.days is not None:
        decided[days_name(sweep.base)] = "days"
    twice = next((name for name in point if name in decided), None)
    if twice is not None:
        where = decided[twice]
        raise SweepError(f"{twice} stands in {where} and in the list of points; only one of them can decide it.")
    try:
        return {name: parse_value(sweep.base, name, text) for name, text in point.items()}
    except ScenarioError as error:
        raise SweepError(f"Point {number} of {sweep.design.file!r} cannot be run: {error}") from None
