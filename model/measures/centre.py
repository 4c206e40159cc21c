"""A centre by its standard measures: answering, lengths of calls, resolution, satisfaction, people."""

import numpy as np

from model.compiled import interpreted
from model.elementary import power
from model.measures.record import measure
from model.measures.view import NAN, View, ratio
from model.parameters.run import DAYS_A_YEAR


def _streams(view: View, column: str) -> float:
    """Sum of a column over the queues of a centre's streams."""
    return float(view.world.queues[column][view.stream_queues].sum())


def _sum(view: View, column: str) -> float:
    """Sum of a column over the days of a centre."""
    return view.total("centre_days", column)


@measure("seconds", "B2: SQM 2000")
def average_speed_of_answer_s(view: View) -> float:
    """Waiting time of calls answered in a centre, those answered at once included, over calls answered."""
    return 60.0 * ratio(_streams(view, "m_wait_answered"), _streams(view, "m_begun"))


@measure("share", "B2: SQM 2000")
def abandonment_share(view: View) -> float:
    """Calls to a centre whose caller hung up, however early (short abandons count), over calls whose wait has ended."""
    return ratio(_streams(view, "m_left"), _streams(view, "m_begun") + _streams(view, "m_left"))


@measure("seconds", "B2: Brown 2005")
def handle_time_mean_s(view: View) -> float:
    """Length of a centre's calls, wrap-up left out: mean over calls that have ended."""
    return 60.0 * ratio(_sum(view, "minutes"), _sum(view, "n_answered"))


@measure("seconds", "003-06; B2: Brown 2005")
def handle_time_p99_s(view: View) -> float:
    """Length of a centre's calls, wrap-up left out: 99th percentile (classes of 4.7 %, each at its upper end)."""
    n = view.world.lengths["n"]
    if n.sum() == 0:
        return NAN
    place = int(np.searchsorted(np.cumsum(n), 0.99 * n.sum()))
    return float(60.0 * 0.01 * interpreted(power)(10.0, (place + 1) / 50.0))


@measure("share", "001-26")
def repeat_call_share(view: View) -> float:
    """Calls about a query that an earlier call left unresolved, over calls answered."""
    return ratio(_sum(view, "n_answered") - _sum(view, "n_first"), _sum(view, "n_answered"))


@measure("share", "001-44; B2: SQM 2000")
def first_contact_resolution(view: View) -> float:
    """First calls that resolved the query, over first calls answered."""
    return ratio(_sum(view, "n_resolved_first"), _sum(view, "n_first"))


@measure("share", "001-26, 001-60")
def satisfaction_mean(view: View) -> float:
    """What a contact was to the customer (0 nothing, 1 resolved without a wait): mean over contacts, given-up calls
    included."""
    return ratio(_sum(view, "satisfaction"), _sum(view, "n_outcomes"))


@measure("share", "001-39")
def morale_mean(view: View) -> float:
    """Morale of a centre's people (0 to 1): mean over people and days."""
    return float(view.world.centre_days["morale"][: view.n_days].mean()) if len(view.world.centre_days) else NAN


@measure("per year", "001-61; B2: Purdue 1999")
def turnover_per_year(view: View) -> float:
    """A centre's people who left or were dismissed in a year of 250 days, over posts."""
    reviews = view.world.reviews
    gone = reviews["n_left"].sum() + reviews["n_dismissed"].sum()
    return ratio(gone * DAYS_A_YEAR, len(view.world.advisors) * view.n_days)


@measure("$ per day", "001-22")
def sales_now(view: View) -> float:
    """Purchases made in a centre's calls, per day."""
    return ratio(_sum(view, "sales"), view.n_days) if len(view.world.centre_days) else NAN


@measure("calls per hour", "001-23, 001-60")
def calls_per_hour(view: View) -> float:
    """Calls that a centre's person handled in an hour on calls or waiting for one (breaks left out)."""
    at_work = view.front_line_minutes_at_work
    return ratio(60.0 * _sum(view, "n_answered"), at_work) if len(view.world.advisors) else NAN


@measure("share", "002-06, 002-18")
def overflow_share(view: View) -> float:
    """Calls answered by a group that does not serve their stream, over calls answered."""
    return ratio(view.total("streams", "n_overflowed"), _streams(view, "n_begun"))
