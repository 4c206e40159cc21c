"""People with an aggressive style push every prompt; the others let go whom it would annoy, or offer what fits."""

from model.compiled import compiled
from model.world.codes import AS_PROMPTED, LET_GO, MODERATE_STYLE, OWN_CHOICE, PUSHED, PUSHING


@compiled
def by_style(style, perceived, rival, hurried, u, parameters):
    """People with an aggressive style push every prompt; the others let go whom it would annoy, or offer what fits.

    Who puts service first offers nothing to customers in a hurry or who seem unlikely to want it, and what fits clearly
    better instead of the prompt; the moderate do so only with customers who seem unlikely to want it (001-17, 001-40).
    """
    if style == PUSHING:
        return PUSHED
    if u >= parameters.discretion:
        return AS_PROMPTED
    unlikely = perceived < parameters.skip_taste
    if style == MODERATE_STYLE:
        return LET_GO if unlikely and hurried == 1 else OWN_CHOICE if unlikely and rival > perceived else AS_PROMPTED
    if hurried == 1 or (unlikely and rival < 0.0):
        return LET_GO
    return OWN_CHOICE if rival - perceived > parameters.override_margin else AS_PROMPTED
