"""Calls wait for somebody trained for them, overflow to others, are given up, and come again."""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.centre.choosing import may_overflow
from model.engine.centre.experience import experience
from model.engine.centre.holding import hold
from model.engine.centre.segments.hours import remember_wait
from model.engine.centre.segments.matching import known_advisor
from model.engine.centre.settling import settle
from model.engine.centre.sites import place_of, queue_of
from model.engine.log import note
from model.engine.queues import discard, is_full, join, new_task, withdraw
from model.engine.work import stir, turn_to_next
from model.luck import REDIAL, REDIAL_DELAY, exponential, uniform
from model.rules.routing.idle_worker import idle_worker
from model.world.codes import (
    CALL_RETURNS, CENTRE_CALL, L_CALL_BLOCKED, L_CALLER_GONE, L_CALLER_LEFT, NOBODY, OVERFLOW_DUE, SERVES,
)  # fmt: skip


@compiled
def enter(world, c):
    """A caller reaches a line: finds all of it taken, is answered at once, or holds the line."""
    p, call = world.parameters, world.calls[c]
    call.attempt += 1
    call.called_back = 0
    where = queue_of(world, call)
    if is_full(world, where):
        block(world, c)
        return
    row = new_task(world, CENTRE_CALL, c, 0.0)
    join(world, where, row)
    worker = known_advisor(world, call)
    if worker == NOBODY:
        worker = idle_for(world, call, SERVES)
    if worker == NOBODY and p.overflow_seconds <= 0.0:
        worker = idle_beyond(world, call)
    if worker != NOBODY:
        stir(world, worker)
        turn_to_next(world, worker)
        return
    stamp = world.tasks[row].stamp
    if p.overflow_seconds > 0.0 and len(world.groups) > 1:
        schedule(world, world.clock.now + p.overflow_seconds / 60.0, OVERFLOW_DUE, row, stamp)
    hold(world, c, row)


@compiled
def block(world, c):
    """All lines of the stream are taken: the caller hears the engaged tone."""
    call = world.calls[c]
    queue = world.queues[queue_of(world, call)]
    queue.n_in += 1
    queue.n_blocked += 1
    if world.clock.now >= world.clock.warm_up:
        queue.m_blocked += 1
    note(world, L_CALL_BLOCKED, call.number, call.customer, call.stream, 0.0)
    come_again(world, c)


@compiled
def idle_for(world, call, level):
    """Somebody idle in a group whose training for the call's stream is `level`: of the group with most idle people."""
    chosen, most, place = NOBODY, 0, place_of(world, call.site)
    for g in range(len(world.groups)):
        n_idle = world.pools[world.groups[g].pool].n_idle
        skilled = world.skills[g * len(world.streams) + call.line].level == level
        if n_idle > most and skilled and place_of(world, world.groups[g].location) == place:
            chosen, most = g, n_idle
    return NOBODY if chosen == NOBODY else idle_of(world, call, chosen)


@compiled
def idle_beyond(world, call):
    """Somebody idle in a group that may take the call although it does not serve its stream."""
    chosen, most, place = NOBODY, 0, place_of(world, call.site)
    for g in range(len(world.groups)):
        n_idle = world.pools[world.groups[g].pool].n_idle
        if n_idle > most and may_overflow(world, g, call.line) and place_of(world, world.groups[g].location) == place:
            chosen, most = g, n_idle
    return NOBODY if chosen == NOBODY else idle_of(world, call, chosen)


@compiled
def idle_of(world, call, g):
    """Which of a group's idle people takes a call, by the rule `idle_worker`."""
    pool = world.pools[world.groups[g].pool]
    place = 0
    if pool.n_idle > 1:
        place = idle_worker(world.parameters.idle_choice, world, world.groups[g].pool, call.key)
    return world.idle[pool.first + place].worker


@compiled
def overflow_is_due(world, row, stamp):
    """A call has waited so long that it may overflow; nothing happens if it was answered in the meantime."""
    task = world.tasks[row]
    if task.stamp != stamp or task.waiting == 0:
        return
    worker = idle_beyond(world, world.calls[task.issue])
    if worker != NOBODY:
        stir(world, worker)
        turn_to_next(world, worker)


@compiled
def caller_leaves(world, row, stamp):
    """A caller's patience runs out; nothing happens if the call was answered in the meantime."""
    task = world.tasks[row]
    if task.stamp != stamp or task.waiting == 0:
        return
    c = task.issue
    waited = withdraw(world, row)
    discard(world, row)
    world.calls[c].waited = waited
    note(world, L_CALLER_LEFT, world.calls[c].number, world.calls[c].customer, world.calls[c].stream, waited)
    remember_wait(world, c, 1)
    experience(world, world.calls[c], 0.0)
    come_again(world, c)


@compiled
def come_again(world, c):
    """A caller who was not answered calls again after a while, or gives up for good. Draws: two."""
    p, call = world.parameters, world.calls[c]
    if uniform(p.seed, REDIAL, call.key, call.attempt) < p.retrial:
        world.streams[call.stream].n_retrials += 1
        delay = exponential(uniform(p.seed, REDIAL_DELAY, call.key, call.attempt), p.retrial_minutes)
        schedule(world, world.clock.now + delay, CALL_RETURNS, c, 0)
    else:
        world.streams[call.stream].n_gone += 1
        note(world, L_CALLER_GONE, call.number, call.customer, call.stream, 0.0)
        settle(world, c)
