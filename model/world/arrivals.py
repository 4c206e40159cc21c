"""Arrivals, drawn up front in one compiled pass: when issues arise, what they are, how long they take.

Written with the scalar functions of `luck`, so that the same numbers come out on every processor (NumPy's logarithms of
whole arrays differ between processors in the last bit).
"""

import math

from model.compiled import compiled, entry
from model.luck import (
    ACCOUNT_SIZE, BULK, DAY_FACTOR, ENQUIRY, ISSUE_CALLER, ISSUE_KIND, ISSUE_ORDER, ISSUE_PATIENCE, ISSUE_TALK,
    ISSUE_UNIT, ISSUE_UPDATES, ISSUE_WORK, OPPORTUNITY, PRIORITY, REQUEST, exponential, key, lognormal, uniform,
)  # fmt: skip
from model.parameters.record import LAWS
from model.world import codes
from model.world.codes import CHANGE, COMPLAINT, NOBODY, ORDER, QUERY
from model.world.native import as_world

FULL = -1
"""Returned when there are more issues than rows."""
DAYS_A_YEAR = 250.0
EXPONENTIAL, LOGNORMAL = LAWS.index("exponential"), LAWS.index("lognormal")


@compiled
def draw(world, curve, cumulative):
    """Draw the sizes of accounts, the load of days and all issues, account by account.

    Each account has streams of its own for requests, opportunities, enquiries and bulk projects: Poisson processes on
    the account's clock, stretched by its demand and bent by the load, so that more demand moves arrivals closer
    without changing their luck. Returns the number of issues, or FULL.
    """
    draw_load(world, curve, cumulative)
    p = world.parameters
    n = 0
    for a in range(len(world.accounts)):
        account = world.accounts[a]
        account.size = lognormal(uniform(p.seed, ACCOUNT_SIZE, a, 0), 1.0, p.account_size_cv)
        part = p.day_minutes / len(curve)
        n = stream_of(world, n, a, REQUEST, ORDER, p.requests_per_account_day, cumulative, part)
        n = stream_of(world, n, a, OPPORTUNITY, codes.OPPORTUNITY, p.opportunities_per_account_day, cumulative, part)
        n = stream_of(world, n, a, ENQUIRY, codes.ENQUIRY, p.enquiries_per_account_day, cumulative, part)
        n = projects_of(world, n, a)
        if n == FULL:
            return FULL
    return n


@compiled
def draw_load(world, curve, cumulative):
    """Cumulative load, in average days, at the edges of the parts of each day: load curve times the day's factor."""
    p = world.parameters
    total = 0.0
    for weight in curve:
        total += weight
    for day in range(p.days):
        factor = lognormal(uniform(p.seed, DAY_FACTOR, day, 0), 1.0, p.day_cv)
        for place in range(len(curve)):
            edge = day * len(curve) + place
            cumulative[edge + 1] = cumulative[edge] + factor * curve[place] / total


@compiled
def stream_of(world, n, a, purpose, kind, rate, cumulative, part):
    """Add an account's arrivals of one kind, `rate` per average day. Returns the number of issues, or FULL."""
    p = world.parameters
    rate = rate * world.accounts[a].size
    if n == FULL or rate <= 0.0:
        return n
    load, place, count = 0.0, 0, 0
    end = cumulative[len(cumulative) - 1]
    while True:
        load += exponential(uniform(p.seed, purpose, a, count), 1.0 / rate)
        if load >= end:
            return n
        if n == len(world.issues):
            return FULL
        while cumulative[place + 1] <= load:
            place += 1
        within = (load - cumulative[place]) / (cumulative[place + 1] - cumulative[place])
        issue = world.issues[n]
        issue.arises, issue.key, issue.kind = (place + within) * part, key(64 * a + purpose, count), kind
        describe(world, issue, a)
        n += 1
        count += 1


@compiled
def projects_of(world, n, a):
    """Add an account's bulk projects: many requests to one unit within days (000-37). Returns as `stream_of`."""
    p = world.parameters
    rate = p.bulk_per_account_year * world.accounts[a].size / (DAYS_A_YEAR * p.day_minutes)
    if n == FULL or rate <= 0.0 or p.bulk_size == 0:
        return n
    end, start, count = p.days * p.day_minutes, 0.0, 0
    while True:
        start += exponential(uniform(p.seed, BULK, a, count), 1.0 / rate)
        if start >= end:
            return n
        project = key(64 * a + BULK, count)
        unit = int(uniform(p.seed, ISSUE_UNIT, project, 0) * len(world.units))
        for j in range(p.bulk_size):
            time = start + uniform(p.seed, BULK, project, j) * p.bulk_days * p.day_minutes
            if time < end:
                if n == len(world.issues):
                    return FULL
                issue = world.issues[n]
                issue.arises, issue.key, issue.kind, issue.bulk = time, key(project, j), ORDER, 1
                describe(world, issue, a)
                issue.unit = unit
                n += 1
        count += 1


@compiled
def describe(world, issue, a):
    """Fill in what an issue is, keyed by its own name; nobody has touched it yet."""
    p = world.parameters
    issue.account = a
    issue.forwarded = issue.sent = issue.logged = issue.started = issue.completed = -1.0
    issue.channel = issue.practice = issue.salesperson = issue.named = NOBODY
    issue.rep = issue.holder = issue.task = NOBODY
    issue.talk = duration(uniform(p.seed, ISSUE_TALK, issue.key, 0), p.talk_law, p.talk_minutes, p.talk_cv)
    if p.patience_minutes > 0.0:
        issue.patience = exponential(uniform(p.seed, ISSUE_PATIENCE, issue.key, 0), p.patience_minutes)
    if p.share_priority > 0.0 and uniform(p.seed, PRIORITY, issue.key, 0) < p.share_priority:
        issue.priority = 1
    if p.callers_per_account > 1:
        issue.caller = int(uniform(p.seed, ISSUE_CALLER, issue.key, 0) * p.callers_per_account)
    if issue.kind == ORDER:
        describe_request(world, issue)
    if issue.kind == ORDER or issue.kind == codes.OPPORTUNITY:
        u = uniform(p.seed, ISSUE_ORDER, issue.key, 0)
        issue.order = lognormal(u, p.order_value_mean, p.order_value_cv)


@compiled
def describe_request(world, issue):
    """Kind, unit, work and update calls of a service request (000-17, 000-44); projects are orders and changes."""
    p = world.parameters
    orders, changes = p.share_orders, p.share_orders + p.share_changes
    u = uniform(p.seed, ISSUE_KIND, issue.key, 0)
    if issue.bulk == 1:
        u = u * changes
    factor = p.work_factor_order
    if u >= changes + p.share_complaints:
        issue.kind, factor = QUERY, p.work_factor_query
    elif u >= changes:
        issue.kind, factor = COMPLAINT, p.work_factor_complaint
    elif u >= orders:
        issue.kind, factor = CHANGE, p.work_factor_change
    issue.unit = int(uniform(p.seed, ISSUE_UNIT, issue.key, 0) * len(world.units))
    work = duration(uniform(p.seed, ISSUE_WORK, issue.key, 0), p.work_law, p.work_minutes, p.work_cv)
    issue.work = factor * work
    issue.n_updates = poisson(uniform(p.seed, ISSUE_UPDATES, issue.key, 0), p.updates_per_request)


@compiled
def duration(u, law, mean, cv):
    """Quantile of a duration by its law: exponential, lognormal with a coefficient of variation, or fixed."""
    if law == EXPONENTIAL:
        return exponential(u, mean)
    if law == LOGNORMAL:
        return lognormal(u, mean, cv)
    return mean


@compiled
def poisson(u, mean):
    """Poisson quantile."""
    term = math.exp(-mean)
    total, number = term, 0
    while u >= total and number < 1000:
        number += 1
        term *= mean / number
        total += term
    return number


@entry
def draw_native(directory, curve, cumulative):
    """`draw` for compiled code: the world is found through the directory of its tables."""
    return draw(as_world(directory), curve, cumulative)
