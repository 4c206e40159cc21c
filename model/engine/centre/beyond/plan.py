"""What is in a call beyond query and purchase, settled when it begins.

1. Somebody who was called refuses to listen, and nothing else happens.
2. The caller needs somebody with other skills, and is handed on; nothing else happens.
3. The call is about a failure elsewhere, or another department must be asked.
4. The customer claims a friend's discount code.
5. The figure by which people are judged is gamed.
6. The customer would talk on, or wants to confer before buying, and the cap may end the call.
"""

from model.compiled import compiled
from model.engine.centre.beyond.conduct import plan_length
from model.engine.centre.beyond.departments import plan_asking
from model.engine.centre.dialling import plan_refusal
from model.engine.centre.beyond.discounts import plan_discount
from model.engine.centre.beyond.gaming import plan_gaming
from model.engine.centre.beyond.transfers import plan_transfer
from model.world.codes import CUT_SHORT, NOBODY


@compiled
def ends_at_once(world, worker, c):
    """Whether a call is over before anything is in it, because it is refused or handed on. Returns 1 or 0."""
    hand = world.in_hand[worker]
    clear(hand)
    plan_refusal(world, worker, c)
    if hand.refused == 0:
        plan_transfer(world, worker, c)
    return hand.refused + hand.transferred


@compiled
def plan_beyond(world, worker, c):
    """Settle what is in a call beyond query, purchase and offer."""
    plan_asking(world, worker, c)
    if len(world.codes) > 0:
        plan_discount(world, worker, c)
    if plan_gaming(world, worker, c) != CUT_SHORT:
        plan_length(world, worker, c)


@compiled
def clear(hand):
    """A new call is in hand, and nothing special in it yet."""
    hand.refused = hand.transferred = hand.uninformed = hand.disputed = hand.conceded = 0
    hand.near = hand.attempts = hand.talked_into = hand.over = hand.cut = hand.gamed = 0
    hand.department = NOBODY
    hand.consulting = hand.saved = hand.margin = hand.pestering = hand.stayed = 0.0
