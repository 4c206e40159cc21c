"""Which issue to tell: the slowest, one sped up by a name tag, one that was refused, one that jumped."""

from collections.abc import Callable

import numpy as np

from model.scenario import ScenarioError, nearest
from model.story.case import check_issues, check_log
from model.world import codes
from model.world.joined import issues_in_full

PICKS: dict[str, str] = {
    "slowest": "was completed",
    "tagged": "was sent with a name tag and taken on and done by the rep it named",
    "refused": "was refused or ignored and done all the same",
    "jumped": "was begun while an older request stood in the bucket",
}
"""Kinds of issue to pick, and what an issue of the kind went through."""


def pick_issue(result, pick: str) -> int:
    """The issue that shows a kind of life best.

    slowest: the longest time from need to completion. tagged: taken on and done by the rep named in the
    subject, with a claimed order if there is such a one, in the shortest time. refused: done for the desk and
    claimed if possible, with the most refusals and silent ignorings, then the longest time. jumped: moved up by
    a chase and claimed if possible, with the most different events. Ties go to the earliest.
    """
    check_log(result)
    check_issues(result)
    if pick not in PICKS:
        raise ScenarioError(
            f"There is no pick {pick!r}{nearest(str(pick), PICKS)}; it must be one of {', '.join(PICKS)}."
        )
    candidates, merits = _CHOICES[pick](result)
    if not candidates.any():
        raise ScenarioError(f"No request in this run {PICKS[pick]}; {_what_to_try(result)}.")
    rows = np.flatnonzero(candidates)
    order = np.lexsort([-merit[rows].astype(float) for merit in reversed(merits)])
    return int(rows[order[0]])


def _what_to_try(result) -> str:
    others = [name for name, choose in _CHOICES.items() if choose(result)[0].any()]
    if not others:
        return "try more days, or an issue by its number"
    return f"try {' or '.join(others)}, or more days"


Choice = tuple[np.ndarray, list[np.ndarray]]
"""Which issues qualify, and the merits by which they are ranked, the first counting most (more is better)."""


def _slowest(result) -> Choice:
    issues = issues_in_full(result.world)
    return _done(issues), [_time_taken(issues)]


def _tagged(result) -> Choice:
    issues = issues_in_full(result.world)
    tagged = (issues["channel"] == codes.TAGGED_MAIL) & (issues["named"] != codes.NOBODY)
    honoured = (issues["holder"] == issues["named"]) & (issues["rep"] == issues["named"])
    merits = [issues["claimed"] > 0.0, issues["order"] > 0.0, -_time_taken(issues)]
    return _done(issues) & tagged & honoured, merits


def _refused(result) -> Choice:
    issues = issues_in_full(result.world)
    refused = _done(issues) & (issues["n_refused"] > 0)
    by_desk = issues["salesperson"] != codes.NOBODY
    return refused, [by_desk, issues["claimed"] > 0.0, issues["n_refused"], _time_taken(issues)]


def _jumped(result) -> Choice:
    issues, log = issues_in_full(result.world), result.log
    moved = np.zeros(len(issues), bool)
    moved[log["issue"][log["event"] == codes.L_MOVED_UP]] = True
    jumped = _done(issues) & (issues["jumped"] == 1)
    return jumped, [moved, issues["claimed"] > 0.0, _variety(result, jumped), _time_taken(issues)]


_CHOICES: dict[str, Callable] = {
    "slowest": _slowest,
    "tagged": _tagged,
    "refused": _refused,
    "jumped": _jumped,
}


def _done(issues: np.ndarray) -> np.ndarray:
    return (issues["kind"] < codes.REQUESTS_END) & (issues["state"] == codes.DONE)


def _time_taken(issues: np.ndarray) -> np.ndarray:
    return issues["completed"] - issues["arises"]


def _variety(result, candidates: np.ndarray) -> np.ndarray:
    """How many different kinds of events the log holds of each candidate."""
    log = result.log
    of_issue = log[log["issue"] >= 0]
    of_issue = of_issue[candidates[of_issue["issue"]]]
    pairs = np.unique(of_issue["issue"].astype(np.int64) * 64 + of_issue["event"])
    return np.bincount(pairs // 64, minlength=len(candidates))
