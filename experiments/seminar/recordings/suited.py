"""Which panels suit a scenario."""

from typing import TYPE_CHECKING

from experiments.seminar.recordings import centre_panels, desk_panels
from experiments.seminar.recordings.layout import kind_of
from experiments.seminar.recordings.panels import Panel

if TYPE_CHECKING:
    from model.scenario import Scenario


def panels_of(scenario: "Scenario") -> tuple[Panel, ...]:
    """The panels of a desk, a queue or a centre, in the order in which they are drawn."""
    kind = kind_of(scenario)
    if kind == "desk":
        return desk_panels.PANELS
    return centre_panels.QUEUE if kind == "queue" else centre_panels.panels(scenario)
