"""The supervisor's rounds: who waits, who is idle, and calls put through by hand.

1. Waiting callers, idle people and people at work are counted.
2. Calls that wait too long are put through to idle people of other groups, by the rule `overflow`.
"""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.centre.answering import answer
from model.engine.centre.segments.hours import part_at
from model.engine.centre.segments.matching import foreign_quality
from model.engine.centre.sites import n_waiting, place_of
from model.engine.log import note
from model.engine.queues import serve
from model.engine.work import begin, stir
from model.rules.routing.overflow import overflow
from model.world.codes import L_PUT_THROUGH, NOBODY, ROUND_DUE, SERVES, STARS
from model.world.differentiation import PARTS


@compiled
def make_round(world):
    """The supervisor looks at the lines (002-22); the next round comes after `round_minutes`."""
    p = world.parameters
    schedule(world, world.clock.now + p.round_minutes, ROUND_DUE, 0, 0)
    if len(world.group_hours) > 0:
        look(world)
    left, s = p.hand_calls, 0
    while left > 0 and s < len(world.streams):
        if put_through(world, s) == 1:
            left -= 1
        else:
            s += 1


@compiled
def look(world):
    """Count who waits and who is idle at this moment (002-17, 002-20)."""
    part = part_at(world, world.clock.now)
    for s in range(len(world.streams)):
        world.line_hours[s * PARTS + part].waiting += n_waiting(world, s)
    for g in range(len(world.groups)):
        hour, group = world.group_hours[g * PARTS + part], world.groups[g]
        idle = world.pools[group.pool].n_idle
        hour.n_rounds += 1
        hour.idle += idle
        for worker in range(group.first, group.first + group.n_people):
            hour.present += 1 if world.workers[worker].away == 0 else 0
        if idle > 0 and star_waits_elsewhere(world, g) == 1:
            hour.idle_beside += 1


@compiled
def star_waits_elsewhere(world, g):
    """Whether a call waits in a line of Stars that the group does not serve (002-20)."""
    for s in range(len(world.streams)):
        stream = world.streams[s]
        elsewhere = world.skills[g * len(world.streams) + s].level != SERVES
        if elsewhere and n_waiting(world, s) > 0 and world.segments[stream.segment].kind == STARS:
            return 1
    return 0


@compiled
def put_through(world, s):
    """The longest waiting call of a line, if it has waited too long, goes to whom the supervisor thinks best (002-22).

    Where sites answer their own calls, the first site is looked at first. Returns 1 if one was put through.
    """
    for place in range(max(1, len(world.sites))):
        head = world.queues[world.streams[s].queue + place].head
        if head == NOBODY or world.clock.now - world.tasks[head].entered < world.parameters.overflow_seconds / 60.0:
            continue
        worker = best_hand(world, s, place)
        if worker != NOBODY:
            hand_to(world, worker, head)
            return 1
    return 0


@compiled
def hand_to(world, worker, head):
    """An idle person is given a waiting call."""
    call = world.calls[world.tasks[head].issue]
    note(world, L_PUT_THROUGH, call.number, worker, call.customer, world.clock.now - world.tasks[head].entered)
    stir(world, worker)
    serve(world, head)
    answer(world, worker, head)
    begin(world, worker, head)


@compiled
def best_hand(world, s, place):
    """The idle person outside a line's own groups who would serve it best; nobody below `hand_quality` (002-22).

    Only people who answer calls at the `place` where it waits.
    """
    p, best, most = world.parameters, NOBODY, 0.0
    for g in range(len(world.groups)):
        level, pool = world.skills[g * len(world.streams) + s].level, world.pools[world.groups[g].pool]
        if pool.n_idle == 0 or level == SERVES or overflow(p.overflow, level, 1, p) == 0:
            continue
        if place_of(world, world.groups[g].location) != place:
            continue
        for nth in range(pool.n_idle):
            worker = world.idle[pool.first + nth].worker
            quality = foreign_quality(world, worker, level)
            if quality >= p.hand_quality and quality > most:
                best, most = worker, quality
    return best
