"""Quota, attainment, bonus and claims (000-05..07, 000-09..11, 000-14, 000-15, 000-20, 000-32)."""

import numpy as np

from model.measures.record import measure
from model.measures.view import NAN, View, ratio, spread
from model.parameters.run import DAYS_A_YEAR
from model.world.codes import EX_SERVICE, NOVICE


def _attainment(view: View, after: bool) -> float:
    chosen = view.reviews[(view.reviews["serves"] == 1) == after]
    return ratio((chosen["originated"] + chosen["claimed"]).sum(), chosen["quota"].sum())


@measure("ratio", "000-11")
def attainment_before_turn(view: View) -> float:
    """Reported sales over quota, in the reviews of teams before their service turn."""
    return _attainment(view, after=False)


@measure("ratio", "000-20")
def attainment_after_turn(view: View) -> float:
    """Reported sales over quota, in the reviews of teams after their service turn."""
    return _attainment(view, after=True)


@measure("day", "000-11")
def service_turn_day(view: View) -> float:
    """Day on which half of the teams had been told to take on service issues; nan if that never happened."""
    supervisors = view.world.managers[: view.n_teams]
    turned = np.sort(supervisors["turned"][supervisors["turned"] >= 0])
    half = (len(supervisors) + 1) // 2
    return float(turned[half - 1]) if len(turned) >= half else NAN


@measure("ratio", "000-20")
def bonus_ratio_desk_field(view: View) -> float:
    """Mean bonus of a desk post over the median bonus of a field salesperson, over the whole run."""
    field = view.world.field["bonus"]
    return ratio(view.world.salespeople["bonus"].mean(), np.median(field) if len(field) else 0.0)


@measure("$", "000-20")
def bonus_desk_mean(view: View) -> float:
    """Mean bonus of a desk post, over the whole run."""
    return float(view.world.salespeople["bonus"].mean())


@measure("share", "000-14")
def share_orders_claimed_not_originated(view: View) -> float:
    """Orders reported by the desk that came in service requests, over all orders it reported."""
    people = view.world.salespeople
    return ratio(people["n_claims"].sum(), people["n_orders"].sum())


@measure("share", "000-05, 000-14")
def reporting_gap(view: View) -> float:
    """Value reported by the desk that it did not originate, over the value it reported."""
    people = view.world.salespeople
    return ratio(people["claimed_all"].sum(), people["reported_all"].sum())


@measure("$", "000-05")
def sales_reported(view: View) -> float:
    """Value of all orders reported by the desk."""
    return float(view.world.salespeople["reported_all"].sum())


@measure("$", "000-10")
def sales_originated(view: View) -> float:
    """Value of all orders that the desk sold itself."""
    return float(view.world.salespeople["origin_all"].sum())


@measure("probability", "000-15")
def audit_probability_final(view: View) -> float:
    """Chance that a claim is checked, as chosen by supervisors at the end (mean over teams)."""
    return float(view.world.managers["audit"][: view.n_teams].mean())


@measure("points", "000-06")
def career_general_manager(view: View) -> float:
    """Sum over reviews of what the desk reported beyond the sum of its first quotas, as a share of that."""
    return float(view.world.managers["career"][-1])


@measure("points", "000-07")
def cost_career_general_manager(view: View) -> float:
    """Sum over reviews of 1 − (official desk cost per reported dollar) / (field cost per dollar)."""
    return float(view.world.managers["cost_career"][-1])


@measure("points", "000-06, 000-15")
def career_supervisors(view: View) -> float:
    """Sum over reviews of what a team reported beyond its quota, as a share of the quota: mean over supervisors."""
    return float(view.world.managers["career"][: view.n_teams].mean())


@measure("day", "000-06")
def promotion_day(view: View) -> float:
    """Day on which the general manager's career score reached `managers.promotion_score`; nan if it did not."""
    day = int(view.world.managers["promoted"][-1])
    return float(day) if day >= 0 else NAN


@measure("ratio", "000-20")
def attainment_all(view: View) -> float:
    """Reported sales over quota, over all reviews of the run: whether the desk surpassed its target."""
    reviews = view.reviews
    return ratio((reviews["originated"] + reviews["claimed"]).sum(), reviews["quota"].sum())


@measure("ratio", "000-09")
def attainment_spread(view: View) -> float:
    """90th less 10th percentile of a team's attainment in a review, over all teams and reviews."""
    return spread(view.reviews["attainment"].ravel())


@measure("share", "000-20")
def desk_share_of_top_bonuses(view: View) -> float:
    """Desk posts among the tenth of the whole salesforce, desk and field, with the largest bonuses."""
    desk, field = view.world.salespeople["bonus"], view.world.field["bonus"]
    everybody = np.concatenate([desk, field])
    top = np.argsort(-everybody, kind="stable")[: max(1, len(everybody) // 10)]
    return ratio((top < len(desk)).sum(), len(top))


@measure("share", "000-04")
def share_revenue_desk(view: View) -> float:
    """Value of orders reported by the desk, over that and the field's sales."""
    desk = view.world.salespeople["reported_all"].sum()
    return ratio(desk, desk + view.world.field["sales_all"].sum())


@measure("share", "000-10")
def conversion_first_month(view: View) -> float:
    """Offers of the desk that ended in a sale, over offers made, in the first 20 days."""
    return ratio(view.days["sales"][:20].sum(), view.days["offers"][:20].sum())


@measure("share", "000-10")
def conversion_last_month(view: View) -> float:
    """Offers of the desk that ended in a sale, over offers made, in the last 20 days."""
    return ratio(view.days["sales"][-20:].sum(), view.days["offers"][-20:].sum())


@measure("ratio", "000-08")
def claims_ex_service_to_novice(view: View) -> float:
    """Orders claimed per post held by somebody from a service unit, over the same for novices (holders at the end)."""
    people = view.world.salespeople
    per_post = [people["n_claims"][people["hire"] == hire] for hire in (EX_SERVICE, NOVICE)]
    return ratio(per_post[0].mean(), per_post[1].mean()) if all(len(posts) for posts in per_post) else NAN


@measure("per year", "000-32")
def desk_turnover_per_year(view: View) -> float:
    """Salespeople dismissed or leaving, per post and year of 250 days."""
    left = view.reviews["n_dismissed"].sum() + view.reviews["n_left"].sum()
    return ratio(left * DAYS_A_YEAR, len(view.world.salespeople) * view.n_days)
