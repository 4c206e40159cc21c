"""Name the rep who proved helpful if there is one, call if the number is known, else write to all (000-34..39, 45)."""

from model.compiled import compiled
from model.world.codes import NAME_TAG, PHONE_REP, PLAIN_MAIL


@compiled
def repertoire(ties, parameters, u):
    """Name the rep who proved helpful if there is one, call if the number is known, else write to all (000-34..39, 45).

    With probability `exploration` the request goes to the shared mailbox all the same (000-39: "I try to").
    Otherwise, if some known rep's value reaches `book_threshold`: the direct number in a `share_phoned` of the cases
    when one is known, else a name tag. Draws: one, `u`.
    """
    if u < parameters.exploration:
        return PLAIN_MAIL
    helpful, reachable = False, False
    for i in range(len(ties)):
        if ties[i].known == 1 and ties[i].n > 0 and ties[i].value >= parameters.book_threshold:
            helpful = True
            reachable = reachable or ties[i].number == 1
    if not helpful:
        return PLAIN_MAIL
    share = (u - parameters.exploration) / (1.0 - parameters.exploration)
    return PHONE_REP if reachable and share < parameters.share_phoned else NAME_TAG
