"""Every request is logged in its turn, whoever sends it."""

from model.compiled import compiled
from model.world.codes import LOG


@compiled
def by_the_book(rep, request, channel, friend, restraint, parameters, u):
    """Every request is logged in its turn, whoever sends it."""
    return LOG
