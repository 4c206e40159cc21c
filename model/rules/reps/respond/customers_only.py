"""Only customers and units may make requests; the desk is refused (000-22)."""

from model.compiled import compiled
from model.world.codes import REFUSE


@compiled
def customers_only(rep, request, channel, friend, restraint, parameters, u):
    """Only customers and units may make requests; the desk is refused (000-22)."""
    return REFUSE
