"""Name the known rep remembered as promptest, and now and then any other (000-39)."""

from model.compiled import compiled
from model.rules.salespeople.choose_rep.uniform import uniform
from model.world.codes import NOBODY


@compiled
def greedy(ties, parameters, u):
    """Name the known rep remembered as promptest, and now and then any other (000-39).

    With probability ε = `exploration` any known rep, else the one with the highest value (the first of equals).
    Draws: one, `u`.
    """
    if u < parameters.exploration:
        return uniform(ties, parameters, u / parameters.exploration)
    chosen, best = NOBODY, -1.0
    for i in range(len(ties)):
        if ties[i].known == 1 and ties[i].value > best:
            chosen, best = i, ties[i].value
    return chosen
