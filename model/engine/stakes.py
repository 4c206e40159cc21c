"""What reads the bonus: how hard an order is followed up, and which claims wait for the next period (C3, 000-20)."""

from model.compiled import compiled
from model.engine.requests import request_of
from model.rules.incentives.attribution import attribution
from model.rules.incentives.pay import pay
from model.rules.salespeople.follow_up import follow_up
from model.rules.salespeople.hold_back import hold_back

PROSPECTS = 5
"""What the rest of a period may bring: nothing, half, once, one and a half times and twice what is usual."""
CHANCES = 4
"""Chances at which the credit for an order is looked at, where luck is part of the rule."""
HALVINGS = 40
"""Steps in which the surplus is found: to a billionth of a millionth of what was claimed."""
CENT = 0.01


@compiled
def chasing_rate(world, i):
    """Rate (per day) at which the salesperson in charge asks after a request: h, times the rule `follow_up`."""
    p, order = world.parameters, world.issues[i].order
    stake = stake_of(world, request_of(world, i).salesperson, order) if order > 0.0 else 0.0
    return p.chase_rate * follow_up(p.follow_up, stake, p)


@compiled
def stake_of(world, seller, order):
    """What an order of this value ($) can be expected to add to the salesperson's bonus of the period ($).

    Mean of pay(R + credit) − pay(R) over prospects R = reported so far + x · rest of the period · usual, x from 0 to 2;
    usual is the quota times the attainment of the last period, or the quota in the first. So a threshold weighs the
    more, the closer the end of the period is. An audited claim adds nothing. Draws: none.
    """
    p, row = world.parameters, world.salespeople[seller]
    credit = expected_credit(p, order)
    if credit <= 0.0:
        return 0.0
    period = p.review_days * p.day_minutes
    began = world.clock.review * period
    usual = row.quota if row.hired >= began - 1.0 else row.quota * row.attainment
    rest = max(0.0, 1.0 - (world.clock.now - began) / period) * usual
    stake = 0.0
    for prospect in range(PROSPECTS):
        reported = row.originated + row.claimed + rest * 2.0 * prospect / (PROSPECTS - 1)
        stake += pay(p.pay, reported + credit, row.quota, p) - pay(p.pay, reported, row.quota, p)
    return (1.0 - world.managers[row.team].audit) * stake / PROSPECTS


@compiled
def expected_credit(p, order):
    """What the rule `attribution` credits for an order ($), on average over evenly spaced chances."""
    credit = 0.0
    for chance in range(CHANCES):
        credit += attribution(p.attribution, order, p, (chance + 0.5) / CHANCES)
    return credit / CHANCES


@compiled
def keep_back(world, row):
    """Claims ($) that a salesperson keeps for the next period at a review, by the rule `hold_back`."""
    p = world.parameters
    kept = hold_back(p.hold_back, surplus_of(p, row), p)
    return min(max(0.0, kept), row.claimed)


@compiled
def surplus_of(p, row):
    """Claims ($) of the period without which the bonus would be the same, if they may earn something in the next.

    What is reported stays at the attainment that counts as low, if it was there: nobody risks the post (000-32). In a
    next period that just meets the quota they must earn something; less than a cent is nothing.
    """
    whole = row.originated + row.claimed
    bonus = pay(p.pay, whole, row.quota, p)
    low, high = max(row.originated, min(whole, p.dismissal_attainment * row.quota)), whole
    if pay(p.pay, low, row.quota, p) >= bonus:
        high = low
    else:
        for _ in range(HALVINGS):
            middle = 0.5 * (low + high)
            if pay(p.pay, middle, row.quota, p) >= bonus:
                high = middle
            else:
                low = middle
    surplus = whole - high
    earns = pay(p.pay, row.quota + surplus, row.quota, p) > pay(p.pay, row.quota, row.quota, p)
    return surplus if earns and surplus >= CENT else 0.0
