"""Prior ranges: uniform between two ends, for whole numbers each with the same weight."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from experiments.calibration.errors import CalibrationError
from experiments.claims.draws import RANGES
from model.scenario import Scenario, nearest


@dataclass(frozen=True)
class Prior:
    """What a parameter may be before a year was seen.

    Attributes
    ----------
    name : full name of the parameter.
    low, high : ends of the range, in the parameter's unit, both inclusive.
    whole : the parameter is a whole number; what is sampled is a number from low − ½ to high + ½ that is rounded.
    grade : how well the record says it is known.
    default : the scenario's own value.
    """

    name: str
    low: float
    high: float
    whole: bool = False
    grade: str = ""
    default: float = 0.0

    @property
    def ends(self) -> tuple[float, float]:
        """Ends of what is sampled."""
        return (self.low - 0.5, self.high + 0.5) if self.whole else (self.low, self.high)

    @property
    def sd(self) -> float:
        """Standard deviation of the prior, in the parameter's unit."""
        n = self.high - self.low + 1.0
        return ((n * n - 1.0) / 12.0) ** 0.5 if self.whole else (self.high - self.low) / 12.0**0.5

    def value(self, sampled: float) -> float | int:
        """The parameter's value for a number that was sampled; what is not whole has six digits, to be typed again."""
        if self.whole:
            return round(min(max(sampled, self.low), self.high))
        return float(f"{sampled:.6g}")


def ranges_of(scenario: str, further: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """All ranges that a calibration may use: those of the claims' draws, and those of the plan for other parameters."""
    written = tomllib.loads(RANGES.read_text(encoding="utf-8")).get(scenario, {})
    for name in further:
        if name in written:
            raise CalibrationError(
                f"[ranges] has {name!r}, whose range is in experiments/claims/{RANGES.name} already; take it out, or "
                "change it there."
            )
    return {name: _ends(name, given) for name, given in {**written, **further}.items()}


def _ends(name: str, given: Any) -> tuple[float, float]:
    numbers = isinstance(given, list) and len(given) == 2 and all(type(end) in (int, float) for end in given)
    if not numbers or not given[0] < given[1]:
        raise CalibrationError(
            f"The range of {name} is {given!r}; it must be two numbers, the lower first, as in [0.1, 0.8]."
        )
    return given[0], given[1]


def priors_of(scenario: Scenario, ranges: Mapping[str, tuple[float, float]]) -> list[Prior]:
    """Priors over ranges, checked against the records of the parameters."""
    records = {record.full_name: record for record in scenario.records()}
    values, found = scenario.values(), []
    for name, (low, high) in ranges.items():
        if name not in records:
            raise CalibrationError(
                f"There is no parameter {name!r}{nearest(name, records)} to give a range; `desksales parameters` lists "
                "them all."
            )
        record = records[name]
        if record.kind not in (int, float):
            raise CalibrationError(f"{name} must be {record.allowed}, so it has no range; take it out.")
        if low < record.low or high > record.high:
            raise CalibrationError(f"The range of {name} is {low:g} … {high:g}; it must be {record.allowed}.")
        whole = record.kind is int
        if whole and (low != int(low) or high != int(high)):
            raise CalibrationError(f"The range of {name} is {low:g} … {high:g}; both ends must be whole numbers.")
        found.append(Prior(name, low, high, whole, record.grade, float(values[name])))
    return found
