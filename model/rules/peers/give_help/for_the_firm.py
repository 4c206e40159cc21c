"""People help strangers and friends alike as far as they identify with the firm."""

from model.compiled import compiled


@compiled
def for_the_firm(giver, trust, received, owed, grudge, pull, parameters, u):
    """People help strangers and friends alike as far as they identify with the firm (B2: Constant 1996).

    P(help) = ι pull, with the giver's identity ι; nothing is expected in return. Draws: one, `u`.
    """
    return 1 if u < giver.identity * pull else 0
