"""What follows from an offer when the call ends: sales and points, resistance, tastes, and the day's counts."""

from model.compiled import compiled
from model.engine.calendar import today
from model.engine.centre.control.figures import earn
from model.engine.centre.offering.tastes import add_resistance, pull_to_profile, resistance_of
from model.engine.log import note
from model.world.codes import (
    ENDED_FIRST, L_ENDED_FIRST, L_LET_GO, L_OFFER_TAKEN, L_OFFERED, L_SALE_LOST, NO_CHANCE, NOBODY, OFFERED, SERVES,
    WITHHELD,
)  # fmt: skip


@compiled
def offer_follows(world, worker, c):
    """The call has ended: what was offered in it has its consequences."""
    if len(world.products) == 0:
        return
    call, pitch = world.calls[c], world.pitches[c]
    day = world.offer_days[today(world)]
    day.n_calls += 1
    stream = world.streams[call.stream]
    if stream.p_purchase <= 0.0:
        day.n_service += 1
        day.n_addons += pitch.outcome == OFFERED and pitch.accepted == 1
    added = stream.resistance_added
    if added > 0.0:
        add_resistance(world, call.customer, added)
    if pitch.prompted != NOBODY:
        day.n_prompts += 1
        day.n_targeted += world.products[pitch.prompted].universal == 0
        day.n_accurate += pitch.accurate
        day.n_absurd += pitch.absurd
    if pitch.outcome == OFFERED:
        if call.level == SERVES:
            stream.n_offers_home += 1
            stream.n_offers_behind += call.behind
        count_offer(world, c, day)
        answer_of_customer(world, worker, c, day)
    elif pitch.outcome == WITHHELD:
        day.n_withheld += 1
        note(world, L_LET_GO, call.number, worker, call.customer, pitch.prompted)
    elif pitch.outcome == ENDED_FIRST:
        day.n_hung_up += 1
        note(world, L_ENDED_FIRST, call.number, call.customer, worker, pitch.product)
    if pitch.outcome != NO_CHANCE:
        day.resistance += resistance_of(world, call.customer)
        day.n_chances += 1


@compiled
def count_offer(world, c, day):
    """Count an offer for the day, by what was done with the prompt."""
    call, pitch = world.calls[c], world.pitches[c]
    day.n_offers += 1
    day.n_accepted += pitch.accepted
    day.n_bad += pitch.bad
    day.n_pushed += pitch.pushed
    if pitch.prompted != NOBODY:
        if pitch.product == pitch.prompted:
            day.n_followed += 1
        else:
            day.n_overridden += 1
    if world.products[pitch.product].universal == 0:
        day.n_customised += 1
    if world.profiles[call.customer].enriched == 1:
        day.n_offers_enriched += 1
        day.n_accepted_enriched += pitch.accepted
    day.n_intended += pitch.intended
    day.n_lost += pitch.lost


@compiled
def answer_of_customer(world, worker, c, day):
    """A sale and its points, or resistance, and after a bad offer less satisfaction (001-37, 001-52)."""
    p, call, pitch = world.parameters, world.calls[c], world.pitches[c]
    about = world.products[pitch.product]
    note(world, L_OFFERED, call.number, worker, call.customer, pitch.product)
    if pitch.accepted == 1:
        day.value += about.value
        day.profit += about.profit
        world.advisors[worker].sales += about.value
        world.centre_days[today(world)].sales += about.value
        note(world, L_OFFER_TAKEN, call.number, call.customer, worker, about.value)
    else:
        gain = p.resistance_gain if pitch.bad == 1 else p.refusal_resistance
        add_resistance(world, call.customer, gain * (p.push_resistance if pitch.pushed == 1 else 1.0))
    if pitch.bad == 1:
        world.customers[call.customer].satisfaction *= 1.0 - p.annoyance
        if pitch.lost == 1:
            note(world, L_SALE_LOST, call.number, call.customer, worker, pitch.product)
    if p.performativity > 0.0:
        pull_to_profile(world, call.customer, pitch.product)
    earn(world, worker, about.points * pitch.accepted, pitch.accepted, pitch.bad)
