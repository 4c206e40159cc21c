"""Who usually has a large bill is a Star: one large bill at a given moment does not count."""

from model.compiled import compiled
from model.world.codes import BAD_PAYERS, MODERATE, STARS, VIP, WINBACK


@compiled
def by_usual_bill(profile, parameters):
    """Who usually has a large bill is a Star: one large bill at a given moment does not count (002-13).

    As `by_bill`, with the remembered bill in place of the last one.
    """
    if profile.listed == 1:
        return VIP
    if profile.usual_bill >= parameters.star_bill:
        return STARS
    if profile.arrears >= parameters.arrears_limit:
        return BAD_PAYERS
    return WINBACK if profile.falling == 1 else MODERATE
