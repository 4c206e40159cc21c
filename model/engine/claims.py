"""Completion notices: what the salesperson learns, and the order that is claimed (000-14, 000-38)."""

from model.compiled import compiled
from model.elementary import LN2, exp
from model.engine.books import take_lesson
from model.engine.calendar import today
from model.engine.customers import gain_habit, lose_habit
from model.engine.log import note
from model.engine.requests import request_of
from model.luck import AUDIT, uniform
from model.rules.incentives.attribution import attribution
from model.world.codes import L_CLAIMED, L_NOTICE, L_VOIDED, NOBODY


@compiled
def receive_notice(world, seller, i, rep):
    """The completion notice (OPC) arrives: lesson, habit of the customer, claim of the order.

    The rep whom the notice names is remembered with reward = 2^(−hours since the message / `reward_half_life`); a
    rep who was named in the message but left the work to somebody else is remembered with reward 0. A notice
    without a name teaches nothing.
    """
    p, issue, request = world.parameters, world.issues[i], request_of(world, i)
    named = p.completion_notice_names_rep == 1
    note(world, L_NOTICE, i, seller, rep if named else NOBODY, world.clock.now - request.sent)
    if named:
        hours = (world.clock.now - request.sent) / 60.0
        take_lesson(world, seller, rep, i, exp(-LN2 * hours / p.reward_half_life))
        if request.named != NOBODY and request.named != rep:
            take_lesson(world, seller, request.named, i, 0.0)
    if world.clock.now - issue.arises <= 60.0 * p.expected_hours:
        gain_habit(world, issue.account)
    else:
        lose_habit(world, issue.account)
    if issue.order > 0.0:
        claim(world, seller, i)


@compiled
def claim(world, seller, i):
    """Report the order as an own sale by the attribution rule, unless the supervisor's audit strikes it. Draws: two."""
    p, issue, request, row = world.parameters, world.issues[i], request_of(world, i), world.salespeople[seller]
    credit = attribution(p.attribution, issue.order, p, uniform(p.seed, AUDIT, issue.key, 0))
    if credit <= 0.0:
        return
    if uniform(p.seed, AUDIT, issue.key, 1) < world.managers[row.team].audit:
        row.voided += credit
        note(world, L_VOIDED, i, seller, row.team, credit)
        return
    request.claimed = credit
    row.claimed += credit
    row.claimed_all += credit
    row.reported_all += credit
    row.n_orders += 1
    row.n_claims += 1
    world.days[today(world)].claimed += credit
    note(world, L_CLAIMED, i, seller, issue.account, credit)
