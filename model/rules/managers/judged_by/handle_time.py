"""People are judged by the length of their calls, and game it by cutting long ones short."""

from model.compiled import compiled
from model.world.codes import CUT_SHORT, NOT_GAMED


@compiled
def handle_time(minutes, wrap_up, parameters):
    """People are judged by the length of their calls, and game it by cutting long ones short (003-09)."""
    return CUT_SHORT if minutes > parameters.figure_minutes else NOT_GAMED
