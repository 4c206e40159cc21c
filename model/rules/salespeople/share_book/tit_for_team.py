"""Pass names on to colleagues who have not taken more from the team than they gave."""

from model.compiled import compiled


@compiled
def tit_for_team(giver, taker, parameters, u):
    """Pass names on to colleagues who have not taken more from the team than they gave.

    P = `p_share` per review if received ≤ given + 1 for the taker, else 0. Draws: one, `u`.
    """
    return 1 if taker.received <= taker.given + 1 and u < parameters.p_share else 0
