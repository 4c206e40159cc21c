"""The team turns to service work when it has lagged behind its quota for some reviews in a row (000-11)."""

from model.compiled import compiled


@compiled
def gap_to_quota(manager, parameters):
    """The team turns to service work when it has lagged behind its quota for some reviews in a row (000-11).

    `below` counts the reviews in a row with attainment under 1 − γ (`turn_gap`); the turn comes when it reaches
    `turn_patience`. Once given, the instruction stands. Draws: none.
    """
    return 1 if manager.serves == 1 or manager.below >= parameters.turn_patience else 0
