"""The calls of the desk and its part in service work (000-12, 000-13, 000-16..18)."""

from model.measures.record import measure
from model.measures.view import NAN, View, ratio


@measure("share", "000-16")
def share_service_calls(view: View) -> float:
    """Calls of customers placing a service request, over all calls the desk took."""
    return ratio(view.calls["service"], view.calls["all"])


@measure("share", "000-17")
def share_update_calls(view: View) -> float:
    """Calls of reps updating salespeople on outstanding issues, over all calls the desk took."""
    return ratio(view.calls["update"], view.calls["all"])


@measure("share", "000-17")
def share_other_calls(view: View) -> float:
    """All other calls (sales, enquiries, customers asking after a request), over all calls the desk took."""
    return ratio(view.calls["other"], view.calls["all"])


@measure("share", "000-18")
def desk_involvement(view: View) -> float:
    """Service issues that the desk took on, over all service issues that arose."""
    return ratio(len(view.desk), len(view.requests))


@measure("share", "000-12, 000-13")
def habit_final(view: View) -> float:
    """Mean habit of the accounts of calling the desk with service requests, at the end.

    Nan where no service request can arise.
    """
    if view.scenario.demand.requests_a_day == 0.0:
        return NAN
    return float(view.world.accounts["habit"].mean())


@measure("calls per person and day", "000-16")
def calls_per_salesperson_day(view: View) -> float:
    """Calls the desk took, per salesperson and day."""
    return ratio(view.calls["all"], len(view.world.salespeople) * view.n_days)


@measure("share", "000-45")
def share_plain_mail(view: View) -> float:
    """Forwarded requests last sent as plain mail to the shared mailbox, over all forwarded requests."""
    return _practice_share(view, 0)


@measure("share", "000-36, 000-45")
def share_tagged_mail(view: View) -> float:
    """Forwarded requests last sent as mail with a rep's name, over all forwarded requests."""
    return _practice_share(view, 1)


@measure("share", "000-27, 000-45")
def share_phoned_unit(view: View) -> float:
    """Forwarded requests last made by calling the helpline, over all forwarded requests."""
    return _practice_share(view, 2)


@measure("share", "000-29, 000-45")
def share_phoned_rep(view: View) -> float:
    """Forwarded requests last made on a rep's direct number (or face to face), over all forwarded requests."""
    return _practice_share(view, 3)


@measure("share", "000-36, 000-45")
def share_tagged_first_quarter(view: View) -> float:
    """Messages sent as mail with a rep's name, over all messages that put a request to a unit: first quarter of the
    run."""
    return _tagged(view, slice(None, view.n_days // 4))


@measure("share", "000-36, 000-45")
def share_tagged_last_quarter(view: View) -> float:
    """The same in the last quarter of the run."""
    return _tagged(view, slice(3 * view.n_days // 4, None))


def _tagged(view: View, days: slice) -> float:
    sent = {name: view.days[f"sent_{name}"][days].sum() for name in ("plain", "tagged", "phoned")}
    return ratio(sent["tagged"], sum(sent.values()))


@measure("share", "000-39")
def share_same_name_early(view: View) -> float:
    """Requests that name the rep named last time in that unit, over requests that name one: salespeople in their
    first 60 days."""
    return _same_name(view, early=True)


@measure("share", "000-39")
def share_same_name_later(view: View) -> float:
    """The same for salespeople after their first 60 days."""
    return _same_name(view, early=False)


def _same_name(view: View, early: bool) -> float:
    people, rows = view.world.salespeople, view.desk[(view.desk["named"] >= 0) & (view.desk["salesperson"] >= 0)]
    rows = rows[rows["person"] == people["person"][rows["salesperson"]]]
    tenure = (rows["sent"] - people["hired"][rows["salesperson"]]) / view.scenario.run.day_minutes
    chosen = rows[(tenure < 60.0) == early]
    return ratio(chosen["same"].sum(), len(chosen))


def _practice_share(view: View, practice: int) -> float:
    sent = view.desk["practice"] >= 0
    return ratio((view.desk["practice"] == practice).sum(), sent.sum())
