"""Discount codes: they take time, leak among friends, and are argued about or conceded (001-31 to 001-34)."""

from model.compiled import compiled
from model.engine.centre.sites import queue_of
from model.luck import CONCEDES, DISPUTE_TIME, HEARD_OF_CODE, LOST_IN_DISPUTE, exponential, uniform
from model.rules.salespeople.concede import concede
from model.world.codes import FAILURE_ELSEWHERE

MOST_FRIENDS = 1024


@compiled
def plan_discount(world, worker, c):
    """A customer uses the own code when buying, or claims a better one that a friend has (001-31, 001-32, 001-33).

    Conceded, the call is over after `concede_minutes` and the price given away; refused, `dispute_minutes` are spent
    arguing and the order may be lost. Draws: up to three, and one for each friend with a better code.
    """
    p, call, hand = world.parameters, world.calls[c], world.in_hand[worker]
    if world.streams[call.stream].p_purchase <= 0.0 or call.reason == FAILURE_ELSEWHERE:
        return
    own = world.codes[call.customer]
    better = best_heard_of(world, call)
    if better <= own.discount:
        use_code(p, call, hand, own.discount)
        return
    n_waiting = world.queues[queue_of(world, call)].length
    if concede(p.concede, n_waiting, uniform(p.seed, CONCEDES, call.key, call.attempt), p) == 1:
        hand.conceded = 1
        hand.saved = max(0.0, call.minutes - p.concede_minutes)
        call.minutes -= hand.saved
        hand.margin = (better - own.discount) * call.value
        own.discount = better
    else:
        hand.disputed = 1
        call.minutes += exponential(uniform(p.seed, DISPUTE_TIME, call.key, call.attempt), p.dispute_minutes)
        if uniform(p.seed, LOST_IN_DISPUTE, call.key, call.attempt) < p.p_lost_in_dispute:
            call.bought, call.value = 0, 0.0


@compiled
def use_code(p, call, hand, discount):
    """A code of one's own takes its time and its share of the price (001-31)."""
    if call.bought == 1 and discount > 0.0:
        call.minutes += p.code_minutes
        hand.margin = discount * call.value


@compiled
def best_heard_of(world, call):
    """The best discount of which a friend has told the customer (001-34). Draws: one for each with a better code."""
    p, own = world.parameters, world.codes[call.customer]
    best = 0.0
    for place in range(own.n_friends):
        theirs = world.codes[world.friends[own.first + place].friend].discount
        if theirs <= own.discount or theirs <= best:
            continue
        if uniform(p.seed, HEARD_OF_CODE, call.key, MOST_FRIENDS * call.attempt + place) < p.p_told:
            best = theirs
    return best
