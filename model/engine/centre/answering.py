"""A call is answered: what will be in it, and so how long it takes, is settled when it begins.

1. Length: the stream's handle time, the person's pace, the pressure of the backlog, mismatched skills.
2. Fit of person, record and script; quality: effort, hurry, mismatch, practice; with what is known of the topic or
   got from colleagues, where knowledge is told apart.
3. Control: what figures and programmes do to both; with the quality, whether the query is resolved.
4. Whoever was called may refuse to listen, and whoever needs other skills is handed on: then nothing else happens.
5. Purchase: whether the customer buys what the call was for.
6. Offer: what is offered on top, and what the customer answers.
7. Where customers are told apart, sales talk beyond the answer, and what is noted.
8. What is in the call beyond that (see `beyond`).
Who came to the wrong line is passed on, and nothing of this happens.
"""

from model.compiled import compiled
from model.engine.calendar import today
from model.engine.centre.beyond.plan import ends_at_once, plan_beyond
from model.engine.centre.control.figures import shape_call
from model.engine.centre.peers.helping import plan_help
from model.engine.centre.segments.hours import remember_wait
from model.engine.centre.hurry import hurry_of
from model.engine.centre.segments.matching import fit, note_meeting
from model.engine.centre.offering.offers import plan_offer
from model.engine.centre.outcome import bring_nothing
from model.engine.centre.segments.reaching import is_misplaced
from model.engine.centre.sites import queue_of
from model.engine.centre.peers.relations import lack_of_practice
from model.engine.centre.segments.talking import converse
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
    call.level = world.skills[advisor.group * len(world.streams) + call.line].level
    note(world, L_CALL_TAKEN, call.number, worker, call.customer, call.waited)
    call.behind = 1 if world.queues[queue_of(world, call)].length > 0 else 0
    note_spike(world, call, task.entered)
    if len(world.segments) > 0 and is_misplaced(world, worker, call) == 1:
        plan_transfer(world, c)
        task.minutes = call.minutes
        return
    take_time(world, worker, c)
    fit(world, worker, c)
    shape_call(world, worker, c)
    if len(world.in_hand) == 0 or ends_at_once(world, worker, c) == 0:
        serve_customer(world, worker, c)
    if len(world.segments) > 0:
        note_meeting(world, worker, call)
        remember_wait(world, c, 0)
    task.minutes = call.minutes + call.wrap_up


@compiled
def serve_customer(world, worker, c):
    """The customer is served: query, purchase, offer, sales talk, and what is in the call beyond that."""
    if len(world.topics) > 0:
        plan_help(world, worker, c)
    resolve(world, c)
    purchase(world, c)
    plan_offer(world, worker, c)
    if len(world.segments) > 0:
        converse(world, worker, c)
    call = world.calls[c]
    call.wrap_up = world.streams[call.stream].wrap_up_minutes
    if len(world.in_hand) > 0:
        plan_beyond(world, worker, c)


@compiled
def plan_transfer(world, c):
    """Somebody came to the wrong line: the call is only as long as it takes to pass it on (002-08, 002-09)."""
    call = world.calls[c]
    call.minutes, call.quality, call.passed_on = world.parameters.transfer_minutes, 1.0, 1
    bring_nothing(world, c)
    remember_wait(world, c, 0)


@compiled
def take_time(world, worker, c):
    """Length and quality of a call before anything special is in it (001-05, 001-06, 002-19).

    minutes = handle time · pace · (1 − hurry) · mismatch pace · (1 + lack of practice);
    quality = effort · (1 − hurry) · (1 − lack of practice).
    Draws: one.
    """
    p, call, advisor = world.parameters, world.calls[c], world.advisors[worker]
    stream = world.streams[call.stream]
    u = uniform(p.seed, HANDLE, call.key, call.attempt)
    hurry, lack = hurry_of(world, call), lack_of_practice(world, worker)
    day = world.help_days[today(world)]
    day.n_calls += 1
    day.hurry += hurry
    call.minutes = duration(u, stream.handle_law, stream.handle_minutes, stream.handle_variance)
    call.minutes *= advisor.pace * (1.0 - hurry) * (1.0 + lack)
    call.quality = advisor.effort * (1.0 - hurry) * (1.0 - lack)
    if call.level != SERVES:
        call.minutes *= p.mismatch_pace
        world.streams[call.line].n_overflowed += 1


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


@compiled
def note_spike(world, call, entered):
    """Note the wait of a call that came during a spike of its stream (004-11)."""
    stream = world.streams[call.stream]
    if stream.spike_from <= entered <= stream.spike_to and stream.n_spikes > 0:
        stream.n_in_spikes += 1
        stream.waited_in_spikes += call.waited
