"""How long requests take, by the way they came in (000-31, 000-36, 000-38)."""

import numpy as np

from model.measures.record import measure
from model.measures.view import NAN, View, quantile, ratio
from model.world.codes import CHANGE, COMPLAINT, IGNORED, LOST, NAME_TAG, ORDER, PHONE_REP, QUERY


@measure("working hours", "000-38")
def hours_to_completion_named_p10(view: View) -> float:
    """From the last message to the completion notice, requests done by the rep they named: 10th percentile."""
    return view.named.hours_quantile("sent", "completed", 0.1)


@measure("working hours", "000-38")
def hours_to_completion_named_p50(view: View) -> float:
    """From the last message to the completion notice, requests done by the rep they named: median."""
    return view.named.hours_quantile("sent", "completed", 0.5)


@measure("working hours", "000-38")
def hours_to_completion_named_p90(view: View) -> float:
    """From the last message to the completion notice, requests done by the rep they named: 90th percentile."""
    return view.named.hours_quantile("sent", "completed", 0.9)


@measure("working hours", "000-36")
def hours_to_completion_tagged_p50(view: View) -> float:
    """From the last message to the completion notice, all requests sent with a name tag, whoever did them: median."""
    rows = view.forwarded
    return rows[rows["practice"] == NAME_TAG].hours_quantile("sent", "completed", 0.5)


@measure("working hours", "000-29, 000-45")
def hours_to_completion_phoned_p50(view: View) -> float:
    """From the last message to the completion notice, all requests made on a direct number or face to face: median."""
    rows = view.forwarded
    return rows[rows["practice"] == PHONE_REP].hours_quantile("sent", "completed", 0.5)


@measure("working hours", "000-38")
def hours_to_completion_unnamed_p50(view: View) -> float:
    """From the last message to the completion notice, desk requests that named nobody: median."""
    return view.unnamed.hours_quantile("sent", "completed", 0.5)


@measure("working hours", "000-38")
def hours_to_completion_unnamed_p90(view: View) -> float:
    """From the last message to the completion notice, desk requests that named nobody: 90th percentile."""
    return view.unnamed.hours_quantile("sent", "completed", 0.9)


@measure("working hours", "000-35, 000-38")
def hours_named_obliging(view: View) -> float:
    """From the first message to the completion notice, requests whose last message named one of the third of all reps
    who are most obliging by disposition, whoever did them: mean; nan where reps are alike."""
    return _by_disposition(view, obliging=True)


@measure("working hours", "000-35, 000-38")
def hours_named_unwilling(view: View) -> float:
    """The same for requests whose last message named one of the third who are least obliging."""
    return _by_disposition(view, obliging=False)


def _by_disposition(view: View, obliging: bool) -> float:
    dispositions = view.world.reps["disposition"]
    third = len(dispositions) // 3
    if not third or np.ptp(dispositions) == 0.0:
        return NAN
    order = np.argsort(dispositions, kind="stable")
    chosen = np.zeros(len(dispositions), bool)
    chosen[order[-third:] if obliging else order[:third]] = True
    rows = view.forwarded[view.forwarded["named"] >= 0]
    hours = rows[chosen[rows["named"]]].hours("forwarded", "completed") if len(rows) else np.zeros(0)
    return ratio(hours.sum(), len(hours))


@measure("working hours", "000-31")
def wait_hours_desk_p50(view: View) -> float:
    """From the need to the start of the work, completed requests that the desk took on: median."""
    return view.desk.hours_quantile("arises", "started", 0.5)


@measure("working hours", "000-31")
def wait_hours_desk_p90(view: View) -> float:
    """From the need to the start of the work, completed requests that the desk took on: 90th percentile."""
    return view.desk.hours_quantile("arises", "started", 0.9)


@measure("working hours", "000-31")
def wait_hours_direct_p50(view: View) -> float:
    """From the need to the start of the work, completed requests without the desk: median."""
    return view.direct.hours_quantile("arises", "started", 0.5)


@measure("working hours", "000-31")
def wait_hours_direct_p90(view: View) -> float:
    """From the need to the start of the work, completed requests without the desk: 90th percentile."""
    return view.direct.hours_quantile("arises", "started", 0.9)


@measure("minutes", "000-31; Erlang C")
def wait_minutes_mean(view: View) -> float:
    """From the need to the start of the work, all completed requests, by whatever way they came: mean."""
    hours = view.requests.hours("arises", "started")
    return ratio(60.0 * hours.sum(), len(hours))


@measure("share", "000-25, 000-31")
def fifo_inversion_share(view: View) -> float:
    """Requests begun while an older one stood in the bucket that the rep works from, over all requests begun."""
    units = view.world.units
    return ratio(units["n_jumped"].sum(), units["n_started"].sum())


@measure("chases per issue", "000-28")
def chases_per_issue(view: View) -> float:
    """Chases made by the desk, over issues it took on."""
    return ratio(view.days["chases"].sum(), len(view.desk))


@measure("working hours", "000-44")
def hours_order_p50(view: View) -> float:
    """From the need to the completion notice, completed orders, by whatever way they came: median."""
    return _by_kind(view, ORDER)


@measure("working hours", "000-44")
def hours_change_p50(view: View) -> float:
    """From the need to the completion notice, completed changes, by whatever way they came: median."""
    return _by_kind(view, CHANGE)


@measure("working hours", "000-44")
def hours_complaint_p50(view: View) -> float:
    """From the need to the completion notice, completed complaints, by whatever way they came: median."""
    return _by_kind(view, COMPLAINT)


@measure("working hours", "000-44")
def hours_query_p50(view: View) -> float:
    """From the need to the completion notice, completed queries, by whatever way they came: median."""
    return _by_kind(view, QUERY)


def _by_kind(view: View, kind: int) -> float:
    return view.requests[view.requests["kind"] == kind].hours_quantile("arises", "completed", 0.5)


@measure("minutes", "000-30")
def minutes_to_bucket_desk_p50(view: View) -> float:
    """From a salesperson's last message to its entry into the bucket or a rep's own list: median."""
    rows = view.forwarded
    return quantile(np.sort(rows["logged"] - rows["sent"]), 0.5)


@measure("minutes", "000-30")
def minutes_to_bucket_direct_p50(view: View) -> float:
    """From a customer's mail or call to the unit to its entry into the bucket: median."""
    rows = view.direct[view.direct["logged"] >= 0.0]
    return quantile(np.sort(rows["logged"] - rows["sent"]), 0.5)


@measure("share", "000-30")
def lost_share(view: View) -> float:
    """Service requests open at the end because they were lost or ignored, over all that arose."""
    state = view.requests["state"]
    return ratio(((state == LOST) | (state == IGNORED)).sum(), len(view.requests))
