"""Stay with the rep named last as long as the last outcome was good; otherwise name any known rep."""

from model.compiled import compiled
from model.rules.salespeople.choose_rep.uniform import uniform


@compiled
def win_stay(ties, parameters, u):
    """Stay with the rep named last as long as the last outcome was good; otherwise name any known rep.

    Good is a last reward of at least `book_threshold`. Draws: one, `u`.
    """
    for i in range(len(ties)):
        if ties[i].chosen == 1 and ties[i].known == 1 and ties[i].last >= parameters.book_threshold:
            return i
    return uniform(ties, parameters, u)
