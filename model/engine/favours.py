"""Norms of helping between desk and units: favours that reps owe salespeople. At M-Tel there are none (000-43)."""

from model.compiled import compiled
from model.engine.log import note
from model.luck import FAVOUR, uniform
from model.world.codes import L_FAVOUR, NOBODY


@compiled
def do_favour(world, row, seller, rep, i, count):
    """Now and then a salesperson does something for a rep in a talk, who owes it from then on (000-43). Draws: one."""
    p = world.parameters
    if p.p_favour > 0.0 and uniform(p.seed, FAVOUR, world.issues[i].key, count) < p.p_favour:
        world.tie_details[row].owed += 1.0
        note(world, L_FAVOUR, NOBODY, seller, rep, 0.0)


@compiled
def obliges_all_the_same(world, row, restraint, u):
    """Norms oblige a rep who would not do a request at once: to anybody, and to whom a favour is owed (000-43; C17).

    P(at once) = [1 − (1 − b) (1 − r D / (D + h))] (1 − restraint), beneficence b, reciprocity r, favours owed D,
    `debt_half` h. A favour owed is returned by it. Draws: `u`.
    """
    p, owed = world.parameters, world.tie_details[row].owed if row != NOBODY else 0.0
    exchange = p.reciprocity * owed / (owed + p.debt_half)
    if u >= (1.0 - (1.0 - p.beneficence) * (1.0 - exchange)) * (1.0 - restraint):
        return 0
    if row != NOBODY:
        world.tie_details[row].owed = max(0.0, owed - 1.0)
    return 1
