"""What a parameter is: a record of name, unit, bounds, meaning, source and how well it is known.

A *theme* is a group of parameters (one file each in this folder). The tables of the README, the command line and
the visualiser are generated from these records, and every value that enters the model is checked against them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Grade = Literal["measured", "estimated", "calibrated", "assumed", "design"]
"""How well a value is known: `measured` (a figure in the sources), `estimated` (from another study), `calibrated`
(moved until published patterns were met), `assumed` (no source), `design` (a choice that the scholar varies)."""

LAWS = ("exponential", "lognormal", "fixed")
"""Laws of a duration with a given mean; the spread is a parameter of the lognormal alone."""

RULES = Path(__file__).parent.parent / "rules"


@dataclass(frozen=True)
class Record:
    """Everything there is to say about one parameter.

    Attributes: `group` and `name` (together `group.name`), `symbol` used in equations, `unit`, `default`, `low` and
    `high` (inclusive bounds of a number), `choices` (allowed names), `meaning`, `source` (evidence row or
    reference), `grade`.
    """

    group: str
    name: str
    default: Any
    kind: type
    unit: str
    meaning: str
    source: str
    grade: Grade
    symbol: str = ""
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    slot: str = ""

    @property
    def full_name(self) -> str:
        """`group.name`, as used by `--set`, `load_scenario` and scenario files (a bare name without a group)."""
        return f"{self.group}.{self.name}" if self.group else self.name

    @property
    def is_names(self) -> bool:
        """Whether the value is a list of names of rows of another table."""
        return self.kind is list and self.unit == "names"

    @property
    def allowed(self) -> str:
        """The allowed values in words."""
        if self.choices:
            return "one of " + ", ".join(self.choices)
        if self.kind is bool:
            return "true or false"
        if self.kind is list:
            return "a list of names" if self.is_names else "a list of numbers"
        if self.kind is str:
            return "a name"
        number = "a whole number" if self.kind is int else "a number"
        return f"{number} between {self.low:.12g} and {self.high:.12g}"


class Theme(BaseModel):
    """A group of parameters; fields are declared with `parameter` and `rule`."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @classmethod
    def records(cls, group: str) -> list[Record]:
        """The records of this theme under a group's name, in the order of the file."""
        return [
            Record(group=group, name=name, default=field.default, **field.json_schema_extra)
            for name, field in cls.model_fields.items()
        ]


def parameter(
    default: Any,
    unit: str,
    meaning: str,
    source: str,
    grade: Grade,
    low: float | None = None,
    high: float | None = None,
    symbol: str = "",
    choices: tuple[str, ...] = (),
) -> Any:
    """Declare a parameter of a theme; its type is that of the default."""
    kind = type(default)
    extra = dict(kind=kind, unit=unit, meaning=meaning, source=source, grade=grade, low=low, high=high,
                 symbol=symbol, choices=choices)  # fmt: skip
    bounds = {"ge": low, "le": high} if kind in (int, float) else {}
    return Field(default, json_schema_extra=extra, **bounds)


def names(meaning: str, source: str) -> Any:
    """Declare a list of names of rows of another table, empty by default."""
    extra = dict(kind=list, unit="names", meaning=meaning, source=source, grade="design")
    return Field([], json_schema_extra=extra)


def rule(default: str, slot: str, meaning: str, source: str) -> Any:
    """Declare a choice among the registered alternatives of a slot, a folder below `model/rules`."""
    extra = dict(kind=str, unit="rule", meaning=meaning, source=source, grade="design", choices=alternatives(slot),
                 slot=slot)  # fmt: skip
    return Field(default, json_schema_extra=extra)


def alternatives(slot: str) -> tuple[str, ...]:
    """Names registered in a slot: its files, sorted. Adding a file adds a name."""
    return tuple(sorted(file.stem for file in (RULES / slot).glob("*.py") if file.stem != "__init__"))
