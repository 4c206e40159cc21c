"""Discount codes: what they cost in time and price."""

from model.measures.record import measure
from model.measures.regime import answered, total
from model.measures.view import NAN, View, ratio


@measure("share", "001-32, 001-34")
def discount_claim_share(view: View) -> float:
    """Calls in which the customer claimed a friend's code, over calls answered."""
    if not len(view.world.codes):
        return NAN
    return ratio(total(view, "n_disputed") + total(view, "n_conceded"), answered(view))


@measure("share", "001-32, 001-34")
def discount_dispute_share(view: View) -> float:
    """Calls in which the customer claimed a friend's code and was refused, over calls answered."""
    return ratio(total(view, "n_disputed"), answered(view)) if len(view.world.codes) else NAN


@measure("share", "001-33")
def concession_share(view: View) -> float:
    """Claims to a friend's code that were conceded, over claims."""
    return ratio(total(view, "n_conceded"), total(view, "n_disputed") + total(view, "n_conceded"))


@measure("$ per day", "001-33")
def margin_conceded(view: View) -> float:
    """Price given away by conceding codes, per day."""
    return ratio(total(view, "conceded_margin"), view.n_days) if len(view.world.codes) else NAN


@measure("$ per day", "001-31")
def margin_codes(view: View) -> float:
    """Price given away by customers' own codes, conceded ones at later orders included, per day."""
    return ratio(total(view, "code_margin"), view.n_days) if len(view.world.codes) else NAN


@measure("minutes per day", "001-33")
def minutes_saved_by_conceding(view: View) -> float:
    """Length of calls saved by conceding, beside the same calls without a claim, per day."""
    return ratio(total(view, "saved"), view.n_days) if len(view.world.codes) else NAN


@measure("seconds", "001-31")
def handle_time_with_code_s(view: View) -> float:
    """Length of calls with an order and a code of the customer's own: mean."""
    return 60.0 * ratio(total(view, "coded_minutes"), total(view, "n_coded"))


@measure("seconds", "001-31")
def handle_time_without_code_s(view: View) -> float:
    """Length of calls with an order and neither a code nor a claim to one, in a centre with codes: mean."""
    return 60.0 * ratio(total(view, "plain_minutes"), total(view, "n_plain"))


@measure("share", "001-34")
def customers_with_code(view: View) -> float:
    """Customers who have a discount code, given or conceded, over customers."""
    return float((view.world.codes["discount"] > 0.0).mean()) if len(view.world.codes) else NAN
