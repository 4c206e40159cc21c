"""Many runs in a few numbers a measure: mean, spread, interval, and the published figure."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from model.scenario import Scenario, ScenarioError, nearest

CONDITIONS = ("value", "tolerance", "below", "above")
"""What a published figure may say: a value with a tolerance, or a bound that it lies below or above."""


def summarise(scenario: Scenario, runs: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Summary of every measure over runs.

    Parameters
    ----------
    scenario : whose published figures are set beside the means.
    runs : flat records with a number (or None: does not apply) for every measure.

    Returns
    -------
    From a measure's name to `mean`, `sd`, `low`, `high` (95 % t interval of the mean), `n` (runs to which
    the measure applies), `unit`, and, if the sources give a figure, `published`, its `row`, and `meets`. What
    cannot be told is None.
    """
    from model.measures import MEASURES

    figures = published_figures(scenario)
    summary = {}
    for name, measure in MEASURES.items():
        entry = interval([run[name] for run in runs if run[name] is not None]) | {"unit": measure.unit}
        if name in figures:
            figure = figures[name]
            entry |= {"published": figure, "row": figure["row"], "meets": meets(entry["mean"], figure)}
        summary[name] = entry
    return summary


def interval(values: Sequence[float]) -> dict[str, Any]:
    """Mean, standard deviation and, from two values on, the interval x̄ ± t(0.975, n − 1) s / √n."""
    from scipy.special import stdtrit

    n = len(values)
    mean = math.fsum(values) / n if n else None
    if n < 2:
        return {"mean": mean, "sd": None, "low": None, "high": None, "n": n}
    sd = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (n - 1))
    half = float(stdtrit(n - 1, 0.975)) * sd / math.sqrt(n)
    return {"mean": mean, "sd": sd, "low": mean - half, "high": mean + half, "n": n}


def meets(mean: float | None, figure: Mapping[str, Any]) -> bool:
    """Whether a mean lies within the tolerance of a published value and beyond a published bound."""
    if mean is None:
        return False
    near = "value" not in figure or abs(mean - figure["value"]) <= figure.get("tolerance", 0.0)
    return near and mean < figure.get("below", math.inf) and mean > figure.get("above", -math.inf)


def published_figures(scenario: Scenario) -> dict[str, dict[str, Any]]:
    """The published figures of a scenario, checked: measures that exist, and numbers."""
    from model.measures import MEASURES

    if not isinstance(scenario.published, dict):
        raise ScenarioError(f"[published] of {scenario.name} must be a table of figures by measure.")
    for name, figure in scenario.published.items():
        if name not in MEASURES:
            raise ScenarioError(
                f"There is no measure {name!r}{nearest(name, MEASURES)}, of which {scenario.name} gives a "
                "published figure; `desksales measures` lists them all."
            )
        given = figure if isinstance(figure, dict) else {}
        numbers = [given[key] for key in CONDITIONS if key in given]
        if not numbers or not isinstance(given.get("row"), str) or not all(_is_number(number) for number in numbers):
            raise ScenarioError(
                f"The published figure {name} of {scenario.name} must give a row and, as numbers, a value "
                "with a tolerance, or a bound: below or above."
            )
    return scenario.published


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
