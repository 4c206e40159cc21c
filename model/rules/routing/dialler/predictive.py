"""Calls are placed at the dialler's pace, whether or not somebody is free."""

from model.compiled import compiled


@compiled
def predictive(n_idle, parameters):
    """Calls are placed at the dialler's pace, whether or not somebody is free.

    Whoever answers may have to wait (003-11).
    """
    return 1
