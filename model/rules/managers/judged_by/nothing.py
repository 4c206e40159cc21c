"""Nobody is judged by a figure of one's own, so there is none to game."""

from model.compiled import compiled
from model.world.codes import NOT_GAMED


@compiled
def nothing(minutes, wrap_up, parameters):
    """Nobody is judged by a figure of one's own, so there is none to game (003-09)."""
    return NOT_GAMED
