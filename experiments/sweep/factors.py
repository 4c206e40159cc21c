"""What a sweep varies: a parameter with its levels, or with the range that it is drawn from."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from experiments.sweep.errors import SweepError
from model.parameters.record import Record
from model.scenario import nearest

SCALES = ("linear", "log")
MOST = 10_000
"""Levels of a range at most."""
OF_A_RANGE = ("low", "high", "levels", "scale")
"""What a range may say, its ends first."""


@dataclass(frozen=True)
class Factor:
    """One parameter that is varied.

    Attributes
    ----------
    name : full name of the parameter.
    levels : its values one by one, in the order of the file; empty for a range.
    low, high : bounds of a range, both inclusive.
    n_levels : into how many values a grid divides the range; 0 if the file does not say.
    scale : `linear`, or `log` for equal steps of the logarithm.
    whole : the parameter is a whole number.
    """

    name: str
    levels: tuple[Any, ...] = ()
    low: float = 0.0
    high: float = 1.0
    n_levels: int = 0
    scale: str = "linear"
    whole: bool = False

    def at(self, u: float) -> Any:
        """The value at a place from 0 to 1: levels and whole numbers share the stretch equally."""
        if self.levels:
            return self.levels[min(int(u * len(self.levels)), len(self.levels) - 1)]
        if self.whole and self.scale == "linear":
            n = int(self.high) - int(self.low) + 1
            return int(self.low) + min(int(u * n), n - 1)
        value = self._between(u)
        return round(value) if self.whole else value

    def taken(self, u: float) -> float:
        """The place from 0 to 1 at which the value at `u` lies: `u` itself, but for levels (in equal steps) and whole
        numbers, whose place is that of the value that ran."""
        if self.levels:
            return self.levels.index(self.at(u)) / max(1, len(self.levels) - 1)
        if not self.whole:
            return u
        if self.scale == "log":
            return math.log(self.at(u) / self.low) / math.log(self.high / self.low)
        return (self.at(u) - self.low) / (self.high - self.low)

    def grid(self) -> tuple[Any, ...]:
        """The values that a full grid takes: the levels, or so many equal steps of the range, both ends
        included; the steps are rounded to twelve digits (0.3, not 0.30000000000000004).
        """
        if self.levels:
            return self.levels
        if self.n_levels < 2:
            raise SweepError(
                f"vary.{self.name} is a range from {self.low:g} to {self.high:g}; a grid needs to know into how many "
                "values it is divided, so add levels = 5, or list the values."
            )
        steps = [float(f"{self._between(k / (self.n_levels - 1)):.12g}") for k in range(self.n_levels)]
        return tuple(dict.fromkeys(round(step) for step in steps)) if self.whole else tuple(steps)

    def _between(self, u: float) -> float:
        if u in (0.0, 1.0):  # the ends as they are given, without the rounding of sums
            return (self.low, self.high)[int(u)]
        if self.scale == "log":
            return self.low * (self.high / self.low) ** u
        return self.low + u * (self.high - self.low)


def factor(record: Record, given: Any) -> Factor:
    """A factor from what the sweep file says of a parameter: a list of values, or a table with low and high."""
    name = f"vary.{record.full_name}"
    if isinstance(given, list | tuple):
        return _of_levels(name, record, list(given))
    if isinstance(given, Mapping):
        return _of_range(name, record, dict(given))
    raise SweepError(
        f"{name} is {given!r}; it must be a list of values, or a range {{low = …, high = …}}; what is not varied "
        "belongs into [hold]."
    )


def _of_levels(name: str, record: Record, given: list[Any]) -> Factor:
    if not given:
        raise SweepError(f"{name} is empty; list the values it takes, or leave it out.")
    if record.kind is float:
        given = [float(v) if isinstance(v, int) and not isinstance(v, bool) else v for v in given]
    for place, value in enumerate(given):
        if any(type(value) is type(other) and value == other for other in given[:place]):
            raise SweepError(f"{name} has the value {value!r} twice; each value may stand there once.")
    return Factor(record.full_name, tuple(given))


def _of_range(name: str, record: Record, given: dict[str, Any]) -> Factor:
    for key in given:
        if key not in OF_A_RANGE:
            raise SweepError(
                f"{name} has no {key!r}{nearest(key, OF_A_RANGE)}; a range may say {', '.join(OF_A_RANGE)}."
            )
    if record.kind not in (int, float):
        raise SweepError(f"{name} is a range, but the parameter must be {record.allowed}; list its values instead.")
    low, high, scale = given.get("low"), given.get("high"), given.get("scale", "linear")
    for bound, value in (("low", low), ("high", high)):
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise SweepError(f"{name} has {bound} = {value!r}; a range needs a number for both low and high.")
    if low >= high:
        raise SweepError(f"{name} runs from {low:g} to {high:g}; low must be below high.")
    if scale not in SCALES:
        raise SweepError(f"{name} has scale = {scale!r}; it must be one of {', '.join(SCALES)}.")
    if scale == "log" and low <= 0:
        raise SweepError(f"{name} has scale = 'log' and low = {low:g}; on a logarithmic scale low must be above 0.")
    if record.kind is int and (low != int(low) or high != int(high)):
        raise SweepError(f"{name} runs from {low:g} to {high:g}; the ends of a range of whole numbers are whole.")
    levels = given.get("levels", 0)
    if isinstance(levels, bool) or not isinstance(levels, int) or not (2 <= levels <= MOST or "levels" not in given):
        raise SweepError(f"{name} has levels = {levels!r}; it must be a whole number from 2 to {MOST}.")
    kind = int if record.kind is int else float
    return Factor(record.full_name, (), kind(low), kind(high), levels, scale, record.kind is int)
