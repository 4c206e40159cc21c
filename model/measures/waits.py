"""How long requests take, by the way they came in (000-31, 000-36, 000-38)."""

import numpy as np

from model.measures.record import measure
from model.measures.view import View, quantile, ratio
from model.world.codes import DONE


def _hours(rows: np.ndarray, since: str, until: str) -> np.ndarray:
    done = rows[rows["state"] == DONE]
    return (done[until] - done[since]) / 60.0


def _named(view: View) -> np.ndarray:
    """Requests completed by the rep whom the salesperson had named."""
    rows = view.forwarded
    return rows[(rows["named"] >= 0) & (rows["named"] == rows["rep"])]


@measure("working hours", "000-38")
def hours_to_completion_named_p10(view: View) -> float:
    """From the last message to the completion notice, requests done by the rep they named: 10th percentile."""
    return quantile(_hours(_named(view), "sent", "completed"), 0.1)


@measure("working hours", "000-38")
def hours_to_completion_named_p50(view: View) -> float:
    """From the last message to the completion notice, requests done by the rep they named: median."""
    return quantile(_hours(_named(view), "sent", "completed"), 0.5)


@measure("working hours", "000-38")
def hours_to_completion_unnamed_p50(view: View) -> float:
    """From the last message to the completion notice, desk requests that named nobody: median."""
    rows = view.forwarded
    return quantile(_hours(rows[rows["named"] < 0], "sent", "completed"), 0.5)


@measure("working hours", "000-38")
def hours_to_completion_unnamed_p90(view: View) -> float:
    """From the last message to the completion notice, desk requests that named nobody: 90th percentile."""
    rows = view.forwarded
    return quantile(_hours(rows[rows["named"] < 0], "sent", "completed"), 0.9)


@measure("working hours", "000-31")
def wait_hours_desk_p50(view: View) -> float:
    """From the need to the start of the work, completed requests that the desk took on: median."""
    return quantile(_hours(view.desk, "arises", "started"), 0.5)


@measure("working hours", "000-31")
def wait_hours_desk_p90(view: View) -> float:
    """From the need to the start of the work, completed requests that the desk took on: 90th percentile."""
    return quantile(_hours(view.desk, "arises", "started"), 0.9)


@measure("working hours", "000-31")
def wait_hours_direct_p50(view: View) -> float:
    """From the need to the start of the work, completed requests without the desk: median."""
    return quantile(_hours(view.direct, "arises", "started"), 0.5)


@measure("working hours", "000-31")
def wait_hours_direct_p90(view: View) -> float:
    """From the need to the start of the work, completed requests without the desk: 90th percentile."""
    return quantile(_hours(view.direct, "arises", "started"), 0.9)


@measure("share", "000-31")
def fifo_inversion_share(view: View) -> float:
    """Requests begun while an older one stood in the unit's bucket, over all requests begun."""
    units = view.world.units
    return ratio(units["n_jumped"].sum(), units["n_started"].sum())


@measure("chases per issue", "000-28")
def chases_per_issue(view: View) -> float:
    """Chases made by the desk, over issues it took on."""
    return ratio(view.days["chases"].sum(), len(view.desk))


@measure("share", "000-22, 000-23")
def refusal_share(view: View) -> float:
    """Refused or silently ignored requests of the desk, over its requests that a rep decided on."""
    refused = view.world.reps["n_refused"].sum()
    decided = refused + ((view.desk["logged"] >= 0) & (view.desk["salesperson"] >= 0)).sum()
    return ratio(refused, decided)


@measure("share", "000-30")
def lost_share(view: View) -> float:
    """Service requests open at the end because they were lost or ignored, over all that arose."""
    from model.world.codes import IGNORED, LOST

    return ratio(np.isin(view.requests["state"], (LOST, IGNORED)).sum(), len(view.requests))


@measure("0 or 1", "E: tipping point")
def runaway(view: View) -> float:
    """1 if the fullest unit ends with more than twenty days of its work waiting, and more than it had at three
    quarters of the run; else 0."""
    units = max(1, len(view.world.units))
    daily = view.days["completed"].sum() / max(1, view.n_days) / units
    worst = view.days["worst"]
    if len(worst) < 8 or daily <= 0.0:
        return 0.0
    return float(worst[-1] > 20.0 * daily and worst[-1] > worst[int(0.75 * len(worst))])
