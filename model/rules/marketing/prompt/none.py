"""The screen prompts nothing."""

from model.compiled import compiled
from model.world.codes import NOBODY


@compiled
def none(world, first, parameters):
    """The screen prompts nothing, so that an offer is made only where people think of one (001-09)."""
    return NOBODY
