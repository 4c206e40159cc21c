"""The more people fear to be dismissed, the fewer calls they let run past the cap."""

from model.compiled import compiled


@compiled
def by_fear(fear, tempted, parameters):
    """The more people fear to be dismissed, the fewer calls they let run past the cap.

    P = (1 − fear) · temptation (003-03).
    """
    temptation = parameters.breach_tempted if tempted == 1 else parameters.breach_usual
    return (1.0 - fear) * temptation
