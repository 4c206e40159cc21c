"""Needs, described up front in one compiled pass: what each one is, how long its call and its work take, its value.

They are written in the order in which they arise, each row once.
"""

from model.compiled import compiled, entry
from model.elementary import exp
from model.luck import (
    ISSUE_CALLER, ISSUE_KIND, ISSUE_ORDER, ISSUE_PATIENCE, ISSUE_TALK, ISSUE_UNIT, ISSUE_UPDATES, ISSUE_WORK, PRIORITY,
    exponential, log_variance, lognormal_of, uniform,
)  # fmt: skip
from model.parameters.record import LAWS
from model.world.codes import CHANGE, COMPLAINT, EXPECTED, NOBODY, OPPORTUNITY, ORDER, QUERY, REQUESTS_END
from model.world.native import as_world

EXPONENTIAL, LOGNORMAL = LAWS.index("exponential"), LAWS.index("lognormal")


@compiled
def describe(world, order):
    """Make the table of issues, and that of requests, from the arrivals in their `order` of time.

    What is the same for all of them is reckoned once, before the first.
    """
    p, n_requests = world.parameters, 0
    seed, updates = p.seed, p.updates_per_request
    of_talk, of_order, of_work = log_variance(p.talk_cv), log_variance(p.order_value_cv), log_variance(p.work_cv)
    for i in range(len(world.issues)):
        arrival, issue = world.arrivals[order[i]], world.issues[i]
        issue.arises, issue.key, issue.account = arrival.arises, arrival.key, arrival.account
        issue.kind, issue.request, issue.bulk, issue.n_calls, issue.state = arrival.kind, NOBODY, 0, 0, EXPECTED
        if arrival.kind < REQUESTS_END:
            issue.bulk = 1 if arrival.unit >= 0 else 0
            issue.request = n_requests
            describe_request(world, seed, i, world.requests[n_requests], arrival.unit, of_work, updates)
            n_requests += 1
        describe_call(world, seed, issue, of_talk, of_order)


@compiled
def describe_call(world, seed, issue, of_talk, of_order):
    """Who would call about the issue, for how long, with what patience, and what order it carries.

    `of_talk` and `of_order` are the variances of the logarithms of calls and orders.
    """
    p = world.parameters
    issue.talk = duration(uniform(seed, ISSUE_TALK, issue.key, 0), p.talk_law, p.talk_minutes, of_talk)
    issue.patience, issue.priority, issue.caller, issue.order = 0.0, 0, 0, 0.0
    if p.patience_minutes > 0.0:
        issue.patience = exponential(uniform(seed, ISSUE_PATIENCE, issue.key, 0), p.patience_minutes)
    if p.share_priority > 0.0 and uniform(seed, PRIORITY, issue.key, 0) < p.share_priority:
        issue.priority = 1
    if p.callers_per_account > 1:
        issue.caller = int(uniform(seed, ISSUE_CALLER, issue.key, 0) * p.callers_per_account)
    if issue.kind == ORDER or issue.kind == OPPORTUNITY:
        issue.order = lognormal_of(uniform(seed, ISSUE_ORDER, issue.key, 0), p.order_value_mean, of_order)


@compiled
def describe_request(world, seed, i, request, unit, of_work, updates):
    """Kind, unit, work and update calls of a service request (000-17, 000-44); nobody has touched it yet.

    A bulk project's requests are orders and changes, all to the project's `unit`. `of_work` is the variance of the
    logarithm of work, `updates` the mean number of update calls.
    """
    p, issue = world.parameters, world.issues[i]
    request.issue = i
    request.sent = request.logged = request.started = request.completed = request.forwarded = -1.0
    request.salesperson = request.named = request.rep = request.holder = request.task = NOBODY
    request.channel = request.practice = NOBODY
    orders, changes = p.share_orders, p.share_orders + p.share_changes
    u = uniform(seed, ISSUE_KIND, issue.key, 0)
    if issue.bulk == 1:
        u = u * changes
    factor = p.work_factor_order
    if u >= changes + p.share_complaints:
        issue.kind, factor = QUERY, p.work_factor_query
    elif u >= changes:
        issue.kind, factor = COMPLAINT, p.work_factor_complaint
    elif u >= orders:
        issue.kind, factor = CHANGE, p.work_factor_change
    request.unit = unit if unit >= 0 else int(uniform(seed, ISSUE_UNIT, issue.key, 0) * len(world.units))
    work = duration(uniform(seed, ISSUE_WORK, issue.key, 0), p.work_law, p.work_minutes, of_work)
    request.work = factor * work
    request.n_updates = poisson(uniform(seed, ISSUE_UPDATES, issue.key, 0), updates)


@compiled
def duration(u, law, mean, variance):
    """Quantile of a duration by its law: exponential, lognormal with a variance of its logarithm, or fixed."""
    if law == EXPONENTIAL:
        return exponential(u, mean)
    if law == LOGNORMAL:
        return lognormal_of(u, mean, variance)
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
