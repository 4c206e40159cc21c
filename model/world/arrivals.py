"""Arrivals, drawn up front in one compiled pass: when needs arise, account by account.

Written with the scalar functions of `luck`, so that the same numbers come out on every processor (see `elementary`).
"""

from model.compiled import compiled, entry
from model.luck import (
    ACCOUNT_SIZE, BULK, DAY_FACTOR, ENQUIRY, ISSUE_UNIT, OPPORTUNITY, REQUEST, exponential, key, lognormal, nth, stream,
    uniform,
)  # fmt: skip
from model.parameters.run import DAYS_A_YEAR
from model.world import codes
from model.world.codes import NOBODY, ORDER
from model.world.native import as_world

FULL = -1
"""Returned when there are more arrivals than rows."""


@compiled
def draw(world, curve, cumulative):
    """Draw the sizes of accounts, the load of days and all arrivals, account by account.

    Each account has streams of its own for requests, opportunities, enquiries and bulk projects: Poisson processes on
    the account's clock, stretched by its demand and bent by the load, so that more demand moves arrivals closer
    without changing their luck. Returns the numbers of arrivals and of service requests among them, or FULL twice.
    """
    draw_load(world, curve, cumulative)
    p = world.parameters
    n, n_requests = 0, 0
    for a in range(len(world.accounts)):
        account = world.accounts[a]
        account.size = lognormal(uniform(p.seed, ACCOUNT_SIZE, a, 0), 1.0, p.account_size_cv)
        part = p.day_minutes / len(curve)
        before = n
        n = stream_of(world, n, a, REQUEST, ORDER, p.requests_per_account_day, cumulative, part)
        n_requests += n - before
        n = stream_of(world, n, a, OPPORTUNITY, codes.OPPORTUNITY, p.opportunities_per_account_day, cumulative, part)
        n = stream_of(world, n, a, ENQUIRY, codes.ENQUIRY, p.enquiries_per_account_day, cumulative, part)
        before = n
        n = projects_of(world, n, a)
        n_requests += n - before
        if n == FULL:
            return FULL, FULL
    return n, n_requests


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
    """Add an account's arrivals of one kind, `rate` per average day. Returns the number of arrivals, or FULL."""
    arrivals = world.arrivals
    rate = rate * world.accounts[a].size
    if n == FULL or rate <= 0.0:
        return n
    luck = stream(world.parameters.seed, purpose, a)
    load, place, count = 0.0, 0, 0
    end = cumulative[len(cumulative) - 1]
    while True:
        load += exponential(nth(luck, count), 1.0 / rate)
        if load >= end:
            return n
        if n == len(arrivals):
            return FULL
        while cumulative[place + 1] <= load:
            place += 1
        within = (load - cumulative[place]) / (cumulative[place + 1] - cumulative[place])
        arrival = arrivals[n]
        arrival.arises, arrival.key, arrival.account = (place + within) * part, key(64 * a + purpose, count), a
        arrival.kind, arrival.unit = kind, NOBODY
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
                if n == len(world.arrivals):
                    return FULL
                arrival = world.arrivals[n]
                arrival.arises, arrival.key, arrival.account = time, key(project, j), a
                arrival.kind, arrival.unit = ORDER, unit
                n += 1
        count += 1


@entry
def draw_native(directory, curve, cumulative):
    """`draw` for compiled code: the world is found through the directory of its tables."""
    return draw(as_world(directory), curve, cumulative)
