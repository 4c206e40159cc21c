"""Who has a large bill is a Star, whatever else is known."""

from model.compiled import compiled
from model.world.codes import BAD_PAYERS, MODERATE, STARS, VIP, WINBACK


@compiled
def by_bill(profile, parameters):
    """Who has a large bill is a Star, whatever else is known, a payment incident included (002-13).

    In this order: the list, the bill, repeated incidents, a falling bill; the rest is Moderate (002-04).
    """
    if profile.listed == 1:
        return VIP
    if profile.bill >= parameters.star_bill:
        return STARS
    if profile.arrears >= parameters.arrears_limit:
        return BAD_PAYERS
    return WINBACK if profile.falling == 1 else MODERATE
