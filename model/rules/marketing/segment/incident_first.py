"""Nobody in the course of a payment incident is a Star, however large the bill."""

from model.compiled import compiled
from model.world.codes import BAD_PAYERS, MODERATE, STARS, VIP, WINBACK


@compiled
def incident_first(profile, parameters):
    """Nobody in the course of a payment incident is a Star, however large the bill (002-13).

    In this order: the list, repeated incidents, the bill of who has no incident, a falling bill; the rest is Moderate.
    """
    if profile.listed == 1:
        return VIP
    if profile.arrears >= parameters.arrears_limit:
        return BAD_PAYERS
    if profile.bill >= parameters.star_bill and profile.incident == 0:
        return STARS
    return WINBACK if profile.falling == 1 else MODERATE
