"""Measures: what is reported of a run, each with its unit, definition and source row."""

from model.measures import (  # noqa: F401  (they declare the measures)
    attachment, bonuses, calls, centre, compliance, control, differentiation, discounts, elsewhere, helping, incentives,
    network, offers, queue, regime, relations, self_service, waits, work,
)  # fmt: skip
from model.measures.record import MEASURES, Measure
from model.measures.view import View

__all__ = ["MEASURES", "Measure", "View", "measure"]


def measure(world, scenario) -> dict[str, float]:
    """Every measure of a world, by name; nan where a measure does not apply."""
    view = View(world, scenario)
    return {name: record.function(view) for name, record in MEASURES.items()}
