"""Build the world of a run: people in their places, queues, demand, the first events."""

from functools import lru_cache

import numpy as np

from model import luck
from model.luck import keys, uniforms
from model.parameters import CHANNELS
from model.parameters.run import DAYS_A_YEAR
from model.world import ledgers, tables
from model.world.agenda import first_agenda
from model.world.centre_build import centre_tables, n_accounts, n_stream_queues, place_stream_queues
from model.world.codes import (
    GENERAL_MANAGER, MINUTES, NOBODY, REP, SALESPERSON, SUPERVISOR, UNIT_MANAGER,
)  # fmt: skip
from model.world.control_build import BYTES_PER_CUSTOMER, BYTES_PER_TASTE
from model.world.demand import draw_demand, expected_issues
from model.world.posts import posts
from model.world.shifts import shifts
from model.world.slots import BLOCK
from model.world.world import World

BYTES_PER_ISSUE = sum(table.dtype.itemsize for table in (tables.Arrivals, tables.Issues, tables.Requests)) + 128
"""Memory a run needs at most for each issue: its rows, and what drawing and measuring it take."""


def memory_needed(scenario) -> float:
    """Bytes that a run of a scenario needs, by its expected number of issues and its people."""
    per_tie = tables.Ties.dtype.itemsize + tables.TieDetails.dtype.itemsize
    ties = _n_ties(scenario, len(posts(scenario).team)) * per_tie
    offers = 0
    if scenario.products and scenario.streams:
        offers = n_accounts(scenario) * (BYTES_PER_CUSTOMER + len(scenario.products) * BYTES_PER_TASTE)
    return expected_issues(scenario) * BYTES_PER_ISSUE + ties + offers + scenario.run.days * ledgers.Days.dtype.itemsize


def build(scenario, seed: int, log: bool = False) -> World:
    """The world at the start of a run; nothing has happened yet."""
    people = scenario.people
    desk = posts(scenario)
    n_desk = len(desk.team)
    n_reps = people.units * people.reps_per_unit
    days = scenario.run.days
    demand = draw_demand(scenario, seed)
    ids = _ids(scenario)
    agenda = first_agenda(scenario, seed, ids)
    world = World(
        parameters=demand.parameters,
        clock=tables.Clock.rows(1)[0],
        accounts=demand.accounts,
        arrivals=tables.Arrivals.rows(0),
        issues=demand.issues,
        requests=demand.requests,
        workers=tables.Workers.rows(n_desk + n_reps),
        salespeople=tables.Salespeople.rows(n_desk),
        reps=tables.Reps.rows(n_reps),
        candidates=_candidates(scenario, seed, ids[n_desk:]),
        managers=tables.Managers.rows(desk.n_teams + people.units + 1),
        units=tables.Units.rows(people.units),
        pools=tables.Pools.rows(people.units + 1 + len(scenario.groups)),
        ledger=ledgers.Ledger.rows((n_desk + n_reps) * len(MINUTES)),
        idle=tables.Idle.rows(n_desk + n_reps),
        queues=tables.Queues.rows(_n_queues(scenario, n_desk, n_reps)),
        tasks=tables.Tasks.rows(1024),
        books=tables.Books.rows(n_desk * people.units),
        ties=tables.Ties.rows(_n_ties(scenario, n_desk)),
        tie_details=tables.TieDetails.rows(_n_ties(scenario, n_desk)),
        channels=tables.Channel.rows(len(CHANNELS)),
        heap=agenda.heap,
        later=agenda.later,
        far=agenda.far,
        stretches=agenda.stretches,
        slots=agenda.slots,
        coming=agenda.coming,
        log=ledgers.Log.rows(0),
        days=ledgers.Days.rows(days),
        day_ledger=ledgers.DayLedger.rows(days * len(MINUTES)),
        reviews=ledgers.Reviews.rows(desk.n_teams * (days // scenario.incentives.review_days + 1)),
        field=ledgers.FieldLedger.rows(people.field_salespeople),
        **centre_tables(scenario, seed),
    )
    for row, channel in zip(world.channels, CHANNELS, strict=True):
        for name, value in getattr(scenario, channel).model_dump().items():
            row[name] = value
    world.accounts["salesperson"] = np.arange(n_accounts(scenario)) % n_desk
    world.accounts["habit"] = scenario.customers.initial_habit
    _place_queues(world, scenario)
    _place_people(world, scenario)
    world.workers["id"] = ids
    world.salespeople["quota"] = scenario.incentives.quota_multiple * unaided_sales(scenario)
    world.managers["goal"][-1] = world.salespeople["quota"].sum() if people.desk_open else 0.0
    clock = world.clock
    clock["free_task"] = NOBODY
    clock["n_teams"] = desk.n_teams
    clock["free_call"] = NOBODY
    clock["warm_up"] = scenario.run.warm_up_share * days * scenario.run.day_minutes
    clock["slots_per_minute"] = agenda.slots_per_minute
    looked_at = (world.issues, world.requests, world.salespeople, world.units)
    clock["looks_ahead"] = agenda.looks_ahead and all(len(table) for table in looked_at)
    clock["n_heap"] = clock["sequence"] = agenda.n_events
    clock["free_later"] = clock["free_block"] = NOBODY
    clock["listed"], clock["n_far_rows"] = 1, BLOCK
    if log:
        offers = scenario.run.day_minutes / scenario.salespeople.sell_minutes
        world.clock["log_room"] = 64 + 4 * len(world.workers) + int(n_desk * (offers + 1))
        world = world._replace(log=ledgers.Log.rows(65_536 + int(world.clock["log_room"])))
    return world


@lru_cache(4)
def _ids(scenario) -> np.ndarray:
    """Names of all workers for their luck: salespeople by team and place, then reps by unit and place."""
    people = scenario.people
    desk, units, size = posts(scenario), people.units, people.reps_per_unit
    home = desk.group if scenario.groups else desk.team
    return np.concatenate(
        [
            keys(2 * home + SALESPERSON, desk.place),
            keys(2 * np.arange(units).repeat(size) + REP, np.tile(np.arange(size), units)),
        ]
    )


DIGITS = 12
"""Decimals of a disposition, fewer than those in which processors differ."""


def _candidates(scenario, seed: int, ids: np.ndarray) -> np.ndarray:
    """Everybody who may hold a rep's post in turn: their dispositions are Beta (000-40)."""
    from scipy.special import betaincinv

    reps = scenario.reps
    leaving = scenario.people.rep_turnover_per_year * scenario.run.days / DAYS_A_YEAR
    depth = int(4.0 + leaving + 4.0 * np.sqrt(leaving))
    candidates = tables.Candidates.rows(len(ids) * depth)
    mean, sd = reps.disposition_mean, reps.disposition_sd
    size = mean * (1.0 - mean) / (sd * sd) - 1.0 if sd > 0.0 else 0.0
    u = uniforms(seed, luck.DISPOSITION, ids.repeat(depth), np.tile(np.arange(depth), len(ids)))
    drawn = betaincinv(mean * size, (1.0 - mean) * size, u) if size > 0.0 else mean
    candidates["disposition"] = np.round(drawn, DIGITS)
    return candidates


def _n_ties(scenario, n_desk: int) -> int:
    """Rows of ties that are needed at most, those left behind by pages that became larger included.

    Few of them are ever touched, and what is not touched takes no memory.
    """
    size = scenario.people.reps_per_unit
    moved = (size > 1) + tables.A_FEW * (size > tables.A_FEW)
    return n_desk * scenario.people.units * (size + moved)


def _n_queues(scenario, n_desk: int, n_reps: int) -> int:
    own = n_reps if scenario.reps.own_buckets else 0
    return 1 + 3 * scenario.people.units + 2 * (n_desk + n_reps) + own + n_stream_queues(scenario)


def _place_queues(world: World, scenario) -> None:
    """Queue 0 is the desk's shared call queue; then mailbox, helpline, bucket of each unit; then lines, lists, own
    buckets of reps (if they have any), and the queues of streams."""
    queues, units = world.queues, world.units
    for column in ("head", "tail", "last_first", "owner", "pool"):
        queues[column] = NOBODY
    queues["pool"][0] = 0
    n_units, n_workers = len(units), len(world.workers)
    numbers = np.arange(n_units)
    for place, name in enumerate(("mailbox", "helpline", "bucket")):
        units[name] = 1 + 3 * numbers + place
        queues["pool"][units[name]] = tables.FIRST_UNIT_POOL + numbers
    units["first"] = numbers * scenario.people.reps_per_unit
    units["n_reps"] = scenario.people.reps_per_unit
    units["pool"] = tables.FIRST_UNIT_POOL + numbers
    units["manager"] = posts(scenario).n_teams + numbers
    workers = np.arange(n_workers)
    first = 1 + 3 * n_units
    world.workers["line"], world.workers["todo"] = first + workers, first + n_workers + workers
    queues["owner"][world.workers["line"]] = workers
    queues["owner"][world.workers["todo"]] = workers
    first += 2 * n_workers
    world.workers["bucket"] = NOBODY
    reps = workers[len(world.salespeople) :]
    if scenario.reps.own_buckets:
        world.workers["bucket"][reps] = first + np.arange(len(reps))
        queues["owner"][world.workers["bucket"][reps]] = reps
        first += len(reps)
    else:
        world.workers["bucket"][reps] = units["bucket"].repeat(scenario.people.reps_per_unit)
    calls = np.concatenate([[0], world.workers["line"][: len(world.salespeople)]])
    queues["measured"][calls] = 1
    queues["lines"][calls] = scenario.calls.lines
    place_stream_queues(world, scenario, first)


def _place_people(world: World, scenario) -> None:
    people, n_desk = scenario.people, len(world.salespeople)
    workers, pools = world.workers, world.pools
    workers["role"][:n_desk], workers["role"][n_desk:] = SALESPERSON, REP
    workers["held"] = workers["task"] = workers["idle_place"] = NOBODY
    world.reps["unit"] = np.arange(len(world.reps)) // people.reps_per_unit
    world.reps["place"] = np.arange(len(world.reps)) % people.reps_per_unit
    workers["pool"][n_desk:] = tables.FIRST_UNIT_POOL + world.reps["unit"]
    desk = posts(scenario)
    world.salespeople["team"] = desk.team
    pools["first"] = np.concatenate([[0], n_desk + world.units["first"], world.groups["first"]])
    if len(world.groups):
        workers["pool"][:n_desk] = world.groups["pool"][desk.group]
    pools["queue"] = NOBODY
    pools["queue"][0] = 0
    managers = world.managers
    managers["kind"] = np.repeat([SUPERVISOR, UNIT_MANAGER, GENERAL_MANAGER], [desk.n_teams, people.units, 1])
    managers["of"] = np.concatenate([np.arange(desk.n_teams), np.arange(people.units), [NOBODY]])
    hours = shifts(scenario)
    workers["next_shift"] = hours.start
    workers["away"] = np.where(hours.length < scenario.run.day_minutes, 2, 0)
    managers["audit"] = scenario.managers.audit_probability
    managers["turned"] = managers["promoted"] = NOBODY


def unaided_sales(scenario) -> float:
    """What a newcomer is expected to sell in a review period without any service work, in $ (000-09).

    offers a day · chance of a sale · value, plus the account's own sales enquiries.
    """
    selling, demand, people = scenario.salespeople, scenario.demand, scenario.people
    mix = 1.0 - selling.share_difficult * (1.0 - selling.difficult_conversion)
    at_work = people.availability_desk * min(people.shift_minutes, scenario.run.day_minutes)
    offers = at_work / selling.sell_minutes if selling.sells else 0.0
    asked = demand.opportunities_per_account_day * people.accounts / len(posts(scenario).team)
    sales = offers * selling.conversion_novice * mix
    sales += asked * min(1.0, selling.conversion_novice * selling.opportunity_conversion)
    return sales * demand.order_value_mean * scenario.incentives.review_days
