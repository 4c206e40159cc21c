"""Every request goes to the desk."""

from model.compiled import compiled
from model.world.codes import DESK


@compiled
def always_desk(account, issue, parameters, u):
    """Every request goes to the desk."""
    return DESK
