"""Outbound streams: the dialler places calls, and some are answered, of which some are refused at once (003-11)."""

from model.compiled import compiled
from model.engine.calendar import today
from model.engine.centre.outcome import bring_nothing
from model.engine.centre.sites import place_of, serves_at
from model.luck import ANSWERS_DIALLER, REFUSAL_TIME, REFUSES, exponential, uniform
from model.rules.routing.dialler import dialler


@compiled
def is_reached(world, c):
    """Whether the dialler places a call, by the rule `dialler`, and somebody answers (003-11). Returns 1 or 0.

    Draws: one.
    """
    p, call = world.parameters, world.calls[c]
    if dialler(p.dialler, n_free(world, call), p) == 0:
        return 0
    day = world.beyond_days[today(world)]
    day.n_dialled += 1
    if uniform(p.seed, ANSWERS_DIALLER, call.key, 0) >= world.streams[call.stream].p_answer:
        return 0
    day.n_picked_up += 1
    return 1


@compiled
def n_free(world, call):
    """Idle people of the groups that serve a call's stream where it would wait."""
    n, place = 0, place_of(world, call.site)
    for g in range(len(world.groups)):
        if serves_at(world, g, call.stream, place):
            n += world.pools[world.groups[g].pool].n_idle
    return n


@compiled
def plan_refusal(world, worker, c):
    """Whoever is called may refuse to listen (003-11): P = `p_refusal` of the stream. Draws: two."""
    p, call = world.parameters, world.calls[c]
    stream = world.streams[call.stream]
    if stream.outbound == 0 or call.contact > 0:
        return
    if uniform(p.seed, REFUSES, call.key, call.attempt) < stream.p_refusal:
        world.in_hand[worker].refused = 1
        call.minutes = exponential(uniform(p.seed, REFUSAL_TIME, call.key, call.attempt), p.refusal_minutes)
        bring_nothing(world, c)
        call.resolved, call.wrap_up = 1, 0.0
