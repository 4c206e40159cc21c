"""The plan of a calibration: a TOML file, checked before anything is run."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from experiments.calibration.errors import CalibrationError
from experiments.calibration.patterns import Pattern, patterns_of
from experiments.calibration.priors import Prior, priors_of, ranges_of
from experiments.sweep.refusals import WORDS
from model.parameters.record import Grade
from model.scenario import load_scenario, nearest

FOR_EACH = 3
"""Years of the pilot for each parameter that it varies, at least."""
PLAN = Path(__file__).parent / "plan.toml"


class Part(BaseModel):
    """A table of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Pilot(Part):
    """`years`: points of the Latin hypercube. `seed`: of the points. `least`: partial rank correlation with some
    fitted figure, in absolute value, from which a parameter is worth calibrating. `grades`: those it may have."""

    years: int = Field(ge=10, le=100_000)
    seed: int = Field(ge=0, lt=2**31)
    least: float = Field(gt=0.0, lt=1.0)
    grades: list[Grade] = Field(min_length=1)


class Sequence(Part):
    """`nearest`: years of the pilot that are the first generation. `particles`: kept of every later one.
    `seed`: of all luck. `tighten`: quantile of a generation's
    distances within which the next must be."""

    nearest: int = Field(ge=10, le=100_000)
    particles: int = Field(ge=10, le=100_000)
    seed: int = Field(ge=0, lt=2**31)
    tighten: float = Field(gt=0.0, lt=1.0)


class Check(Part):
    """`replications`: years of every particle of the posterior that are run again, under other seeds."""

    replications: int = Field(ge=1, le=1000)


class Point(Part):
    """`candidates`: particles nearest to the middle that are tried. `replications`: years of each."""

    candidates: int = Field(ge=1, le=1000)
    replications: int = Field(ge=2, le=10_000)


class File(Part):
    """The file as it stands."""

    scenario: str
    fitted: list[str] = Field(min_length=1)
    held_out: list[str]
    margins: dict[str, float] = Field({})
    hold: dict[str, Any] = Field({})
    pilot: Pilot
    sequence: Sequence
    check: Check
    point: Point
    ranges: dict[str, list[float | int]] = Field({})


@dataclass(frozen=True)
class Plan:
    """A checked plan.

    Attributes
    ----------
    scenario : name of the scenario. `hold` : what differs from it in every year. `text` : the file as it stands.
    fitted, held_out : patterns that a year must meet, and patterns that are looked at afterwards.
    priors : everything the pilot varies. `pilot`, `sequence`, `check`, `point` : see there.
    """

    scenario: str
    hold: Mapping[str, Any]
    text: str
    fitted: tuple[Pattern, ...]
    held_out: tuple[Pattern, ...]
    priors: tuple[Prior, ...]
    pilot: Pilot
    sequence: Sequence
    check: Check
    point: Point

    @property
    def measures(self) -> tuple[str, ...]:
        """What is looked at in a year."""
        return tuple(pattern.measure for pattern in (*self.fitted, *self.held_out))


def read(path: Path = PLAN) -> Plan:
    """A plan from its file.

    Raises
    ------
    CalibrationError, ScenarioError : for what cannot be, in one sentence.
    """
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CalibrationError(f"The plan {str(path)!r} is not valid TOML: {str(error).rstrip('.')}.") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text in UTF-8"
        raise CalibrationError(f"The plan {str(path)!r} cannot be read ({reason}).") from None
    return plan_of(content, text)


def plan_of(content: Mapping[str, Any], text: str = "") -> Plan:
    """A plan from what its file says."""
    try:
        file = File(**content)
    except ValidationError as error:
        raise CalibrationError(_sentence(error.errors()[0])) from None
    scenario = load_scenario(file.scenario).changed(file.hold)
    both = [name for name in file.fitted if name in file.held_out]
    if both:
        raise CalibrationError(f"{both[0]} stands in fitted and in held_out; what is fitted cannot be a check.")
    fitted = patterns_of(scenario, file.fitted, file.margins, fitted=True)
    held_out = patterns_of(scenario, file.held_out, file.margins, fitted=False)
    for name in file.margins:
        if name not in file.fitted:
            raise CalibrationError(f"[margins] has {name!r}, which is not fitted; take it out, or add it to fitted.")
    ranges = ranges_of(file.scenario, file.ranges)
    for name in file.hold:
        if name in ranges:
            raise CalibrationError(f"{name} stands in [hold] and has a range; what may move cannot be held.")
    priors = priors_of(scenario, ranges)
    if file.pilot.years < FOR_EACH * len(priors):
        raise CalibrationError(
            f"pilot.years of the plan is {file.pilot.years}, for {len(priors)} parameters; it must be "
            f"{FOR_EACH * len(priors)} or more, or partial rank correlations would tell nothing."
        )
    return Plan(
        file.scenario, file.hold, text, tuple(fitted), tuple(held_out), tuple(priors), file.pilot, file.sequence,
        file.check, file.point,
    )  # fmt: skip


PARTS: dict[str, type[Part]] = {"pilot": Pilot, "sequence": Sequence, "check": Check, "point": Point}


def _sentence(error: Mapping[str, Any]) -> str:
    """What pydantic finds wrong, in a sentence of ours."""
    *above, last = [str(step) for step in error["loc"]]
    name, fields = ".".join([*above, last]), (PARTS[above[0]] if above and above[0] in PARTS else File).model_fields
    where = f"[{above[0]}] of the plan" if above else "The plan"
    if error["type"] == "extra_forbidden":
        return f"{where} has no {last!r}{nearest(last, fields)}; it may say {', '.join(fields)}."
    if error["type"] == "missing":
        return f"{where} must say {last}; experiments/calibration/plan.toml is an example."
    allowed = error["msg"].removeprefix("Input should be ")
    for pydantics, ours in WORDS.items():
        allowed = allowed.replace(pydantics, ours)
    return f"{name} of the plan is {error.get('input')!r}; it must be {allowed}."
