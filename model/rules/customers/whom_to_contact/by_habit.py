"""A customer calls the desk with a probability equal to the habit of the account (000-12)."""

from model.compiled import compiled
from model.world.codes import DESK, UNIT


@compiled
def by_habit(account, issue, parameters, u):
    """A customer calls the desk with a probability equal to the habit of the account (000-12).

    P(desk) = habit, which grows with every request done in time (000-13). Draws: one, `u`.
    """
    return DESK if u < account.habit else UNIT
