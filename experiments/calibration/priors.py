"""Prior ranges: uniform between two ends, for whole numbers each with the same weight.

What is sampled is a normal score z ~ N(0, 1), and the parameter is at Φ(z) of its range: scores have no ends, at which
a normal proposal would lose weight.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
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
    whole : the parameter is a whole number: a number from low − ½ to high + ½, rounded.
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
        """Ends before whole numbers are rounded."""
        return (self.low - 0.5, self.high + 0.5) if self.whole else (self.low, self.high)

    @property
    def sd(self) -> float:
        """Standard deviation of the prior, in the parameter's unit."""
        n = self.high - self.low + 1.0
        return ((n * n - 1.0) / 12.0) ** 0.5 if self.whole else (self.high - self.low) / 12.0**0.5

    def value(self, score: float) -> float | int:
        """The parameter's value for a score; what is not whole has six digits, to be typed again."""
        low, high = self.ends
        return self.shown(low + 0.5 * math.erfc(-score / math.sqrt(2.0)) * (high - low))

    def shown(self, number: float) -> float | int:
        """A number of the range as the parameter takes it."""
        if self.whole:
            return int(min(max(math.floor(number + 0.5), self.low), self.high))
        return float(f"{min(max(number, self.low), self.high):.6g}")

    def score(self, value: float, within: float = 0.5) -> float:
        """A score that gives a value; of a whole number, `within` (0 to 1) says where in its stretch."""
        low, high = self.ends
        place = (value - 0.5 + within if self.whole else value) - low
        return NormalDist().inv_cdf(min(max(place / (high - low), 1e-9), 1.0 - 1e-9))


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
