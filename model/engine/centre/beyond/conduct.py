"""How long a call is let to last: staying on, starting again with a customer who almost buys, the cap (003-01..07).

1. A customer who would talk on is stayed with, or not.
2. A customer who does not buy may have been almost convinced.
3. Somebody who wants more time than the cap allows goes past it, or ends the call at the cap.
4. Further attempts are made to convince, as long as the rule and the cap allow.
"""

from model.compiled import compiled
from model.elementary import exp, log
from model.engine.centre.outcome import end_early
from model.luck import (
    DONE_BEFORE_CAP, GIVES_IN, OPEN_ENDED, PAST_CAP, PITCH_TIME, PURCHASE_VALUE, STAYS, TALK_BEYOND, WANTS_TO_CONFER,
    exponential, lognormal, uniform,
)  # fmt: skip
from model.rules.salespeople.near_cap import near_cap
from model.rules.salespeople.persist import persist
from model.world.codes import CONSENT_GIVEN, OWN_NEED

MOST_ATTEMPTS = 1024


@compiled
def plan_length(world, worker, c):
    """How long a call is let to last, and what that does to what is in it. Draws: see the steps."""
    p, call, hand = world.parameters, world.calls[c], world.in_hand[worker]
    stay_on(world, worker, c)
    almost_convince(world, worker, c)
    cap = p.call_cap_seconds / 60.0
    tempted = 1 if hand.near == 1 and persist(p.persist, 0, call.minutes, p) == 1 else 0
    limit = p.longest_minutes
    if cap > 0.0 and (call.minutes > cap or tempted == 1) and goes_past(world, worker, call, tempted) == 0:
        limit = cap
    if call.minutes > limit:
        cut_off(world, worker, c, limit)
    elif tempted == 1:
        try_again(world, worker, call, limit)
    hand.over = 1 if cap > 0.0 and call.minutes > cap else 0


@compiled
def stay_on(world, worker, c):
    """A customer who would talk on is stayed with as long as it takes (003-06): P = readiness to stay.

    The talk beyond the query is Pareto: `tail_start` · u^(−1/`tail_index`), up to a whole shift. Draws: three.
    """
    p, call = world.parameters, world.calls[c]
    if p.p_open_ended <= 0.0 or uniform(p.seed, OPEN_ENDED, call.key, call.attempt) >= p.p_open_ended:
        return
    if uniform(p.seed, STAYS, call.key, call.attempt) < world.conduct[worker].staying:
        u = uniform(p.seed, TALK_BEYOND, call.key, call.attempt)
        talk = p.tail_start * exp(-log(u) / p.tail_index)
        world.in_hand[worker].stayed = max(0.0, min(talk, p.longest_minutes - call.minutes))
        call.minutes += world.in_hand[worker].stayed


@compiled
def almost_convince(world, worker, c):
    """A customer who does not buy may be almost convinced, and wants to confer with somebody first (003-04).

    One who calls back with consent buys. Draws: one, and one for the value of such a purchase.
    """
    p, call = world.parameters, world.calls[c]
    if p.p_near_close <= 0.0 or world.streams[call.stream].p_purchase <= 0.0:
        return
    if call.reason == CONSENT_GIVEN:
        agree(world, call)
        call.reason = OWN_NEED
    elif call.contact == 0 and call.bought == 0 and uniform(p.seed, WANTS_TO_CONFER, call.key, 0) < p.p_near_close:
        world.in_hand[worker].near = 1


@compiled
def agree(world, call):
    """The customer agrees to the purchase. Draws: one."""
    u = uniform(world.parameters.seed, PURCHASE_VALUE, call.key, 0)
    call.bought, call.value = 1, lognormal(u, world.streams[call.stream].purchase_mean, 1.0)


@compiled
def goes_past(world, worker, call, tempted):
    """Whether somebody lets a call run past the cap, by the rule `near_cap` (003-01, 003-03). Draws: one."""
    p = world.parameters
    chance = near_cap(p.near_cap, world.conduct[worker].fear, tempted, p)
    return 1 if uniform(p.seed, PAST_CAP, call.key, call.attempt) < chance else 0


@compiled
def cut_off(world, worker, c, limit):
    """A call is cut off: what it would have brought was done by then with a chance of limit / length (003-01).

    Draws: one.
    """
    call, hand = world.calls[c], world.in_hand[worker]
    if uniform(world.parameters.seed, DONE_BEFORE_CAP, call.key, call.attempt) >= limit / call.minutes:
        end_early(world, c)
    hand.stayed = max(0.0, hand.stayed - (call.minutes - limit))
    call.minutes, hand.cut = limit, 1


@compiled
def try_again(world, worker, call, limit):
    """Further attempts to convince, by the rule `persist`, until the customer gives in (003-02, 003-04).

    Draws: two an attempt.
    """
    p, hand = world.parameters, world.in_hand[worker]
    while hand.attempts < MOST_ATTEMPTS and persist(p.persist, hand.attempts, call.minutes, p) == 1:
        count = MOST_ATTEMPTS * call.attempt + hand.attempts
        hand.attempts += 1
        pitch = exponential(uniform(p.seed, PITCH_TIME, call.key, count), p.attempt_minutes)
        if call.minutes + pitch >= limit:
            hand.pestering += limit - call.minutes
            call.minutes = limit
            return
        hand.pestering += pitch
        call.minutes += pitch
        if uniform(p.seed, GIVES_IN, call.key, count) < p.p_talked_into:
            hand.talked_into = 1
            agree(world, call)
            return
