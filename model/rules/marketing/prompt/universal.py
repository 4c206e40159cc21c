"""The one product that is meant for everybody is prompted, whoever calls."""

from model.compiled import compiled
from model.world.codes import NOBODY


@compiled
def universal(world, first, parameters):
    """The one product that is meant for everybody is prompted, whoever calls (001-41, 001-42)."""
    for product in range(len(world.products)):
        if world.products[product].universal == 1:
            return product
    return NOBODY
