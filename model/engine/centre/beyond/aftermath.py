"""What follows from what was in a call beyond query and purchase.

1. It is counted, and told.
2. The customer is asked how it was, if an event makes that due.
3. The contact's worth counts for less, or goodwill for more, and brings later orders.
4. A supervisor who listened in on a call past the cap acts on it, and the team sees it.
5. A customer who wanted to confer may call back; an order that goes wrong elsewhere brings another call.
"""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.calendar import today
from model.engine.centre.beyond.enforcing import listen_in
from model.engine.centre.beyond.loyalty import bring_later_orders, take_back
from model.engine.centre.beyond.survey import survey
from model.engine.centre.beyond.tallies import tally
from model.engine.log import note
from model.luck import CONSENT, FAILURE_DELAY, ORDER_FAILS, exponential, uniform
from model.world.codes import CALL_RETURNS, CONSENT_GIVEN, FAILURE_ELSEWHERE, L_HANDED_ON, L_ORDER_FAILED


@compiled
def hand_on(world, worker, c):
    """A caller is handed on: holds for a while, then stands in the queue again (001-15)."""
    call, day = world.calls[c], world.beyond_days[today(world)]
    day.n_transferred += 1
    day.transferring += call.minutes
    note(world, L_HANDED_ON, call.number, worker, call.customer, call.minutes)
    schedule(world, world.clock.now + world.parameters.transfer_hold, CALL_RETURNS, c, 0)


@compiled
def worth_beyond(world, worker, call):
    """What is left of a contact's worth: unwanted, pestered, cut off, disputed, or about a failure elsewhere."""
    p, hand = world.parameters, world.in_hand[worker]
    worth = 1.0
    if hand.refused == 1:
        worth *= p.refused_worth
    for _ in range(hand.attempts):
        worth *= p.pestered_worth
    if hand.cut == 1:
        worth *= p.cut_worth
    if hand.disputed == 1:
        worth *= p.dispute_worth
    if call.reason == FAILURE_ELSEWHERE:
        worth *= p.brunt_worth
    return worth


@compiled
def after_call(world, worker, c, outcome):
    """What follows from a call. Returns 1 if the customer will call again because of it, so that it is not settled."""
    tally(world, worker, c)
    survey(world, worker, c, outcome)
    if len(world.loyalty) > 0:
        bring_later_orders(world, worker, c)
    take_back(world, worker, c)
    comes_back = 1 if confer(world, worker, c) == 1 or order_fails(world, c) == 1 else 0
    listen_in(world, worker, c)
    return comes_back


@compiled
def confer(world, worker, c):
    """A customer who was let go may call back with the other's consent (003-04). Returns 1 or 0. Draws: two."""
    p, call, hand = world.parameters, world.calls[c], world.in_hand[worker]
    if hand.near == 0 or hand.attempts > 0 or uniform(p.seed, CONSENT, call.key, 0) >= p.p_consent:
        return 0
    call.reason = CONSENT_GIVEN
    delay = exponential(uniform(p.seed, CONSENT, call.key, 1), p.consent_days * p.day_minutes)
    schedule(world, world.clock.now + delay, CALL_RETURNS, c, 0)
    return 1


@compiled
def order_fails(world, c):
    """An order may go wrong in another part of the firm, and brings a call about it (001-29). Returns 1 or 0.

    Draws: two.
    """
    p, call = world.parameters, world.calls[c]
    if call.bought == 0 or p.p_order_fails <= 0.0:
        return 0
    if uniform(p.seed, ORDER_FAILS, call.key, call.attempt) >= p.p_order_fails:
        return 0
    note(world, L_ORDER_FAILED, call.number, call.customer, call.stream, call.value)
    call.reason, call.contact = FAILURE_ELSEWHERE, 0
    delay = exponential(uniform(p.seed, FAILURE_DELAY, call.key, call.attempt), p.failure_days * p.day_minutes)
    schedule(world, world.clock.now + delay, CALL_RETURNS, c, 0)
    return 1
