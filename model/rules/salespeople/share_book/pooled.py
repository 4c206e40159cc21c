"""Every colleague is told, sooner or later."""

from model.compiled import compiled


@compiled
def pooled(giver, taker, parameters, u):
    """Every colleague is told, sooner or later.

    P = `p_share` per review. Draws: one, `u`.
    """
    return 1 if u < parameters.p_share else 0
