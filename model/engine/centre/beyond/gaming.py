"""A figure by which people are judged is gamed (001-30, 003-09)."""

from model.compiled import compiled
from model.engine.centre.outcome import end_early
from model.luck import GAMES, uniform
from model.rules.managers.judged_by import judged_by
from model.world.codes import CUT_SHORT, NOT_GAMED


@compiled
def plan_gaming(world, worker, c):
    """In some calls the figure by which people are judged is improved, by the rule `judged_by` (001-30, 003-09).

    Cut short at `figure_minutes`, a call leaves its query open and sells nothing; kept on the line, the customer waits
    while the work that follows is done. Returns which of these was done. Draws: one.
    """
    p, call = world.parameters, world.calls[c]
    if p.gaming <= 0.0 or uniform(p.seed, GAMES, call.key, call.attempt) >= p.gaming:
        return NOT_GAMED
    way = judged_by(p.judged_by, call.minutes, call.wrap_up, p)
    if way == NOT_GAMED:
        return NOT_GAMED
    world.in_hand[worker].gamed = 1
    if way == CUT_SHORT:
        call.minutes = min(call.minutes, p.figure_minutes)
        end_early(world, c)
    else:
        call.minutes += call.wrap_up
        call.wrap_up = 0.0
    return way
