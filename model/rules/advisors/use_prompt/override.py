"""Another product is offered where the talk shows that it fits clearly better than the one prompted."""

from model.compiled import compiled
from model.world.codes import AS_PROMPTED, OWN_CHOICE


@compiled
def override(style, perceived, rival, hurried, u, parameters):
    """Another product is offered where the talk shows that it fits clearly better than the one prompted.

    OWN_CHOICE if rival − perceived > `override_margin` and u < `discretion` (001-35).
    """
    return OWN_CHOICE if u < parameters.discretion and rival - perceived > parameters.override_margin else AS_PROMPTED
