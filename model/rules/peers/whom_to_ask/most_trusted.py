"""Ask the most trusted of the contacts who have not refused too much, now and then somebody new."""

from model.compiled import compiled
from model.world.codes import NOBODY


@compiled
def most_trusted(ties, n_ties, parameters, u):
    """Ask the most trusted of the contacts who have not refused too much, now and then somebody new (004-02).

    With chance `p_stranger` somebody new; else argmax_i T_i / (1 + G_i), trust T, grudge G. Draws: one, `u`.
    """
    if u < parameters.p_stranger:
        return NOBODY
    best, chosen = 0.0, NOBODY
    for i in range(n_ties):
        worth = ties[i].trust / (1.0 + ties[i].grudge)
        if ties[i].present == 1 and worth > best:
            best, chosen = worth, i
    return chosen
