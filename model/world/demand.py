"""Demand, drawn up front: when issues arise, what they are, how long they take (exogenous luck)."""

import numpy as np

from model import luck
from model.luck import keys, uniforms
from model.world.codes import CHANGE, COMPLAINT, ENQUIRY, OPPORTUNITY, ORDER, QUERY
from model.world.tables import Issues

DAYS_A_YEAR = 250

BLANK = Issues.rows(1)[0]
"""An issue of which nothing is known yet: no people, no times."""
for _column in ("forwarded", "sent", "logged", "started", "completed"):
    BLANK[_column] = -1.0
for _column in ("channel", "practice", "salesperson", "named", "rep", "holder", "task"):
    BLANK[_column] = -1


def blank_issues(n: int) -> np.ndarray:
    """Rows of issues of which nothing is known yet, copied as plain bytes (column by column is five times slower)."""
    issues = np.empty(n, Issues.dtype)
    issues.view(np.uint8).reshape(n, Issues.dtype.itemsize)[:] = np.frombuffer(BLANK.tobytes(), np.uint8)
    return issues


def normals(u: np.ndarray) -> np.ndarray:
    """Standard normal quantiles."""
    from scipy.special import ndtri

    return ndtri(u)


def lognormals(u: np.ndarray, mean: float, cv: float) -> np.ndarray:
    """Lognormal quantiles with the given mean and coefficient of variation."""
    variance = np.log1p(cv * cv)
    return mean * np.exp(np.sqrt(variance) * normals(u) - 0.5 * variance)


def durations(u: np.ndarray, law: str, mean: float, cv: float) -> np.ndarray:
    """Quantiles of a duration by its law: exponential, lognormal with a coefficient of variation, or fixed."""
    if law == "exponential":
        return -np.log(u) * mean
    return np.full(len(u), mean) if law == "fixed" else lognormals(u, mean, cv)


def account_sizes(scenario, seed: int) -> np.ndarray:
    """Demand of each account beside the average, lognormal with mean 1."""
    accounts = np.arange(scenario.people.accounts)
    return lognormals(uniforms(seed, luck.ACCOUNT_SIZE, accounts, 0), 1.0, scenario.demand.account_size_cv)


def draw_issues(scenario, seed: int) -> np.ndarray:
    """All issues of a run, sorted by the time they arise.

    Each account has a stream of its own for service requests, bulk projects, sales opportunities and enquiries: a
    Poisson process on the account's own clock, stretched by its demand and bent by the load curve, so that more
    demand moves arrivals closer without changing their luck.
    """
    demand, sizes = scenario.demand, account_sizes(scenario, seed)
    load = _load(scenario, seed)
    parts = [
        _arrivals(scenario, seed, luck.REQUEST, demand.requests_per_account_day * sizes, load, ORDER),
        _arrivals(scenario, seed, luck.OPPORTUNITY, demand.opportunities_per_account_day * sizes, load, OPPORTUNITY),
        _arrivals(scenario, seed, luck.ENQUIRY, demand.enquiries_per_account_day * sizes, load, ENQUIRY),
        _bulk(scenario, seed, sizes),
    ]
    issues = np.concatenate(parts) if scenario.people.accounts > 1 else _longest(parts)
    if np.any(np.diff(issues["arises"]) < 0.0):
        issues = issues[np.argsort(issues["arises"], kind="stable")]
    _describe(issues, scenario, seed)
    return issues


def _longest(parts: list[np.ndarray]) -> np.ndarray:
    filled = [part for part in parts if len(part)]
    return filled[0] if len(filled) == 1 else np.concatenate(parts)


def _load(scenario, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Cumulative load (in average days) at the edges of the parts of each day (in minutes)."""
    days, curve = scenario.run.days, np.asarray(scenario.demand.load_curve, float)
    factor = lognormals(uniforms(seed, luck.DAY_FACTOR, np.arange(days), 0), 1.0, scenario.demand.day_cv)
    parts = (factor[:, None] * (curve / curve.sum())).ravel()
    edges = np.arange(len(parts) + 1) * (scenario.run.day_minutes / len(curve))
    return np.concatenate([[0.0], np.cumsum(parts)]), edges


def _arrivals(scenario, seed, purpose, rates, load, kind) -> np.ndarray:
    """Issues of one stream of all accounts; `rates` are per account and average day."""
    cumulative, edges = load
    if rates.max(initial=0.0) <= 0.0:
        return Issues.rows(0)
    expected = rates.max() * cumulative[-1]
    n = int(expected + 6.0 * np.sqrt(expected) + 20.0)
    accounts = np.arange(len(rates))[:, None]
    gaps = -np.log(uniforms(seed, purpose, accounts, np.arange(n)[None, :]))
    with np.errstate(divide="ignore"):
        at = np.cumsum(gaps, axis=1) / rates[:, None]
    inside = at < cumulative[-1]
    issues = blank_issues(int(inside.sum()))
    issues["arises"] = np.interp(at[inside], cumulative, edges)
    issues["account"] = np.broadcast_to(accounts, at.shape)[inside]
    issues["key"] = keys(8 * issues["account"].astype(np.uint64) + purpose % 8, np.nonzero(inside)[1])
    issues["kind"] = kind
    return issues


def _bulk(scenario, seed: int, sizes: np.ndarray) -> np.ndarray:
    """Requests of bulk projects: many from one account to one unit within days (000-37)."""
    demand, run = scenario.demand, scenario.run
    if demand.bulk_per_account_year * demand.bulk_size <= 0.0:
        return Issues.rows(0)
    years = np.array([0.0, run.days / DAYS_A_YEAR])
    evenly = (years, years * DAYS_A_YEAR * run.day_minutes)
    starts = _arrivals(scenario, seed, luck.BULK, demand.bulk_per_account_year * sizes, evenly, ORDER)
    issues = np.repeat(starts, demand.bulk_size)
    within = np.tile(np.arange(demand.bulk_size), len(starts))
    project = issues["key"]
    issues["unit"] = uniforms(seed, luck.ISSUE_UNIT, project, 0) * max(1, scenario.people.units)
    issues["arises"] += uniforms(seed, luck.BULK, project, within) * demand.bulk_days * run.day_minutes
    issues["key"] = keys(project, within)
    issues["bulk"] = 1
    return issues[issues["arises"] < run.days * run.day_minutes]


def _describe(issues: np.ndarray, scenario, seed: int) -> None:
    """Fill in what each issue is, keyed by the issue's own name."""
    demand, calls, people = scenario.demand, scenario.calls, scenario.people
    name = issues["key"]
    u = uniforms(seed, luck.ISSUE_TALK, name, 0)
    issues["talk"] = durations(u, calls.talk_law, calls.talk_minutes, calls.talk_cv)
    if calls.share_priority > 0.0:
        issues["priority"] = uniforms(seed, luck.PRIORITY, name, 0) < calls.share_priority
    patience = scenario.customers.patience_minutes
    if patience > 0.0:
        issues["patience"] = -np.log(uniforms(seed, luck.ISSUE_PATIENCE, name, 0)) * patience
    requests = issues["kind"] == ORDER
    if requests.any():
        _describe_requests(issues, requests, scenario, seed)
    issues["caller"] = uniforms(seed, luck.ISSUE_CALLER, name, 0) * people.callers_per_account
    valued = (issues["kind"] == ORDER) | (issues["kind"] == OPPORTUNITY)
    if valued.any():
        u = uniforms(seed, luck.ISSUE_ORDER, name[valued], 0)
        issues["order"][valued] = lognormals(u, demand.order_value_mean, demand.order_value_cv)


def _describe_requests(issues: np.ndarray, requests: np.ndarray, scenario, seed: int) -> None:
    """Kind, unit, work and update calls of service requests (000-17, 000-44)."""
    demand, name = scenario.demand, issues["key"]
    shares = np.cumsum([demand.share_orders, demand.share_changes, demand.share_complaints])
    u = uniforms(seed, luck.ISSUE_KIND, name, 0)
    u = np.where(issues["bulk"] == 1, u * shares[1], u)  # projects are orders and changes
    kind = np.searchsorted(shares, u, side="right").astype(np.int8)
    issues["kind"] = np.where(requests, kind, issues["kind"])
    single = requests & (issues["bulk"] == 0)
    issues["unit"][single] = uniforms(seed, luck.ISSUE_UNIT, name[single], 0) * max(1, scenario.people.units)
    work = durations(uniforms(seed, luck.ISSUE_WORK, name, 0), demand.work_law, demand.work_minutes, demand.work_cv)
    factor = np.ones(6)
    factor[[ORDER, CHANGE, COMPLAINT, QUERY]] = (
        demand.work_factor_order, demand.work_factor_change, demand.work_factor_complaint, demand.work_factor_query,
    )  # fmt: skip
    issues["work"] = np.where(requests, work * factor[issues["kind"]], 0.0)
    calls = scenario.channels.updates_per_request
    if calls > 0.0:
        from scipy.special import pdtr

        steps = pdtr(np.arange(int(calls + 8.0 * np.sqrt(calls) + 8.0)), calls)
        number = np.searchsorted(steps, uniforms(seed, luck.ISSUE_UPDATES, name, 0))
        issues["n_updates"] = np.where(requests, number, 0)


def expected_issues(scenario) -> float:
    """How many issues a run of the scenario will have, on average."""
    demand, people, days = scenario.demand, scenario.people, scenario.run.days
    daily = (
        demand.requests_per_account_day + demand.opportunities_per_account_day + demand.enquiries_per_account_day
        + demand.bulk_per_account_year * demand.bulk_size / DAYS_A_YEAR
    )  # fmt: skip
    return people.accounts * days * daily
