"""Salespeople who read their bonus: how hard an order is followed up, and which claims wait (C3, 000-20)."""

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
"""Steps in which the surplus is found: to a millionth of a millionth of what was claimed."""
CENT = 0.01


@compiled
def chasing_rate(world, i):
    """Rate (per day) of a salesperson's chases of a request: h, times the rule `follow_up` if the bonus is read."""
    p, order = world.parameters, world.issues[i].order
    if not p.reads_bonus:
        return p.chase_rate
    stake = stake_of(world, request_of(world, i).salesperson, order) if order > 0.0 else 0.0
    return p.chase_rate * follow_up(p.follow_up, stake, p)


@compiled
def stake_of(world, seller, order):
    """What an order of this value ($) can be expected to add to the salesperson's bonus of the period ($).

    Mean of pay(R + credit) − pay(R) over prospects R = reported so far + x · rest of the period · usual, x from 0 to 2;
    usual is the quota times the attainment of the last review, or the quota in the first period. So a threshold weighs
    the more, the closer the end of the period is. Draws: none.
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
    return stake / PROSPECTS


@compiled
def expected_credit(p, order):
    """What the rule `attribution` credits for an order ($), on average over evenly spaced chances."""
    credit = 0.0
    for chance in range(CHANCES):
        credit += attribution(p.attribution, order, p, (chance + 0.5) / CHANCES)
    return credit / CHANCES


@compiled
def keep_back(p, row):
    """Claims ($) that a salesperson keeps for the next period at a review, by the rule `hold_back`."""
    if not p.reads_bonus:
        return 0.0
    return min(max(0.0, hold_back(p.hold_back, surplus_of(p, row), p)), row.claimed)


@compiled
def surplus_of(p, row):
    """Claims ($) of the period without which the bonus would be the same, and which may earn something in the next.

    What is reported stays at the attainment that counts as low, if it was there: nobody risks the post (000-32). The
    claims s may earn something if a period that ends that much above its quota pays more than one that ends as much
    below it: pay(quota + s) > pay(max(0, quota − s)). Everybody reports a cent more than would do.
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
    surplus = whole - high - CENT
    short = max(0.0, row.quota - surplus)
    earns = pay(p.pay, row.quota + surplus, row.quota, p) > pay(p.pay, short, row.quota, p)
    return surplus if earns and surplus >= CENT else 0.0
