"""Draws of what no source gives: from the posterior of a calibration if there is one, and from bounds.

A claim that holds only at the values that somebody chose is weak; so all its arms are run again at draws of the
parameters that were assumed, estimated or calibrated, and the share of draws at which it holds is reported.
"""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from experiments.claims.claim import Claim, ClaimError
from model.parameters.record import Record
from model.scenario import Scenario, ScenarioError

POSTERIOR = Path(__file__).parents[2] / "figures" / "calibration_posterior.csv"
"""A row a draw, a column a parameter by full name; a column `weight` says how often a row counts."""
CALIBRATED, WEIGHT = "mtel", "weight"
RANGES = Path(__file__).parent / "ranges.toml"

STRUCTURE = ("run", "people", "groups", "streams", "segments", "products", "staffing", "field", "costs")
"""Themes that say what is there, how large it is and what it costs: no draws but those of `ranges.toml`."""
DESK = (
    "demand", "customers", "calls", "salespeople", "learning", "channels", "mailbox", "tagged_mail", "helpline",
    "direct_number", "face_to_face", "reps", "incentives", "managers",
)  # fmt: skip
"""Themes of a desk and its service units: no draws in a centre, which has neither."""
UNKNOWN = ("assumed", "estimated", "calibrated")
SPREAD = 0.5
"""Where no range is written down, a value is drawn from half to one and a half of it, within its bounds."""

SEED = 20201
"""Of the draws; it has nothing to do with the seeds of runs."""


def draws_of(claim: Claim, n: int, posterior: Path = POSTERIOR) -> tuple[list[dict[str, Any]], str]:
    """So many draws for a claim, and in words where they come from.

    What an arm changes, or the claim fixes or holds, is not drawn; a draw that the model refuses is left out.
    """
    taken = {name for changes in claim.arms.values() for name in changes} | set(claim.hold) | set(claim.fixed)
    base = next(iter(claim.scenarios().values()))
    ranges = bounds_of(claim.scenario, base) | dict(claim.drawn)
    bounds = {name: ends for name, ends in ranges.items() if name not in taken}
    if claim.scenario == CALIBRATED and posterior.is_file():
        where = "the posterior where the calibration moved them, else bounds"
        return _from_posterior(claim, posterior, n, bounds, taken, base), where
    where = "bounds of what no source gives" if is_written(claim.scenario) else "half to one and a half of their value"
    return [draw for draw in _latin_hypercube(bounds, n, base) if _is_possible(claim, draw)], where


def _is_possible(claim: Claim, draw: Mapping[str, Any]) -> bool:
    """Whether the model takes a draw in every arm: shares that must leave a rest may not."""
    try:
        return all(scenario.changed(dict(draw)) for scenario in claim.scenarios().values())
    except ScenarioError:
        return False


def bounds_of(name: str, base: Scenario) -> dict[str, tuple[float, float]]:
    """From every parameter that is drawn to the ends of its range: written down, or around the scenario's value."""
    if is_written(name):
        return {parameter: tuple(ends) for parameter, ends in _written()[name].items()}
    values = base.values()
    around = {record.full_name: _around(record, values[record.full_name]) for record in base.records()
              if _is_unknown(record, values.get(record.full_name))}  # fmt: skip
    return {parameter: ends for parameter, ends in around.items() if ends[0] < ends[1]}


def is_written(name: str) -> bool:
    """Whether a scenario has ranges of its own in `ranges.toml`."""
    return name in _written()


@cache
def _written() -> dict[str, dict[str, list[float]]]:
    import tomllib

    return tomllib.loads(RANGES.read_text(encoding="utf-8"))


def _is_unknown(record: Record, value: Any) -> bool:
    number = record.kind is float and isinstance(value, float) and value != 0.0
    return number and record.grade in UNKNOWN and record.group.split(".")[0] not in (*STRUCTURE, *DESK)


def _around(record: Record, value: float) -> tuple[float, float]:
    ends = sorted((value * (1.0 - SPREAD), value * (1.0 + SPREAD)))
    return max(ends[0], record.low), min(ends[1], record.high)


def _latin_hypercube(bounds: Mapping[str, tuple[float, float]], n: int, base: Scenario) -> list[dict[str, Any]]:
    """In every n-th of every range exactly one draw; numbers are rounded to six digits, so that they can be read."""
    if not bounds:
        return [{} for _ in range(n)]
    from scipy.stats.qmc import LatinHypercube

    whole = {record.full_name for record in base.records() if record.kind is int}
    places = LatinHypercube(len(bounds), rng=SEED).random(n)
    return [
        {
            name: round(low + u * (high - low)) if name in whole else float(f"{low + u * (high - low):.6g}")
            for u, (name, (low, high)) in zip(row, bounds.items(), strict=True)
        }
        for row in places
    ]


def _from_posterior(
    claim: Claim, file: Path, n: int, bounds: Mapping[str, tuple[float, float]], taken: Iterable[str], base: Scenario
) -> list[dict[str, Any]]:
    """Rows of a posterior by systematic resampling: each as often, to one, as its weight says.

    What has bounds and no column is drawn beside them, for a calibration says nothing of it.

    Raises
    ------
    ClaimError : for a posterior that cannot be of this model, in one sentence.
    """
    rows, weights = read_posterior(file, base)
    places = (np.arange(n) + np.random.default_rng(SEED).random()) / n
    chosen = np.searchsorted(np.cumsum(weights / weights.sum()), places, side="right").clip(max=len(rows) - 1)
    beside = _latin_hypercube({name: ends for name, ends in bounds.items() if name not in rows[0]}, n, base)
    drawn = [
        {name: value for name, value in (other | rows[k]).items() if name not in taken}
        for k, other in zip(chosen, beside, strict=True)
    ]
    possible = [draw for draw in drawn if _is_possible(claim, draw)]
    if not possible:
        raise ClaimError(f"No draw of {file} is possible in every arm of {claim.title!r}; free what clashes there.")
    return possible


def read_posterior(file: Path, base: Scenario) -> tuple[list[dict[str, Any]], np.ndarray]:
    """Draws of a calibration, each by full name of a parameter, and their weights (1 where there is no such column)."""
    from difflib import get_close_matches

    with file.open(encoding="utf-8", newline="") as stream:
        table = csv.DictReader(stream)
        columns, lines = table.fieldnames or [], list(table)
    kinds = {record.full_name: record.kind for record in base.records()}
    for name in columns:
        if name not in kinds and name != WEIGHT:
            near = get_close_matches(name, [*kinds, WEIGHT], 1)
            meant = f"; did you mean {near[0]}?" if near else "."
            raise ClaimError(
                f"{file} has the column {name!r}; a column must be a parameter by full name, or {WEIGHT!r}{meant}"
            )
    if not lines:
        raise ClaimError(f"{file} has no draws; it must have a line of names and one for each draw.")
    rows, weights = [], []
    for number, line in enumerate(lines, 2):
        try:
            values = {name: float(line[name]) for name in columns}
        except (TypeError, ValueError):
            raise ClaimError(f"Line {number} of {file} is not a number in every column; it must be.") from None
        weights.append(values.pop(WEIGHT, 1.0))
        rows.append({name: round(value) if kinds[name] is int else value for name, value in values.items()})
    if min(weights) < 0.0 or not 0.0 < sum(weights) < float("inf"):
        raise ClaimError(f"The weights in {file} must be 0 or more, with a sum above 0; the least is {min(weights):g}.")
    for number, row in enumerate(rows, 2):
        try:
            base.changed(dict(row))
        except ScenarioError as error:
            raise ClaimError(f"Line {number} of {file} is no possible draw: {error}") from None
    return rows, np.array(weights)


def write_points(draws: list[dict[str, Any]], file: Path) -> Path:
    """Write draws as the list of points of a sweep, unless the file says the same already."""
    import io

    text = io.StringIO()
    table = csv.DictWriter(text, list(draws[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(draws)
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.is_file() or file.read_text(encoding="utf-8") != text.getvalue():
        file.write_text(text.getvalue(), encoding="utf-8")
    return file
