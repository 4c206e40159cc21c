"""What moves where behaviour reads the bonus: effort by order, by the day of the period, and claims kept back (C3)."""

import numpy as np

from model.measures.record import measure
from model.measures.view import NAN, View, ratio

LAST = 0.25
"""Part of a review period that is its end."""


@measure("chases per request", "000-28; C3")
def chases_per_order(view: View) -> float:
    """Chases by the desk over requests that it took on, of those that carry an order."""
    return _chases(view, view.desk["order"] > 0.0)


@measure("chases per request", "000-28; C3")
def chases_per_plain_request(view: View) -> float:
    """Chases by the desk over requests that it took on, of those that carry no order."""
    return _chases(view, view.desk["order"] <= 0.0)


def _chases(view: View, chosen: np.ndarray) -> float:
    return ratio(view.desk["n_chases"][chosen].sum(), chosen.sum())


@measure("ratio", "C3")
def chases_at_period_end(view: View) -> float:
    """Chases a day in the last quarter of each review period, over those in its other days; whole periods only."""
    length = view.scenario.incentives.review_days
    periods = view.n_days // length
    chases = view.days["chases"][: periods * length].reshape(periods, length).sum(axis=0)
    end = int(np.ceil(LAST * length))
    return ratio(chases[-end:].mean(), chases[:-end].mean()) if length > end else NAN


@measure("share", "000-14; C3")
def share_claims_kept_back(view: View) -> float:
    """Value of claims kept for the next period at a review (as often as they were), over the value claimed."""
    return ratio(view.reviews["held"].sum(), view.total("salespeople", "claimed_all"))


@measure("share", "000-20; C3")
def bunching_at_threshold(view: View) -> float:
    """Of posts reviewed within a tenth of the attainment from which a bonus is paid, those at it or above."""
    above, below = view.reviews["n_above"].sum(), view.reviews["n_below"].sum()
    return ratio(above, above + below)
