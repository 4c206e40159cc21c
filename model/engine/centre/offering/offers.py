"""An offer on top of a call: opportunity, prompt, what the person does with it, what the customer answers.

1. Not every call leaves an opportunity, and not every opportunity is used.
2. The screen prompts a product; the talk shows something of what the customer wants.
3. The person lets the customer go, follows the prompt, offers something else, or pushes.
4. The customer ends the call first, refuses, or takes the offer; a bad one may lose the primary sale.
"""

from model.compiled import compiled
from model.elementary import exp, log
from model.engine.centre.hurry import hurry_of
from model.engine.centre.control.styles import attempt_share, rapport_of, style_of
from model.engine.centre.offering.tastes import bring_up_to_date, resistance_of, wanted_most
from model.luck import (
    ACCEPT, DISCRETION, ENDS_FIRST, HURRIED, LIVE, OPPORTUNE, PRIMARY_LOST, UNIVERSAL, normal, uniform,
)  # fmt: skip
from model.rules.advisors.use_prompt import use_prompt
from model.rules.marketing.prompt import prompt
from model.rules.marketing.prompt.universal import universal
from model.world.codes import (
    AS_PROMPTED, ENDED_FIRST, NO_CHANCE, NOBODY, OFFERED, OWN_CHOICE, PUSHED, WITHHELD,
)  # fmt: skip

UNKNOWN = -1e9
"""Taste for no product at all."""


@compiled
def plan_offer(world, worker, c):
    """Settle what is offered in a call, what the customer will answer, and the time that it takes.

    While others wait there is less time for offers: the share of opportunities used falls with the hurry (001-06).
    Draws: one, and those of what is called.
    """
    if len(world.products) == 0:
        return
    p, call, pitch = world.parameters, world.calls[c], world.pitches[c]
    pitch.product = pitch.prompted = NOBODY
    pitch.outcome = NO_CHANCE
    pitch.accepted = pitch.bad = pitch.lost = pitch.pushed = 0
    pitch.intended = call.bought
    chance = world.streams[call.stream].p_offer
    u = uniform(p.seed, OPPORTUNE, call.key, call.attempt)
    if u >= chance:
        return
    bring_up_to_date(world, c)
    show_prompt(world, c)
    used = attempt_share(world, worker) * (1.0 - hurry_of(world, call))
    choose_offer(world, worker, c, u < chance * used)
    if pitch.product != NOBODY:
        offer(world, worker, c)


@compiled
def show_prompt(world, c):
    """The screen prompts a product by the rule `prompt`, or the universal one once it is there (001-41). Draws: one."""
    p, call, pitch = world.parameters, world.calls[c], world.pitches[c]
    first = call.customer * len(world.products)
    pitch.prompted = prompt(p.prompt, world, first, p)
    for_all = p.universal_product and world.clock.day >= p.universal_from
    if for_all and uniform(p.seed, UNIVERSAL, call.key, call.attempt) < p.universal_share:
        pitch.prompted = universal(world, first, p)
    pitch.accurate = pitch.absurd = 0
    if pitch.prompted != NOBODY:
        pitch.accurate = 1 if pitch.prompted == wanted_most(world, first) else 0
        pitch.absurd = 1 if world.tastes[first + pitch.prompted].taste < p.absurd_taste else 0


@compiled
def choose_offer(world, worker, c, attempted):
    """What is offered, if anything: the prompt, another product, or nothing, by the rule `use_prompt` (001-35, 001-48).

    Whoever makes no attempt lets the customer go. Draws: two, and one a product.
    """
    p, call, pitch = world.parameters, world.calls[c], world.pitches[c]
    pitch.outcome = WITHHELD if pitch.prompted != NOBODY else NO_CHANCE
    if not attempted:
        return
    perceived, rival, other = UNKNOWN, UNKNOWN, NOBODY
    n = len(world.products)
    for product in range(n):
        if product == pitch.prompted or world.products[product].universal == 0:
            u = uniform(p.seed, LIVE, call.key, call.attempt * n + product)
            seems = world.tastes[call.customer * n + product].taste + p.live_error * normal(u)
            if product == pitch.prompted:
                perceived = seems
            elif other == NOBODY or seems > rival:
                rival, other = seems, product
    hurried = 1 if uniform(p.seed, HURRIED, call.key, call.attempt) < p.hurried_share else 0
    u = uniform(p.seed, DISCRETION, call.key, call.attempt)
    use = use_prompt(p.use_prompt, style_of(world, worker), perceived, rival, hurried, u, p)
    if use == AS_PROMPTED:
        pitch.product = pitch.prompted
    elif use == OWN_CHOICE or use == PUSHED:
        own = use == OWN_CHOICE or pitch.prompted == NOBODY
        pitch.product = other if own and other != NOBODY else pitch.prompted
        pitch.pushed = 1 if use == PUSHED else 0


@compiled
def offer(world, worker, c):
    """The customer hears the offer, unless the customer ends the call first (001-49, 001-50).

    The call lasts longer by `pitch_minutes`, and by `sale_minutes` if the offer is taken, at the person's pace.
    Draws: three.
    """
    p, call, pitch = world.parameters, world.calls[c], world.pitches[c]
    resistance = resistance_of(world, call.customer)
    ends_first = p.hang_up_share + p.hang_up_resistance * resistance
    if uniform(p.seed, ENDS_FIRST, call.key, call.attempt) < ends_first:
        pitch.outcome = ENDED_FIRST
        return
    pitch.outcome = OFFERED
    taste = world.tastes[call.customer * len(world.products) + pitch.product].taste
    u = uniform(p.seed, ACCEPT, call.key, call.attempt)
    if u < chance_of_acceptance(world, worker, c, taste, resistance):
        pitch.accepted = 1
    elif taste < p.bad_taste:
        pitch.bad = 1
        lost = uniform(p.seed, PRIMARY_LOST, call.key, call.attempt) < p.p_primary_lost
        if call.bought == 1 and lost:
            pitch.lost, call.bought, call.value = 1, 0, 0.0
    call.minutes += world.advisors[worker].pace * (p.pitch_minutes + pitch.accepted * p.sale_minutes)


@compiled
def chance_of_acceptance(world, worker, c, taste, resistance):
    """Chance that an offer is taken: quality / (1 + exp(−x)) (001-47), where

    x = log(a / (1 − a)) + k · taste − w · resistance + log(`push_gain`) if pushed + `rapport_gain` · rapport.
    """
    p = world.parameters
    x = log(p.acceptance_base / (1.0 - p.acceptance_base)) + p.taste_weight * taste
    x += p.rapport_gain * rapport_of(world) - p.resistance_weight * resistance
    if world.pitches[c].pushed == 1:
        x += log(p.push_gain)
    return min(1.0, world.calls[c].quality / (1.0 + exp(-x)))
