"""Calls come to a centre: each stream draws its next call when one comes, so that a year needs no memory."""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.centre.dialling import is_reached
from model.engine.centre.foresight import expect_caller
from model.engine.centre.self_service import come_in
from model.engine.centre.settling import settle
from model.engine.centre.sites import home_of
from model.engine.log import note
from model.luck import CALLER, DAY_FACTOR, STREAM, exponential, key, lognormal, uniform
from model.world.codes import CALL_COMES, L_CALL_CAME, NOBODY, OWN_NEED


@compiled
def call_comes(world, s):
    """A call of a stream comes (or is placed, and comes if somebody answers), and the stream's next one is drawn."""
    c, stream = new_call(world, s), world.streams[s]
    name_call(world, c, next_name(world, s), stream.next_caller)
    stream.n_calls += 1
    next_call_of(world, s)
    if world.streams[s].outbound == 1 and is_reached(world, c) == 0:
        settle(world, c)
        return
    note(world, L_CALL_CAME, world.calls[c].number, world.calls[c].customer, s, 0.0)
    come_in(world, c)


@compiled
def next_call_of(world, s):
    """Schedule a stream's next call: a Poisson process on the load, which the load curve and the day's factor bend.

    Who will call is settled now, so that what is known of the customer can be brought near.
    Load passes by one in an average day; on day d by lognormal(1, `spread_of_days`), shared by all streams, and
    within the day by the curve. Draws: one, exponential, one for the customer, and one for each new day.
    """
    p, stream = world.parameters, world.streams[s]
    if stream.calls_per_day <= 0.0:
        return
    u = uniform(p.seed, STREAM, s, stream.n_calls)
    stream.load += exponential(u, 1.0 / stream.calls_per_day)
    while stream.load >= stream.load_before + stream.factor:
        stream.load_before += stream.factor
        stream.day += 1
        stream.part = 0
        if stream.day >= p.days:
            return
        stream.factor = lognormal(uniform(p.seed, DAY_FACTOR, stream.day, 0), 1.0, stream.spread_of_days)
    share = (stream.load - stream.load_before) / stream.factor
    stream.next_caller = caller_of(world, stream, next_name(world, s))
    expect_caller(world, stream.next_caller)
    time = (stream.day + time_of_day(world, stream, share)) * p.day_minutes
    schedule(world, max(world.clock.now, time), CALL_COMES, s, 0)


@compiled
def time_of_day(world, stream, share):
    """The share of the day that has passed when a share of its load has, which only grows from call to call."""
    while stream.part < stream.n_parts - 1 and world.curves[stream.first_part + stream.part].up_to <= share:
        stream.part += 1
    before = world.curves[stream.first_part + stream.part - 1].up_to if stream.part > 0 else 0.0
    within = (share - before) / (world.curves[stream.first_part + stream.part].up_to - before)
    return (stream.part + min(1.0, within)) / stream.n_parts


@compiled
def new_call(world, s):
    """A row for a call of a stream (the caller of the engine has made room). Returns the row."""
    clock = world.clock
    c = clock.free_call
    if c >= 0:
        clock.free_call = world.calls[c].next
    else:
        c = clock.n_call_rows
        clock.n_call_rows = c + 1
    call = world.calls[c]
    call.number, call.stream = clock.n_calls, s
    clock.n_calls += 1
    call.attempt, call.contact, call.arose, call.worker = 0, 0, clock.now, NOBODY
    call.line, call.seen, call.passed_on, call.reason = s, NOBODY, 0, OWN_NEED
    return c


@compiled
def name_call(world, c, name, customer):
    """A call has the name by which its luck is found, and is made by a customer."""
    call = world.calls[c]
    call.key, call.customer = name, customer
    call.site = home_of(world, call)


@compiled
def next_name(world, s):
    """The name, for its luck, of a stream's next call."""
    return key(64 * s + STREAM, world.streams[s].n_calls)


@compiled
def caller_of(world, stream, call_key):
    """Who makes a call: any customer of the stream's segment. Draws: one."""
    return stream.first_caller + int(uniform(world.parameters.seed, CALLER, call_key, 0) * stream.n_callers)


@compiled
def open_lines(world):
    """The centre opens: every stream draws its first call."""
    for s in range(len(world.streams)):
        next_call_of(world, s)
