"""Issues with their life as service requests beside them, for whoever reads a finished or paused world."""

import numpy as np

from model.world import tables
from model.world.codes import NOBODY

REQUESTS = tables.Requests.dtype
ISSUES = tables.Issues.dtype
LINKS = ("request", "issue")
"""Columns by which the two tables know each other, of no use where they are joined."""
COLUMNS = [(name, kind.fields[name][0]) for kind in (ISSUES, REQUESTS) for name in kind.names if name not in LINKS]
BEFORE = ("sent", "logged", "started", "completed", "forwarded")
WITHOUT = ("unit", "salesperson", "named", "rep", "holder", "task", "channel", "practice")
"""Columns that are -1 for what did not happen or is not there."""


def issues_in_full(world, rows: slice | np.ndarray | list[int] = slice(None)) -> np.ndarray:
    """Issues, each with the columns of its service request beside its own; a copy.

    Parameters
    ----------
    world : a world, or the demand that it is built from: whatever has the tables `issues` and `requests`.
    rows : which issues, by row; all if nothing is said.

    Returns
    -------
    One row an issue. Where an issue is no service request, times and whoever is not there are -1 and counts are 0.
    """
    issues = world.issues[rows]
    joined = np.zeros(len(issues), np.dtype(COLUMNS, align=True))
    for name in set(ISSUES.names).difference(LINKS):
        joined[name] = issues[name]
    for name in (*BEFORE, *WITHOUT):
        joined[name] = NOBODY
    placed = issues["request"] >= 0
    requests = world.requests[issues["request"][placed]]
    for name in set(REQUESTS.names).difference(LINKS):
        joined[name][placed] = requests[name]
    return joined
