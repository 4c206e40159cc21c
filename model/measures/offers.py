"""Offers on top of calls: prompts, what is made of them, what customers answer (001-09 to 001-54)."""

import numpy as np

from model.measures.record import measure
from model.measures.view import NAN, View, ratio


def _sum(view: View, column: str, days: slice = slice(None)) -> float:
    """Sum of a column over days with offers."""
    return float(view.world.offer_days[column][: view.n_days][days].sum())


def _quarter(view: View, which: int) -> slice:
    """The first (0) or the last (3) quarter of the days run."""
    return slice(which * view.n_days // 4, (which + 1) * view.n_days // 4)


@measure("offers per call", "001-16, 001-22")
def offers_per_call(view: View) -> float:
    """Offers that customers heard on top of what the call was for, over calls answered in a centre."""
    return ratio(_sum(view, "n_offers"), _sum(view, "n_calls"))


@measure("share", "001-47")
def offer_acceptance_share(view: View) -> float:
    """Offers on top of a call that were taken, over offers made."""
    return ratio(_sum(view, "n_accepted"), _sum(view, "n_offers"))


@measure("share", "001-52")
def offer_acceptance_first_quarter(view: View) -> float:
    """Offers taken over offers made, in the first quarter of the run."""
    days = _quarter(view, 0)
    return ratio(_sum(view, "n_accepted", days), _sum(view, "n_offers", days))


@measure("share", "001-52, 001-54")
def offer_acceptance_last_quarter(view: View) -> float:
    """The same in the last quarter of the run."""
    days = _quarter(view, 3)
    return ratio(_sum(view, "n_accepted", days), _sum(view, "n_offers", days))


@measure("share", "001-09, 001-12")
def prompt_accuracy(view: View) -> float:
    """Prompts for the product that the customer wants most, over prompts shown; those meant for everybody left out."""
    return ratio(_sum(view, "n_accurate"), _sum(view, "n_targeted"))


@measure("share", "001-09")
def prompt_accuracy_first_quarter(view: View) -> float:
    """The same in the first quarter of the run."""
    days = _quarter(view, 0)
    return ratio(_sum(view, "n_accurate", days), _sum(view, "n_targeted", days))


@measure("share", "001-09")
def prompt_accuracy_last_quarter(view: View) -> float:
    """The same in the last quarter of the run."""
    days = _quarter(view, 3)
    return ratio(_sum(view, "n_accurate", days), _sum(view, "n_targeted", days))


@measure("share", "001-13")
def prompt_accuracy_fresh(view: View) -> float:
    """The same in the first quarter of the days between two updates of the database; nan where it is updated daily."""
    return _accuracy_at_age(view, fresh=True)


@measure("share", "001-13")
def prompt_accuracy_stale(view: View) -> float:
    """The same in the last quarter of the days between two updates: what staleness costs is the difference."""
    return _accuracy_at_age(view, fresh=False)


def _accuracy_at_age(view: View, fresh: bool) -> float:
    every = view.scenario.offers.refresh_days
    if every == 1 or not len(view.world.offer_days):
        return NAN
    age, quarter = np.arange(view.n_days) % every, -(-every // 4)
    days = view.world.offer_days[: view.n_days][age < quarter if fresh else age >= every - quarter]
    return ratio(float(days["n_accurate"].sum()), float(days["n_targeted"].sum()))


@measure("share", "001-51")
def absurd_prompt_share(view: View) -> float:
    """Prompts for a product that the customer wants less than `offers.absurd_taste`, over prompts shown."""
    return ratio(_sum(view, "n_absurd"), _sum(view, "n_prompts"))


@measure("share", "001-11")
def prompt_followed_share(view: View) -> float:
    """Prompts whose product was offered, over prompts shown."""
    return ratio(_sum(view, "n_followed"), _sum(view, "n_prompts"))


@measure("share", "001-35")
def override_share(view: View) -> float:
    """Prompts instead of which another product was offered, over prompts shown."""
    return ratio(_sum(view, "n_overridden"), _sum(view, "n_prompts"))


@measure("share", "001-48")
def offer_withheld_share(view: View) -> float:
    """Prompts after which the customer was let go without an offer, over prompts shown."""
    return ratio(_sum(view, "n_withheld"), _sum(view, "n_prompts"))


@measure("share", "001-49")
def ended_before_offer_share(view: View) -> float:
    """Calls that the customer ended before an offer that was about to be made, over these and offers made."""
    return ratio(_sum(view, "n_hung_up"), _sum(view, "n_hung_up") + _sum(view, "n_offers"))


@measure("share", "001-17")
def pushed_offer_share(view: View) -> float:
    """Offers pushed whatever the customer wants, over offers made."""
    return ratio(_sum(view, "n_pushed"), _sum(view, "n_offers"))


@measure("share", "001-52")
def bad_offer_share(view: View) -> float:
    """Offers refused that the customer wants less than `offers.bad_taste`, over offers made."""
    return ratio(_sum(view, "n_bad"), _sum(view, "n_offers"))


@measure("share", "001-50")
def primary_sale_lost_share(view: View) -> float:
    """Purchases that an offer on top destroyed, over purchases that customers who heard an offer were about to make."""
    return ratio(_sum(view, "n_lost"), _sum(view, "n_intended"))


@measure("share", "001-42")
def customised_offer_share(view: View) -> float:
    """Offers of a product that is not meant for everybody, over offers made."""
    return ratio(_sum(view, "n_customised"), _sum(view, "n_offers"))


@measure("log odds", "001-52")
def resistance_mean(view: View) -> float:
    """Resistance of callers to offers at the end of the call: mean over calls with an opportunity to offer."""
    return ratio(_sum(view, "resistance"), _sum(view, "n_chances"))


@measure("ratio", "001-18")
def enriched_uplift(view: View) -> float:
    """Acceptance share of customers whose profile is enriched with bought-in data, over that of the others."""
    offers, taken = _sum(view, "n_offers_enriched"), _sum(view, "n_accepted_enriched")
    others = ratio(_sum(view, "n_accepted") - taken, _sum(view, "n_offers") - offers)
    return ratio(ratio(taken, offers), others) if others > 0.0 else NAN


@measure("sd", "001-53")
def taste_profile_distance(view: View) -> float:
    """Distance between a customer's taste for a product and the profile (absolute value), as of the last call: mean
    over products and customers who called."""
    n = len(view.world.products)
    if n == 0:
        return NAN
    called = np.repeat(view.world.profiles["epoch"] >= 0, n)
    tastes = view.world.tastes[called]
    return float(np.abs(tastes["taste"] - tastes["profile"]).mean()) if len(tastes) else NAN


@measure("$ per call", "001-21, 001-54")
def offer_profit_per_call(view: View) -> float:
    """What accepted offers bring the firm, over calls answered."""
    return ratio(_sum(view, "profit"), _sum(view, "n_calls"))


@measure("ratio", "001-54")
def offer_profit_late_to_early(view: View) -> float:
    """Profit of accepted offers per call in the last quarter of the run, over that in the first quarter."""
    first, last = _quarter(view, 0), _quarter(view, 3)
    early = ratio(_sum(view, "profit", first), _sum(view, "n_calls", first))
    return ratio(ratio(_sum(view, "profit", last), _sum(view, "n_calls", last)), early) if early > 0.0 else NAN
