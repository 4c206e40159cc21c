"""Call a known rep on the direct number with every request, against its purpose (000-29)."""

from model.compiled import compiled
from model.world.codes import PHONE_REP


@compiled
def phone_rep(ties, parameters, u):
    """Call a known rep on the direct number with every request, against its purpose (000-29)."""
    return PHONE_REP
