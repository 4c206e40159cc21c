"""Runs with a log, kept for the tests of this folder, and runs whose log is written out by hand."""

from functools import cache

import numpy as np

from model.simulation import Result, simulate
from model.story.case import Case
from model.world import codes, ledgers
from model.world.build import build
from tests.helpers.organisations import lively, small


@cache
def logged(seed: int) -> Result:
    """The small organisation for one seed."""
    return simulate(small(), seed, log=True)


@cache
def lively_run(bundle: str, seed: int = 1) -> Result:
    """The small organisation with everything switched on."""
    return simulate(lively(bundle), seed, log=True)


def cases(result: Result) -> list[Case]:
    """Every issue that left a line in the log."""
    order = np.argsort(result.log["issue"], kind="stable")
    issues = result.log["issue"][order]
    edges = np.searchsorted(issues, np.arange(len(result.world.issues) + 1))
    found = (Case(result, i, order[edges[i] : edges[i + 1]]) for i in range(len(result.world.issues)))
    return [case for case in found if len(case.rows)]


def scripted(lines: list[tuple], facts: dict | None = None, **changes) -> Result:
    """A run of the small organisation whose log was written by hand; its issue 0 is an order of $640 to unit 0.

    A line is (time, event, actor, other, value), all of them about issue 0; a sixth entry replaces the issue.
    """
    scenario = small(**changes)
    world = build(scenario, 1, log=True)
    log = ledgers.Log.rows(len(lines))
    for row, line in zip(log, lines, strict=True):
        time, event, actor, other, value, issue = (*line, 0)[:6]
        row["time"], row["event"], row["issue"] = time, event, issue
        row["actor"], row["other"], row["value"] = actor, other, value
    world.clock["n_log"], world.clock["now"] = len(log), 30 * 480.0
    issue, request = world.issues[0], world.requests[0]
    issue["request"], request["issue"] = 0, 0
    about = {"account": 0, "caller": 0, "kind": codes.ORDER, "unit": 0, "order": 640.0, "bulk": 0, "talk": 3.0}
    for name, value in (about | (facts or {})).items():
        (issue if name in issue.dtype.names else request)[name] = value
    return Result(scenario, 1, {}, 0, 0, world._replace(log=log))
