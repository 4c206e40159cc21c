"""Every request goes straight to the service unit, as prescribed before the desk existed."""

from model.compiled import compiled
from model.world.codes import UNIT


@compiled
def always_unit(account, issue, parameters, u):
    """Every request goes straight to the service unit, as prescribed before the desk existed."""
    return UNIT
