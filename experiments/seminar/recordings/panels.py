"""What is plotted day by day: series, gathered in panels with the published figures beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from experiments.seminar.recordings.day import Day
from experiments.seminar.texts import short

if TYPE_CHECKING:
    from model.scenario import Scenario


@dataclass(frozen=True)
class Series:
    """One line of a plot: its name, what it is called, and how a day gives its value (nan: does not apply).

    `measure` is the measure whose published figure belongs beside the line, if there is one.
    """

    id: str
    label: str
    value: Callable[[Day], float]
    measure: str = ""


@dataclass(frozen=True)
class Panel:
    """Series that share a plot; `form` is lines, stack or steps, `unit` that of all of them."""

    id: str
    title: str
    unit: str
    form: str
    meaning: str
    series: tuple[Series, ...]


def day_values(panels: tuple[Panel, ...], day: Day) -> list[float | int | None]:
    """The day's values of all series, in order."""
    return [short(series.value(day)) for panel in panels for series in panel.series]


def panels_json(panels: tuple[Panel, ...], scenario: "Scenario") -> list[dict[str, Any]]:
    """The panels for the page."""
    return [
        {"id": panel.id, "title": panel.title, "unit": panel.unit, "form": panel.form, "meaning": panel.meaning,
         "series": [series.id for series in panel.series],
         "lines": [line for series in panel.series if (line := _published(series, scenario))]}
        for panel in panels
    ]  # fmt: skip


def series_json(panels: tuple[Panel, ...]) -> list[dict[str, Any]]:
    """All series for the page, in the order of a frame's values."""
    return [
        {"id": series.id, "label": series.label, "unit": panel.unit, "panel": panel.id}
        for panel in panels
        for series in panel.series
    ]


def _published(series: Series, scenario: "Scenario") -> dict[str, Any] | None:
    """The published figure of a series as a line across the plot."""
    figure = scenario.published.get(series.measure)
    if not figure or "value" not in figure:
        return None
    share = f"{100.0 * figure['value']:g} %" if series.measure.startswith("share_") else f"{figure['value']:g}"
    return {
        "series": series.id, "value": figure["value"], "tolerance": figure.get("tolerance"), "row": figure["row"],
        "label": f"published: {share}",
    }  # fmt: skip
