"""Needs, described up front in one compiled pass: what each one is, how long its call and its work take, its value.

They are written in the order in which they arise, each row once.
"""

from model.compiled import compiled, entry
from model.elementary import exp
from model.luck import (
    ISSUE_CALLER, ISSUE_KIND, ISSUE_ORDER, ISSUE_PATIENCE, ISSUE_TALK, ISSUE_UNIT, ISSUE_UPDATES, ISSUE_WORK, PRIORITY,
    exponential, lognormal, uniform,
)  # fmt: skip
from model.parameters.record import LAWS
from model.world.codes import CHANGE, COMPLAINT, NOBODY, OPPORTUNITY, ORDER, QUERY, REQUESTS_END
from model.world.native import as_world

EXPONENTIAL, LOGNORMAL = LAWS.index("exponential"), LAWS.index("lognormal")


@compiled
def describe(world, order):
    """Make the table of issues, and that of requests, from the arrivals in their `order` of time."""
    n_requests = 0
    for i in range(len(world.issues)):
        arrival, issue = world.arrivals[order[i]], world.issues[i]
        issue.arises, issue.key, issue.account = arrival.arises, arrival.key, arrival.account
        issue.kind, issue.request = arrival.kind, NOBODY
        if arrival.kind < REQUESTS_END:
            issue.bulk = 1 if arrival.unit >= 0 else 0
            issue.request = n_requests
            describe_request(world, i, world.requests[n_requests], arrival.unit)
            n_requests += 1
        describe_call(world, issue)


@compiled
def describe_call(world, issue):
    """Who would call about the issue, for how long, with what patience, and what order it carries."""
    p = world.parameters
    issue.talk = duration(uniform(p.seed, ISSUE_TALK, issue.key, 0), p.talk_law, p.talk_minutes, p.talk_cv)
    if p.patience_minutes > 0.0:
        issue.patience = exponential(uniform(p.seed, ISSUE_PATIENCE, issue.key, 0), p.patience_minutes)
    if p.share_priority > 0.0 and uniform(p.seed, PRIORITY, issue.key, 0) < p.share_priority:
        issue.priority = 1
    if p.callers_per_account > 1:
        issue.caller = int(uniform(p.seed, ISSUE_CALLER, issue.key, 0) * p.callers_per_account)
    if issue.kind == ORDER or issue.kind == OPPORTUNITY:
        u = uniform(p.seed, ISSUE_ORDER, issue.key, 0)
        issue.order = lognormal(u, p.order_value_mean, p.order_value_cv)


@compiled
def describe_request(world, i, request, unit):
    """Kind, unit, work and update calls of a service request (000-17, 000-44); nobody has touched it yet.

    A bulk project's requests are orders and changes, all to the project's `unit`.
    """
    p, issue = world.parameters, world.issues[i]
    request.issue = i
    request.sent = request.logged = request.started = request.completed = request.forwarded = -1.0
    request.salesperson = request.named = request.rep = request.holder = request.task = NOBODY
    request.channel = request.practice = NOBODY
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
    request.unit = unit if unit >= 0 else int(uniform(p.seed, ISSUE_UNIT, issue.key, 0) * len(world.units))
    work = duration(uniform(p.seed, ISSUE_WORK, issue.key, 0), p.work_law, p.work_minutes, p.work_cv)
    request.work = factor * work
    request.n_updates = poisson(uniform(p.seed, ISSUE_UPDATES, issue.key, 0), p.updates_per_request)


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
    term = exp(-mean)
    total, number = term, 0
    while u >= total and number < 1000:
        number += 1
        term *= mean / number
        total += term
    return number


@entry
def describe_native(directory, order):
    """`describe` for compiled code: the world is found through the directory of its tables."""
    describe(as_world(directory), order)
