"""Customers told apart: segments and their errors, lines, overflow, waits and idleness by segment."""

import numpy as np

from model.parameters.run import DAYS_A_YEAR
from model.measures.record import measure
from model.measures.view import NAN, View, ratio
from model.parameters.segments import KINDS
from model.world.codes import BREAK, IDLE, MINUTES, SERVES, STARS
from model.world.differentiation import PARTS


def total(view: View, column: str) -> float:
    """Sum of a column over all segments; 0 where customers are not told apart."""
    return view.total("segments", column)


def share(view: View, numerator: str, denominator: str) -> float:
    """Sum of one column of the segments over the sum of another."""
    return ratio(total(view, numerator), total(view, denominator))


def group_kinds(view: View) -> np.ndarray:
    """What each group's segment stands for: that of the first stream that it serves."""
    streams = list(view.scenario.streams)
    first = [streams.index(group.serves[0]) if group.serves else 0 for group in view.scenario.groups.values()]
    return view.world.segments["kind"][view.world.streams["segment"][first]]


@measure("share", "002-03, 002-15")
def misclassification(view: View) -> float:
    """Customers whose record shows a segment that is not the true one, over customers: mean over computations."""
    right = share(view, "n_right", "n_observed")
    return 1.0 - right


@measure("share", "002-15")
def misclassification_final(view: View) -> float:
    """The same at the end, records that were put right included."""
    records = view.world.records
    return ratio((records["observed"] != records["segment"]).sum(), len(records))


def _stars(view: View, column: str) -> float:
    segments = view.world.segments[view.world.segments["kind"] == STARS]
    return ratio(segments[column].sum(), segments["n_observed"].sum())


@measure("share", "002-13")
def false_star_share(view: View) -> float:
    """Customers whose record wrongly shows the Star segment, over those whose record shows it: mean over
    computations."""
    return 1.0 - _stars(view, "n_right")


@measure("share", "002-13")
def star_incident_share(view: View) -> float:
    """Customers in the course of a payment incident, over those whose record shows the Star segment: mean over
    computations."""
    return _stars(view, "n_incidents")


@measure("share", "002-13")
def false_star_effort(view: View) -> float:
    """Length of calls in the lines of Stars with customers who are not truly Stars, over that of all calls in them."""
    minutes = view.world.segments["star_minutes"]
    return ratio(minutes[view.world.segments["kind"] != STARS].sum(), minutes.sum())


@measure("share", "002-07")
def identified_call_share(view: View) -> float:
    """Calls whose number was found in the database, over calls that came to the menu."""
    return share(view, "n_identified", "n_calls")


@measure("share", "002-08")
def misroute_rate(view: View) -> float:
    """Calls that went to another line than that of their motive and true segment, over calls that came to the menu."""
    return share(view, "n_misrouted", "n_calls")


@measure("share", "002-08, 002-09")
def transfer_rate(view: View) -> float:
    """Calls passed on to another line, over calls answered and calls passed on."""
    return ratio(total(view, "n_passed_on"), total(view, "n_passed_on") + total(view, "n_answered"))


@measure("share", "002-09")
def menu_abandonment_share(view: View) -> float:
    """Callers who hung up in the menu, over calls that came to it."""
    return share(view, "n_left_menu", "n_calls")


@measure("share", "002-26")
def latent_share(view: View) -> float:
    """Calls not made for the wait that was expected, over calls wanted."""
    return ratio(total(view, "n_latent"), total(view, "n_latent") + total(view, "n_calls"))


@measure("share", "002-27")
def call_back_share(view: View) -> float:
    """Call-backs agreed on, over calls that came to the menu."""
    return share(view, "n_calls_back", "n_calls")


@measure("share", "002-19")
def overflow_resolution(view: View) -> float:
    """Calls ended outside the groups that serve their line that resolved the query, over all such calls."""
    return share(view, "n_over_resolved", "n_overflowed")


@measure("share", "002-19")
def home_resolution(view: View) -> float:
    """Calls ended in a group that serves their line that resolved the query, over all such calls."""
    if not len(view.world.segments):
        return NAN
    ended = view.total("advisors", "n_calls") - total(view, "n_overflowed")
    return ratio(total(view, "n_resolved") - total(view, "n_over_resolved"), ended)


@measure("ratio", "002-19")
def overflow_purchase_ratio(view: View) -> float:
    """Purchases that overflowed calls brought over those that customers all well served would have made, beside the
    same at home."""
    over = ratio(total(view, "n_over_bought"), total(view, "over_purchases"))
    bought = total(view, "n_bought") - total(view, "n_over_bought")
    return ratio(over, ratio(bought, total(view, "purchases") - total(view, "over_purchases")))


@measure("per year", "002-05")
def churn_per_year(view: View) -> float:
    """Customers who left the firm in a year of 250 days, over customers."""
    return ratio(total(view, "n_churned") * DAYS_A_YEAR, total(view, "n_customers") * view.n_days)


@measure("$ per customer and month", "002-04")
def bill_mean(view: View) -> float:
    """Mean bill: over customers and computations."""
    return ratio(total(view, "bills"), total(view, "n_observed"))


@measure("share", "002-20")
def moderate_idle_while_star_waits(view: View) -> float:
    """Rounds in which somebody of a unit for Moderates was idle while a Star's call waited elsewhere, over rounds and
    units."""
    return _hours(view, KINDS.index("moderate"), "idle_beside")


def _hours(view: View, kind: int, column: str) -> float:
    if not len(view.world.group_hours):
        return NAN
    hours = view.world.group_hours.reshape(-1, PARTS)[group_kinds(view) == kind]
    return ratio(hours[column].sum(), hours["n_rounds"].sum())


@measure("share", "002-23, 002-25")
def staffing_mismatch(view: View) -> float:
    """Half the summed distance between the people present and the load, group by group and hour by hour, each as a
    share of its total: 0 where people are where and when the work is, 1 where they never are. A line's load is shared
    by the groups that serve it, by their size."""
    if not len(view.world.group_hours) or not view.world.group_hours["n_rounds"].sum():
        return NAN
    groups, streams = view.world.groups, len(view.world.streams)
    serves = (view.world.skills["level"].reshape(len(groups), streams) == SERVES) * groups["n_people"][:, None]
    minutes = view.world.line_hours["minutes"].reshape(streams, PARTS)
    load = ((serves / serves.sum(axis=0))[:, :, None] * minutes).sum(axis=1)
    present = view.world.group_hours["present"].reshape(-1, PARTS)
    return float(0.5 * np.abs(present / present.sum() - load / load.sum()).sum()) if load.sum() else NAN


@measure("people and callers per person", "002-35")
def standing_mismatch(view: View) -> float:
    """Callers who wait and people who are idle at the same moment, over people at work: mean over rounds."""
    hours = view.world.group_hours
    if not len(hours):
        return NAN
    return ratio(hours["idle"].sum() + view.world.line_hours["waiting"].sum(), hours["present"].sum())


def _queues(view: View, kind: int) -> np.ndarray:
    """Queues of the lines of a segment."""
    streams = view.world.streams
    if not len(view.world.segments):
        return view.world.queues[:0]
    return view.world.queues[streams["queue"][view.world.segments["kind"][streams["segment"]] == kind]]


def _service_level(view: View, kind: int) -> float:
    queues = _queues(view, kind)
    return ratio(queues["m_prompt"].sum(), queues["m_begun"].sum() + queues["m_left"].sum())


def _wait(view: View, kind: int) -> float:
    queues = _queues(view, kind)
    return ratio(queues["m_wait"].sum(), queues["m_begun"].sum() + queues["m_left"].sum())


def _idle(view: View, kind: int) -> float:
    if not len(view.world.segments):
        return NAN
    mine = (group_kinds(view) == kind)[view.world.advisors["group"]]
    minutes = view.world.ledger["minutes"].reshape(-1, len(MINUTES))[: len(mine)][mine].sum(axis=0)
    return ratio(minutes[IDLE], minutes.sum() - minutes[BREAK])


def _handle_time(view: View, kind: int) -> float:
    if not len(view.world.segments):
        return NAN
    lines = view.world.segments["kind"][view.world.streams["segment"]] == kind
    hours = view.world.line_hours.reshape(-1, PARTS)[lines]
    return 60.0 * ratio(hours["minutes"].sum(), hours["n"].sum())


def _churn(view: View, kind: int) -> float:
    mine = view.world.segments[view.world.segments["kind"] == kind]
    return ratio(mine["n_churned"].sum() * DAYS_A_YEAR, mine["n_customers"].sum() * view.n_days)


def _sales(view: View, kind: int) -> float:
    mine = view.world.segments[view.world.segments["kind"] == kind]
    return ratio(mine["sales"].sum(), mine["n_answered"].sum())


def _overflow(view: View, kind: int) -> float:
    mine = view.world.segments[view.world.segments["kind"] == kind]
    return ratio(mine["n_overflowed"].sum(), mine["n_answered"].sum())


BY_SEGMENT = {
    "service_level": (_service_level, "share", "002-02", "calls answered in 20 s over calls whose wait ended"),
    "wait_minutes": (_wait, "minutes", "002-17, 002-24", "wait of all calls, answered or given up"),
    "idle_share": (_idle, "share", "002-20", "time of its units idle over their time at work"),
    "handle_time_s": (_handle_time, "seconds", "002-04, 002-20", "length of answered calls, transfers included"),
    "churn": (_churn, "per year", "002-05", "customers of the true segment who left in a year, over such customers"),
    "sales_per_call": (_sales, "$", "002-04, 002-12", "sales to the true segment over its calls answered"),
    "overflow_share": (
        _overflow, "share", "002-21",
        "calls of the true segment ended outside the groups that serve their line, over its calls answered",
    ),
}
"""What is measured segment by segment; but for churn, sales and overflow the segment is that of the line or unit."""


def _declare(name: str, kind: str) -> None:
    function, unit, row, words = BY_SEGMENT[name]

    def by_segment(view: View) -> float:
        return function(view, KINDS.index(kind))

    by_segment.__name__ = f"{name}_{kind}"
    by_segment.__doc__ = f"Segment {kind}: {words}."
    measure(unit, row)(by_segment)


for _name in BY_SEGMENT:
    for _kind in KINDS[1:]:
        _declare(_name, _kind)
