"""Spikes of traffic: for a while a stream has several times its load, at any hour (004-11)."""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.centre.arrivals import caller_of, name_call, new_call
from model.engine.centre.self_service import come_in
from model.engine.log import note
from model.luck import SPIKE, SPIKE_CALL, exponential, key, uniform
from model.parameters.run import DAYS_A_YEAR
from model.world.codes import L_CALL_CAME, SPIKE_CALL_COMES, SPIKE_COMES


@compiled
def spike_comes(world, s):
    """A spike of a stream begins, and the stream's next one is drawn; one within another makes it longer (004-11).

    The calls of a spike come on top of the others, by a Poisson process of (`spike_size` − 1) times the mean rate. A
    call that was drawn past the end comes after all if the spike is made longer.
    Draws: one, exponential.
    """
    p, stream = world.parameters, world.streams[s]
    running, end = stream.spike_to > world.clock.now, stream.spike_to
    stream.n_spikes += 1
    stream.spike_from = stream.spike_from if running else world.clock.now
    stream.spike_to = world.clock.now + p.spike_minutes
    gap = exponential(uniform(p.seed, SPIKE, s, stream.n_spikes), DAYS_A_YEAR / p.spikes_per_year * p.day_minutes)
    schedule(world, world.clock.now + gap, SPIKE_COMES, s, 0)
    if not running:
        next_of_spike(world, s)
    elif end < stream.spike_next <= stream.spike_to:
        schedule(world, stream.spike_next, SPIKE_CALL_COMES, s, 0)


@compiled
def next_of_spike(world, s):
    """Schedule the next call of a spike.

    Draws: one, exponential, numbered by the calls and the spikes so far, so that a spike does not begin with the gap
    with which the one before it ended.
    """
    p, stream = world.parameters, world.streams[s]
    rate = (p.spike_size - 1.0) * stream.calls_per_day / p.day_minutes
    if rate > 0.0:
        gap = exponential(uniform(p.seed, SPIKE_CALL, s, stream.n_spike_calls + stream.n_spikes), 1.0 / rate)
        stream.spike_next = world.clock.now + gap
        if stream.spike_next <= stream.spike_to:
            schedule(world, stream.spike_next, SPIKE_CALL_COMES, s, 0)


@compiled
def spike_call_comes(world, s):
    """A call of a spike comes; its luck is its own, so that the stream's other calls are the same without it."""
    stream = world.streams[s]
    c = new_call(world, s)
    name = key(64 * s + SPIKE_CALL, stream.n_spike_calls)
    name_call(world, c, name, caller_of(world, stream, name))
    stream.n_spike_calls += 1
    next_of_spike(world, s)
    note(world, L_CALL_CAME, world.calls[c].number, world.calls[c].customer, s, 0.0)
    come_in(world, c)
