"""Measures: what is reported of a run, each with its unit, definition and source row."""

from model.measures import (  # noqa: F401  (they declare the measures)
    attachment, bonuses, calls, centre, compliance, control, differentiation, discounts, elsewhere, helping, incentives,
    network, offers, queue, regime, relations, self_service, stakes, streams, waits, work,
)  # fmt: skip
from model.measures.record import MEASURES, Measure
from model.measures.view import NAN, View

__all__ = ["MEASURES", "Measure", "View", "applies", "measure"]

OF_CENTRES = frozenset({
    "attachment", "centre", "control", "differentiation", "discounts", "elsewhere", "helping", "offers", "regime",
    "relations", "self_service", "streams",
})  # fmt: skip
"""Themes whose measures apply in call centres only."""
OF_UNITS = frozenset({"compliance", "stakes", "waits"})
"""Themes whose measures apply only where there are service units."""


def measure(world, scenario) -> dict[str, float]:
    """Every measure of a world, by name; nan where a measure does not apply."""
    view = View(world, scenario)
    absent = _absent(scenario)
    return {name: NAN if m.theme in absent else m.function(view) for name, m in MEASURES.items()}


def applies(name: str, scenario) -> bool:
    """Whether a measure may apply to a scenario at all; where its theme does not, it is nan in every run."""
    return MEASURES[name].theme not in _absent(scenario)


def _absent(scenario) -> frozenset[str]:
    """Themes that do not apply to a scenario."""
    return (frozenset() if scenario.groups else OF_CENTRES) | (frozenset() if scenario.people.units else OF_UNITS)
