"""Customers who are in a hurry or seem unlikely to take the offer are let go without one."""

from model.compiled import compiled
from model.world.codes import AS_PROMPTED, LET_GO


@compiled
def skip(style, perceived, rival, hurried, u, parameters):
    """Customers who are in a hurry or seem unlikely to take the offer are let go without one.

    LET_GO if hurried or perceived < `skip_taste`, and u < `discretion` (001-48).
    """
    if u < parameters.discretion and (hurried == 1 or perceived < parameters.skip_taste):
        return LET_GO
    return AS_PROMPTED
