"""Ask the contact whose answers helped most often of late."""

from model.compiled import compiled
from model.world.codes import NOBODY


@compiled
def most_helpful(ties, n_ties, parameters, u):
    """Ask the contact whose answers helped most often of late, now and then somebody new (B2: Borgatti & Cross).

    With chance `p_stranger` somebody new; else argmax_i v_i, the share of questions answered. Draws: one, `u`.
    """
    if u < parameters.p_stranger:
        return NOBODY
    best, chosen = 0.0, NOBODY
    for i in range(n_ties):
        if ties[i].present == 1 and ties[i].value > best:
            best, chosen = ties[i].value, i
    return chosen
