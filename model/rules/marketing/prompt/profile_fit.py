"""The product that fits the customer's profile best is prompted."""

from model.compiled import compiled
from model.world.codes import NOBODY


@compiled
def profile_fit(world, first, parameters):
    """The product that fits the customer's profile best is prompted, those for everybody left out (001-09)."""
    best, most = NOBODY, 0.0
    for product in range(len(world.products)):
        if world.products[product].universal == 0:
            profile = world.tastes[first + product].profile
            if best == NOBODY or profile > most:
                best, most = product, profile
    return best
