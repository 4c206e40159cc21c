"""Offers are ranked by stars for the firm's profit, and the customer's profile decides only between equal stars."""

from model.compiled import compiled
from model.world.codes import NOBODY


@compiled
def profit_ranked(world, first, parameters):
    """Offers are ranked by stars for the firm's profit, and the customer's profile decides only between equal stars.

    A five-star offer is one by a proxy of profitability, not of fit (001-21).
    """
    best, most, stars = NOBODY, 0.0, 0
    for product in range(len(world.products)):
        about = world.products[product]
        if about.universal == 0:
            profile = world.tastes[first + product].profile
            if about.stars > stars or (about.stars == stars and profile > most):
                best, most, stars = product, profile, about.stars
    return best
