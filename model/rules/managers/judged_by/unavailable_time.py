"""People are judged by the time in which they cannot be called, and game it by keeping customers on the line."""

from model.compiled import compiled
from model.world.codes import KEPT_ON_LINE, NOT_GAMED


@compiled
def unavailable_time(minutes, wrap_up, parameters):
    """People are judged by the time in which they cannot be called, and game it by keeping customers on the line.

    They do the work that follows a call while the customer waits (001-30).
    """
    return KEPT_ON_LINE if wrap_up > 0.0 else NOT_GAMED
