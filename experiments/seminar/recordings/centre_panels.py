"""The plots of a centre that answers streams of calls, and those of a textbook queue."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from experiments.seminar.recordings.day import RECENT, Day
from experiments.seminar.recordings.panels import Panel, Series
from model.measures.view import ratio

if TYPE_CHECKING:
    from model.scenario import Scenario


def wait_seconds(day: Day) -> float:
    """Mean wait of callers whose wait ended on the day, whether answered or not."""
    return 60.0 * ratio(day.tally("waited"), day.tally("n_begun") + day.tally("n_left"))


def abandoned(day: Day) -> float:
    """Callers who hung up, over those whose wait ended on the day."""
    return ratio(day.tally("n_left"), day.tally("n_begun") + day.tally("n_left"))


def growth(name: str) -> Callable[[Day], float]:
    """What a tally of the call queues grew by on the day; nan on the first morning."""
    return lambda day: day.tally(name) if day.number else float("nan")


def over(table: str, numerator: str, denominator: str, day: Day) -> float:
    """One column over another, last ten days."""
    return ratio(day.of_days(table, numerator, RECENT), day.of_days(table, denominator, RECENT))


def on_day(table: str, column: str) -> Callable[[Day], float]:
    """A column of a table with one row a day."""
    return lambda day: day.last(table, column)


def points_an_hour(day: Day) -> float:
    """Incentive points of all people over their rostered hours, last ten days."""
    days = min(RECENT, day.number)
    return ratio(day.of_days("control_days", "points", RECENT), days * float(day.world.figures["hours"].sum()))


def occupancy(day: Day) -> float:
    """Time on calls over the time of all people, breaks included, of the day."""
    busy = float((day.now.busy - day.before.busy).sum())
    return ratio(busy, len(day.now.busy) * day.scenario.run.day_minutes) if day.number else float("nan")


def in_queue(day: Day) -> float:
    """Callers waiting, mean over the day."""
    return float(day.waiting[day.world.queues["measured"] == 1].sum()) if day.number else float("nan")


CALLS = Panel(
    "calls", "Calls", "calls a day", "lines",
    "Calls answered on the day, callers who hung up, callers who found all lines taken.",
    (Series("answered", "answered", growth("n_begun")), Series("left", "hung up", growth("n_left")),
     Series("blocked", "turned away", growth("n_blocked"))),
)  # fmt: skip
WAITS = Panel(
    "waits", "How long callers wait", "seconds", "lines", "Mean wait of callers whose wait ended on the day.",
    (Series("wait", "wait", wait_seconds),),
)  # fmt: skip
ABANDONED = Panel(
    "abandoned", "Callers who hang up", "share", "lines", "Callers who hung up, over those whose wait ended that day.",
    (Series("abandoned", "hung up", abandoned, "abandonment_share"),),
)  # fmt: skip
WAITING = Panel(
    "waiting", "Callers in the queue", "callers", "lines", "Callers waiting, mean over the day.",
    (Series("in_queue", "waiting", in_queue),),
)  # fmt: skip
BUSY = Panel(
    "busy", "People on the telephone", "share", "lines", "Time on calls and after them, over all time of the day.",
    (Series("occupancy", "occupancy", occupancy),),
)  # fmt: skip
SERVED = Panel(
    "served", "How callers are served", "share", "lines",
    "Queries resolved and satisfaction with the contact over the last ten days; mean morale of the people who answer.",
    (Series("resolved", "queries resolved", partial(over, "centre_days", "n_resolved", "n_answered")),
     Series("satisfaction", "satisfaction", partial(over, "centre_days", "satisfaction", "n_outcomes")),
     Series("morale", "morale", on_day("centre_days", "morale"))),
)  # fmt: skip
SALES = Panel(
    "sales", "Sales in calls", "$ a day", "lines", "Purchases made in calls on the day.",
    (Series("sales", "sales", on_day("centre_days", "sales")),),
)  # fmt: skip
OFFERS = Panel(
    "offers", "Offers", "share", "lines",
    "Offers made, over calls, and prompts on the screen followed, over prompts; last ten days.",
    (Series("offered", "offers over calls", partial(over, "offer_days", "n_offers", "n_calls")),
     Series("followed", "prompts followed", partial(over, "offer_days", "n_followed", "n_prompts"))),
)  # fmt: skip
POINTS = Panel(
    "points", "Incentive points", "points an hour", "lines",
    "Points of all people over their rostered hours, last ten days.",
    (Series("points", "points an hour", points_an_hour),),
)  # fmt: skip
CONTROL = Panel(
    "control", "Control and its cost", "share", "lines",
    "How much people feel watched, keep to the call structure, and give of their own accord; mean over people.",
    (Series("watched", "feel watched", on_day("control_days", "watched")),
     Series("compliance", "keep to the structure", on_day("control_days", "compliance")),
     Series("effort", "discretionary effort", on_day("control_days", "effort"))),
)  # fmt: skip

QUEUE = (CALLS, WAITS, WAITING, ABANDONED, BUSY)


def panels(scenario: "Scenario") -> tuple[Panel, ...]:
    """The panels of a centre: offers only where products are offered, control only where figures are kept."""
    chosen = [CALLS, WAITS, ABANDONED, SERVED, BUSY, SALES]
    chosen += [OFFERS] if scenario.products else []
    chosen += [POINTS, CONTROL] if scenario.control.figures_kept else []
    return tuple(chosen)
