"""How far a year is from what was published, in units of what was published.

A published value has a tolerance: a year is at distance 0 where it meets the value, at 1 at the edge of the tolerance.
A published bound (attainment below 1) has no tolerance, so the plan gives it a margin: the year is at 0 so far on the
right side of the bound or farther, at 1 at the bound, at 2 so far beyond it. A year's distance is that of its worst
pattern. So the years within distance 1 are exactly those that meet every pattern.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from experiments.calibration.errors import CalibrationError
from experiments.summary import published_figures
from model.scenario import Scenario, nearest

RUNAWAY = "runaway"
MET = 1.0
"""Distance within which every pattern is met."""


@dataclass(frozen=True)
class Pattern:
    """One published figure as a year is held against it.

    Attributes
    ----------
    measure : name of the measure.
    row : of the evidence.
    value, tolerance : a published value and how far off is near enough; nan if a bound was published.
    below, above : a published bound; infinite if there is none.
    margin : width of a bound, in the unit of the measure (see above).
    """

    measure: str
    row: str = ""
    value: float = math.nan
    tolerance: float = math.nan
    below: float = math.inf
    above: float = -math.inf
    margin: float = math.nan

    def misfit(self, x: float | None) -> float:
        """Distance of a measure, 0 or more; infinite where the measure does not apply to the year (None or nan)."""
        if x is None or math.isnan(x):
            return math.inf
        if not math.isnan(self.value):
            return abs(x - self.value) / self.tolerance
        return max(0.0, MET + max(x - self.below, self.above - x) / self.margin)

    @property
    def band(self) -> tuple[float, float]:
        """Ends of what meets the pattern; infinite where it is open."""
        if math.isnan(self.value):
            return self.above, self.below
        return self.value - self.tolerance, self.value + self.tolerance

    @property
    def said(self) -> str:
        """The published figure in words: `0.5 ± 0.03`, `< 1`."""
        if math.isnan(self.value):
            return f"< {self.below:g}" if math.isfinite(self.below) else f"> {self.above:g}"
        return f"{self.value:g} ± {self.tolerance:g}"


def distance(year: Mapping[str, float | None], patterns: Iterable[Pattern]) -> float:
    """The misfit of a year's worst pattern; infinite if the year ran away, which M-Tel did not."""
    if year.get(RUNAWAY) == 1.0:
        return math.inf
    return max(pattern.misfit(year[pattern.measure]) for pattern in patterns)


def patterns_of(scenario: Scenario, names: Iterable[str], margins: Mapping[str, float], fitted: bool) -> list[Pattern]:
    """The published figures of a scenario by name, as patterns; a bound that is fitted needs a margin."""
    figures, found = published_figures(scenario), []
    for name in names:
        if name not in figures:
            raise CalibrationError(
                f"{scenario.name} has no published figure {name!r}{nearest(name, figures)}; it has "
                f"{', '.join(figures)}."
            )
        figure = figures[name]
        numbers = {key: float(figure[key]) for key in ("value", "tolerance", "below", "above") if key in figure}
        if "value" not in figure and fitted and name not in margins:
            raise CalibrationError(
                f"{name} is published as a bound ({figure}), so [margins] must say how wide it is: {name} = 0.1, for "
                "example."
            )
        pattern = Pattern(name, figure["row"], **numbers, margin=float(margins.get(name, math.nan)))
        width = pattern.margin if math.isnan(pattern.value) else pattern.tolerance
        if fitted and not width > 0.0:
            raise CalibrationError(f"The tolerance or margin of {name} is {width}; it must be above 0.")
        found.append(pattern)
    return found
