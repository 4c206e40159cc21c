"""How long calls may last, and what that does to sales, people and loyalty."""

from model.measures.record import measure
from model.measures.view import NAN, View, ratio
from model.world.codes import CALL, WRAP_UP
from model.parameters.run import DAYS_A_YEAR


def total(view: View, column: str) -> float:
    """Sum of a column over the days of a centre that has something in its calls beyond query and purchase."""
    return view.total("beyond_days", column)


def answered(view: View) -> float:
    """Calls that have ended."""
    return view.total("centre_days", "n_answered")


def per_call(view: View, column: str) -> float:
    """Calls with something in them over calls answered."""
    return ratio(total(view, column), answered(view)) if len(view.world.beyond_days) else NAN


def has_cap(view: View) -> bool:
    """Whether calls have a cap."""
    return view.scenario.regime.call_cap_seconds > 0.0 and len(view.world.beyond_days) > 0


@measure("share", "003-01, 003-02")
def cap_breach_share(view: View) -> float:
    """Calls longer than the cap, over calls answered."""
    return per_call(view, "n_over") if has_cap(view) else NAN


@measure("share", "003-01")
def cut_off_share(view: View) -> float:
    """Calls cut off at the cap, over calls answered."""
    return per_call(view, "n_cut") if has_cap(view) else NAN


@measure("share", "003-05")
def breach_detection_share(view: View) -> float:
    """Calls past the cap that a supervisor listened in on, over calls past the cap."""
    return ratio(total(view, "n_caught"), total(view, "n_over")) if has_cap(view) else NAN


@measure("per year", "003-03")
def dismissals(view: View) -> float:
    """People dismissed on the spot for a call past the cap in a year of 250 days."""
    return ratio(total(view, "n_dismissed") * DAYS_A_YEAR, view.n_days) if has_cap(view) else NAN


@measure("share", "003-03")
def fear_mean(view: View) -> float:
    """Fear of being dismissed for a long call (0 to 1): mean over people and days."""
    return float(view.world.beyond_days["fear"][: view.n_days].mean()) if has_cap(view) else NAN


@measure("share", "003-04")
def near_close_share(view: View) -> float:
    """Calls in which the customer was almost convinced and wanted to confer, over calls answered."""
    return per_call(view, "n_near") if view.scenario.regime.p_near_close > 0.0 else NAN


@measure("share", "003-04")
def let_go_share(view: View) -> float:
    """Mis-selling avoided: customers who wanted to confer and were let go at once, over customers who wanted to."""
    return ratio(total(view, "n_let_go"), total(view, "n_near"))


@measure("share", "003-04")
def talked_into_share(view: View) -> float:
    """Mis-selling: customers who wanted to confer and gave in, over customers who wanted to."""
    return ratio(total(view, "n_talked_into"), total(view, "n_near"))


@measure("share", "003-02")
def persistence_minutes_share(view: View) -> float:
    """Cost of persistence: minutes of further attempts to convince, over the length of calls."""
    minutes = view.total("centre_days", "minutes")
    return ratio(total(view, "pestering"), minutes) if view.scenario.regime.p_near_close > 0.0 else NAN


@measure("minutes", "003-06")
def longest_call_minutes(view: View) -> float:
    """Length of the longest call of the run, wrap-up left out."""
    days = view.world.beyond_days
    return float(days["longest"].max()) if len(days) and answered(view) else NAN


@measure("share", "003-06")
def stayed_share(view: View) -> float:
    """Calls with talk beyond the query, over calls answered."""
    return per_call(view, "n_stayed") if view.scenario.goodwill.p_open_ended > 0.0 else NAN


@measure("share", "003-07")
def staying_mean(view: View) -> float:
    """Readiness to stay with a customer as long as it takes (0 to 1): mean over people and days."""
    if view.scenario.goodwill.p_open_ended <= 0.0 or not len(view.world.beyond_days):
        return NAN
    return float(view.world.beyond_days["staying"][: view.n_days].mean())


@measure("per year", "003-07")
def praised_per_year(view: View) -> float:
    """Calls praised at meetings in a year of 250 days."""
    if view.scenario.goodwill.praise_minutes <= 0.0 or not len(view.world.beyond_days):
        return NAN
    return ratio(total(view, "n_praised") * DAYS_A_YEAR, view.n_days)


@measure("$ per day", "003-08, 003-04")
def sales_later(view: View) -> float:
    """Later orders that contacts brought, less purchases taken back, as they come within the run, per day."""
    later = total(view, "later") - total(view, "taken_back")
    return ratio(later, view.n_days) if len(view.world.loyalty) else NAN


@measure("share", "003-11")
def dialled_answered_share(view: View) -> float:
    """Calls placed by the dialler that somebody answered, over calls placed."""
    return ratio(total(view, "n_picked_up"), total(view, "n_dialled"))


@measure("share", "003-11")
def dialled_refused_share(view: View) -> float:
    """Customers called who refused to listen, over customers who answered the dialler."""
    return ratio(total(view, "n_refused"), total(view, "n_picked_up"))


@measure("share", "003-09, 003-10, 001-30")
def gamed_call_share(view: View) -> float:
    """Calls used to improve the figure by which people are judged, over calls answered."""
    return per_call(view, "n_gamed") if view.scenario.regime.gaming > 0.0 else NAN


@measure("share", "001-30")
def unavailable_share(view: View) -> float:
    """Unavailable time: a centre's people's work after calls, over their time at work, breaks left out."""
    if not len(view.world.advisors):
        return NAN
    return ratio(float(view.desk_minutes[WRAP_UP]), view.front_line_minutes_at_work)


@measure("share", "001-30")
def on_line_share(view: View) -> float:
    """Time of a centre's people with a customer on the line, over their time at work, breaks left out."""
    if not len(view.world.advisors):
        return NAN
    return ratio(float(view.desk_minutes[CALL]), view.front_line_minutes_at_work)
