"""What moves where behaviour reads the bonus: effort by order, by the day of the period, and claims kept back (C3)."""

import numpy as np

from model.measures.record import measure
from model.measures.view import NAN, View, ratio

LAST = 0.25
"""Part of a review period that is its end."""


@measure("chases per request", "000-28; C3")
def chases_per_order(view: View) -> float:
    """Chases taken on by the desk over requests that it did not hand back, of those that carry an order."""
    return _chases(view, view.desk["order"] > 0.0)


@measure("chases per request", "000-28; C3")
def chases_per_plain_request(view: View) -> float:
    """The same of those that carry no order."""
    return _chases(view, view.desk["order"] <= 0.0)


def _chases(view: View, chosen: np.ndarray) -> float:
    chosen = chosen & (view.desk["salesperson"] >= 0)
    return ratio(view.desk["n_chases"][chosen].sum(), chosen.sum())


@measure("ratio", "C3")
def chases_at_period_end(view: View) -> float:
    """Chases a day in the last quarter (in whole days, rounded up) of a review period, over those in its other days; of
    whole periods after the first."""
    length = view.scenario.incentives.review_days
    end = int(np.ceil(LAST * length))
    periods = view.n_days // length
    if periods < 2 or length == end:
        return NAN
    chases = view.days["chases"][length : periods * length].reshape(-1, length).sum(axis=0)
    return ratio(chases[-end:].mean(), chases[:-end].mean())


@measure("ratio", "000-14; C3")
def claims_kept_back(view: View) -> float:
    """Value of claims kept for the next period at reviews, over the value claimed; what is kept twice counts twice."""
    return ratio(view.reviews["held"].sum(), view.total("salespeople", "claimed_all"))


@measure("share", "000-20; C3")
def bonus_just_met(view: View) -> float:
    """Posts that met the attainment for a bonus by less than a tenth of the quota, over posts reviewed."""
    return _near(view, "n_met")


@measure("share", "000-20; C3")
def bonus_just_missed(view: View) -> float:
    """Posts that missed it by less than a tenth of the quota, over posts reviewed."""
    return _near(view, "n_missed")


def _near(view: View, column: str) -> float:
    return ratio(view.reviews[column].sum(), len(view.reviews) * len(view.world.salespeople))
