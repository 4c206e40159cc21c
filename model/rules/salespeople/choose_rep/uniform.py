"""Name any known rep, each with the same chance."""

from model.compiled import compiled
from model.world.codes import NOBODY


@compiled
def uniform(ties, parameters, u):
    """Name any known rep, each with the same chance.

    Draws: one, `u`.
    """
    n_known = 0
    for i in range(len(ties)):
        n_known += ties[i].known
    left = int(u * n_known)
    for i in range(len(ties)):
        if ties[i].known == 1:
            if left == 0:
                return i
            left -= 1
    return NOBODY
