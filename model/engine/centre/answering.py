"""A call is answered: what will be in it, and so how long it takes, is settled when it begins.

1. Length: the stream's handle time, the person's pace, the pressure of the backlog, mismatched skills.
2. Quality: effort, hurry, mismatch, practice, and what is known of the topic or got from colleagues; with it,
   whether the query is resolved.
3. Purchase: whether the customer buys what the call was for.
"""

from model.compiled import compiled
from model.engine.calendar import today
from model.engine.centre.helping import plan_help
from model.engine.centre.relations import lack_of_practice
from model.engine.log import note
from model.luck import HANDLE, PURCHASE, PURCHASE_VALUE, RESOLVE, lognormal, uniform
from model.world.needs import duration
from model.world.codes import L_CALL_TAKEN, SERVES


@compiled
def answer(world, worker, row):
    """Somebody takes a call: what is in it is settled, and its length with it, wrap-up included."""
    task = world.tasks[row]
    c = task.issue
    call, advisor = world.calls[c], world.advisors[worker]
    call.worker, call.waited = worker, world.clock.now - task.entered
    call.level = world.skills[advisor.group * len(world.streams) + call.stream].level
    note(world, L_CALL_TAKEN, call.number, worker, call.customer, call.waited)
    note_spike(world, call, task.entered)
    take_time(world, worker, c)
    if len(world.topics) > 0:
        plan_help(world, worker, c)
    resolve(world, c)
    purchase(world, c)
    task.minutes = call.minutes + world.streams[call.stream].wrap_up_minutes


@compiled
def take_time(world, worker, c):
    """Length and quality of a call before anything special is in it (001-05, 001-06, 002-19).

    minutes = handle time · pace · (1 − hurry) · mismatch pace · (1 + lack of practice);
    quality = effort · (1 − hurry) · mismatch quality · (1 − lack of practice).
    Draws: one.
    """
    p, call, advisor = world.parameters, world.calls[c], world.advisors[worker]
    stream = world.streams[call.stream]
    u = uniform(p.seed, HANDLE, call.key, call.attempt)
    hurry, lack = hurry_of(world, call.stream), lack_of_practice(world, worker)
    day = world.help_days[today(world)]
    day.n_calls += 1
    day.hurry += hurry
    call.minutes = duration(u, stream.handle_law, stream.handle_minutes, stream.handle_cv)
    call.minutes *= advisor.pace * (1.0 - hurry) * (1.0 + lack)
    call.quality = advisor.effort * (1.0 - hurry) * (1.0 - lack)
    if call.level != SERVES:
        call.minutes *= p.mismatch_pace
        call.quality *= p.mismatch_quality
        stream.n_overflowed += 1


@compiled
def hurry_of(world, s):
    """By how much calls are cut short, always and while others wait (001-05, 001-57).

    h = q + (1 − q) · `backlog_pressure` · min(1, waiting / people), q = `pace_required`.
    """
    pressure, always = world.parameters.backlog_pressure, world.parameters.pace_required
    if pressure <= 0.0:
        return always
    waiting = min(1.0, world.queues[world.streams[s].queue].length / world.streams[s].n_people)
    return always + (1.0 - always) * pressure * waiting


@compiled
def note_spike(world, call, entered):
    """Note the wait of a call that came during a spike of its stream (004-11)."""
    stream = world.streams[call.stream]
    if stream.spike_from <= entered <= stream.spike_to and stream.n_spikes > 0:
        stream.n_in_spikes += 1
        stream.waited_in_spikes += call.waited


@compiled
def resolve(world, c):
    """Whether the call resolves the query: P = `p_resolved` of the stream · quality. Draws: one."""
    call = world.calls[c]
    u = uniform(world.parameters.seed, RESOLVE, call.key, call.attempt)
    call.resolved = 1 if u < world.streams[call.stream].p_resolved * call.quality else 0


@compiled
def purchase(world, c):
    """Whether the customer buys what the call was for: P = `p_purchase` of the stream · quality. Draws: two."""
    p, call = world.parameters, world.calls[c]
    stream = world.streams[call.stream]
    call.bought, call.value = 0, 0.0
    if stream.p_purchase > 0.0 and uniform(p.seed, PURCHASE, call.key, call.attempt) < stream.p_purchase * call.quality:
        call.bought = 1
        call.value = lognormal(uniform(p.seed, PURCHASE_VALUE, call.key, 0), stream.purchase_mean, 1.0)
