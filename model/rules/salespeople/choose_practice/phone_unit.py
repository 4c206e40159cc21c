"""Call the helpline with every request, against its purpose (000-27)."""

from model.compiled import compiled
from model.world.codes import PHONE_UNIT


@compiled
def phone_unit(ties, parameters, u):
    """Call the helpline with every request, against its purpose (000-27)."""
    return PHONE_UNIT
