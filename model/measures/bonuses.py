"""Advisors' bonuses: what they come from, and the gap between the segments at equal skill."""

import numpy as np

from model.measures.differentiation import group_kinds
from model.measures.record import measure
from model.measures.view import NAN, View, ratio


def _periods(view: View) -> np.ndarray:
    """Bonus periods reckoned, a row a review and a column a group; none where indicators have no weight."""
    n_groups = len(view.world.groups)
    held = int(view.world.clock["review"]) if len(view.world.bonus_periods) else 0
    records = view.world.bonus_periods[: held * n_groups].reshape(held, max(1, n_groups))
    return records if records["n"].sum() else records[:0]


def _mean(view: View, column: str, chosen: np.ndarray | None = None) -> float:
    """Mean of a column over people and periods."""
    records = _periods(view)
    if not len(records):
        return NAN
    records = records if chosen is None else records[:, chosen]
    return ratio((records[column] * records["n"]).sum(), records["n"].sum())


def pay_gaps(view: View) -> np.ndarray:
    """Gap of each period: highest less lowest mean bonus of a segment's units at equal skill, over the mean of all.

    At equal skill: the part for products sold is divided by the group's mean selling skill.
    """
    records = _periods(view)
    if not len(records):
        return np.empty(0)
    equal = records["bonus"] - records["from_products"] * (1.0 - 1.0 / records["selling"])
    kinds, n = group_kinds(view), records["n"]
    found = [((equal * n)[:, kinds == k].sum(axis=1) / n[:, kinds == k].sum(axis=1)) for k in np.unique(kinds)]
    return (np.max(found, axis=0) - np.min(found, axis=0)) / ((equal * n).sum(axis=1) / n.sum(axis=1))


@measure("$ per period", "002-28")
def advisor_bonus_mean(view: View) -> float:
    """Bonus of a review period by indicators: mean over people and periods."""
    return _mean(view, "bonus")


@measure("share", "002-28, 002-30")
def bonus_share_handled(view: View) -> float:
    """Part of the bonuses that comes from customers handled, over bonuses."""
    return ratio(_mean(view, "from_handled"), _mean(view, "bonus"))


@measure("share", "002-28")
def bonus_share_products(view: View) -> float:
    """Part of the bonuses that comes from products sold, over bonuses."""
    return ratio(_mean(view, "from_products"), _mean(view, "bonus"))


@measure("share of mean bonus", "002-31, 002-32")
def pay_gap_between_segments(view: View) -> float:
    """Highest less lowest mean bonus of the units of a segment at equal skill, over the mean bonus: mean over periods.
    At equal skill: the part for products sold is divided by the group's mean selling skill."""
    gaps = pay_gaps(view)
    return float(gaps.mean()) if len(gaps) else NAN


@measure("share of mean bonus", "002-32")
def pay_gap_final(view: View) -> float:
    """The same in the last quarter of the periods."""
    gaps = pay_gaps(view)
    return float(gaps[-max(1, len(gaps) // 4) :].mean()) if len(gaps) else NAN


@measure("ratio", "002-29")
def attainment_chosen(view: View) -> float:
    """Weighted attainment of targets, people of groups that were chosen for their selling skill: mean over periods."""
    chosen = view.world.groups["selling"] > 1.0
    return _mean(view, "attainment", chosen) if chosen.any() else NAN


@measure("ratio", "002-29")
def attainment_others(view: View) -> float:
    """Weighted attainment of targets, people of all other groups: mean over periods."""
    others = view.world.groups["selling"] <= 1.0
    return _mean(view, "attainment", others) if others.any() else NAN


@measure("share", "002-30")
def pay_variance_from_traffic(view: View) -> float:
    """Variance of a group's mean bonus from period to period that goes with the customers it handled, over that
    variance: squared correlation within groups, up to the first change of targets."""
    records, indicators = _periods(view), view.scenario.indicators
    if len(records) and indicators.target == "recalibrated":
        records = records[records["day"][:, 0] <= indicators.recalibration_days]
    if len(records) < 3:
        return NAN
    bonus = records["bonus"] - records["bonus"].mean(axis=0)
    handled = records["handled"] - records["handled"].mean(axis=0)
    return ratio((bonus * handled).sum() ** 2, (bonus**2).sum() * (handled**2).sum())
