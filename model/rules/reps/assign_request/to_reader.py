"""Whoever meets a request does it."""

from model.compiled import compiled


@compiled
def to_reader(met_by, u, n_reps, parameters):
    """Whoever meets a request does it: who read the mail, or to whom it was passed on, or took the call (000-26).

    Draws: none.
    """
    return met_by
