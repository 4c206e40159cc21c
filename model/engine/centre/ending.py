"""A call ends: its minutes are booked, and what follows from it happens.

1. Minutes and counts.
2. The customer's satisfaction.
3. The person's figures.
4. What an offer on top leads to.
5. Beliefs, records and indicators; care for who might leave (where customers are told apart).
6. The person learns from the call, and from a monitor who followed it (where knowledge is told apart).
7. What was in the call beyond query and purchase has its consequences (see `aftermath`).
8. A query that was not resolved may come again.
A caller who came to the wrong line is passed on instead.
"""

from model.compiled import compiled
from model.elementary import LN10, log
from model.engine.agenda import schedule
from model.engine.calendar import today
from model.engine.centre.beyond.aftermath import after_call, hand_on, worth_beyond
from model.engine.centre.control.figures import count_call
from model.engine.centre.experience import experience
from model.engine.centre.offering.offered import offer_follows
from model.engine.centre.peers.knowledge import learn_from_call, watch
from model.engine.centre.segments.reaching import line_for
from model.engine.centre.segments.segmenting import care
from model.engine.centre.segments.talking import learn_from, worth_after_questions
from model.engine.centre.settling import settle
from model.engine.centre.waiting import enter
from model.engine.log import note
from model.engine.work import book
from model.luck import REPEAT, REPEAT_DELAY, exponential, uniform
from model.world.codes import CALL, CALL_RETURNS, L_CALL_ENDED, L_PASSED_TO_LINE, N_MINUTES, SERVES, WRAP_UP

CLASSES_A_DECADE = 50.0 / LN10
SHORTEST = 0.01


@compiled
def end_call(world, worker, row):
    """A call ends, wrap-up included."""
    c = world.tasks[row].issue
    call = world.calls[c]
    if call.passed_on == 1:
        pass_to_line(world, worker, c)
        return
    if len(world.in_hand) > 0 and world.in_hand[worker].transferred == 1:
        book(world, worker, CALL)
        hand_on(world, worker, c)
        return
    book_call(world, worker, c)
    note(world, L_CALL_ENDED, call.number, worker, call.customer, call.minutes)
    world.customers[call.customer].last_worker = worker
    world.customers[call.customer].n_contacts += 1
    worth = 1.0 if call.resolved == 1 else world.parameters.unresolved_worth
    beyond = len(world.in_hand) > 0
    if beyond:
        worth *= worth_beyond(world, worker, call)
    if len(world.segments) > 0:
        learn_from(world, worker, c)
        care(world, call)
        worth = worth_after_questions(world, call, worth)
    outcome = experience(world, call, worth)
    count_call(world, worker, c)
    offer_follows(world, worker, c)
    if len(world.topics) > 0:
        learn_from_call(world, worker, c)
        watch(world, worker, c)
    call.contact += 1
    if beyond and after_call(world, worker, c, outcome) == 1:
        return
    if call.resolved == 0:
        repeat(world, c)
    else:
        settle(world, c)


@compiled
def pass_to_line(world, worker, c):
    """A caller with another concern is passed to its line, at whose end the wait begins again (002-08)."""
    call = world.calls[c]
    book(world, worker, CALL)
    world.segments[world.records[call.customer].segment].n_passed_on += 1
    call.line = line_for(world, call, world.streams[call.stream].motive)
    call.passed_on = 0
    note(world, L_PASSED_TO_LINE, call.number, worker, call.customer, call.minutes)
    enter(world, c)


@compiled
def book_call(world, worker, c):
    """Book a call's minutes, and count it for the person, the stream, the day and its class of length."""
    call, advisor, day = world.calls[c], world.advisors[worker], world.centre_days[today(world)]
    book(world, worker, CALL)
    world.ledger[worker * N_MINUTES + CALL].minutes -= call.wrap_up
    world.ledger[worker * N_MINUTES + WRAP_UP].minutes += call.wrap_up
    world.clock.n_contacts += 1
    world.clock.n_desk += 1
    advisor.n_calls += 1
    advisor.minutes += call.minutes
    advisor.n_resolved += call.resolved
    advisor.sales += call.value + call.sold_value
    world.peers[worker].skilled_calls += 1
    count_for_stream(world.streams[call.stream], call)
    day.n_answered += 1
    day.minutes += call.minutes
    day.squares += call.minutes * call.minutes
    day.n_resolved += call.resolved
    if call.contact == 0:
        day.n_first += 1
        day.n_resolved_first += call.resolved
    day.sales += call.value + call.sold_value
    place = int(CLASSES_A_DECADE * log(max(1.0, call.minutes / SHORTEST)))
    world.lengths[min(place, len(world.lengths) - 1)].n += 1


@compiled
def count_for_stream(stream, call):
    """Count a call for its stream; what waiting callers do to calls is looked at where people serve the stream, for
    others take longer and resolve less anyway (001-03, 001-05, 001-06)."""
    stream.n_answered += 1
    stream.minutes += call.minutes
    if call.level != SERVES:
        return
    stream.n_home += 1
    stream.minutes_home += call.minutes
    stream.n_resolved_home += call.resolved
    if call.behind == 1:
        stream.n_behind += 1
        stream.minutes_behind += call.minutes
        stream.n_resolved_behind += call.resolved


@compiled
def repeat(world, c):
    """A customer whose query was not resolved calls again about it, or lets it be (001-26). Draws: two."""
    p, call = world.parameters, world.calls[c]
    if uniform(p.seed, REPEAT, call.key, call.attempt) < p.p_repeat:
        delay = exponential(uniform(p.seed, REPEAT_DELAY, call.key, call.attempt), p.repeat_days * p.day_minutes)
        schedule(world, world.clock.now + delay, CALL_RETURNS, c, 0)
    else:
        settle(world, c)
