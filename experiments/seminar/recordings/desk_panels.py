"""The plots of a desk with service units: calls, waiting work, reps' minutes, quota, waits, credit, habit."""

from bisect import bisect_left
from functools import partial

import numpy as np

from experiments.seminar.recordings.day import RECENT, Day
from experiments.seminar.recordings.panels import Panel, Series
from experiments.tables import REP_WORK
from model.measures.view import quantile, ratio
from model.world.codes import MINUTES
from model.world.world import waiting_places

LOOK_BACK = 40
"""Days of needs among which those begun lately are looked for; older ones are rare and would cost a scan of all."""


def call_share(kind: str, day: Day) -> float:
    """Calls of a kind among the calls that the desk took on the last ten days."""
    calls = {name: day.of_days("days", f"{name}_calls", RECENT) for name in ("service", "update", "other")}
    return ratio(calls[kind], sum(calls.values()))


def waiting(address: str, day: Day) -> float:
    """Things waiting at all units, mean over the day; the reps' own lists are those of the buckets."""
    places = waiting_places(day.world) if address == "bucket" else day.world.units[address]
    return float(day.waiting[places].sum())


def rep_hours(kind: int, day: Day) -> float:
    """Hours that all reps together booked to a kind of work on the day."""
    minutes = day.world.day_ledger["minutes"].reshape(-1, len(MINUTES))
    return float(minutes[day.number - 1, kind]) / 60.0 if day.number else float("nan")


def attainment(day: Day) -> float:
    """Reported over quota of all teams at the last review; nan before the first."""
    n_teams, held = int(day.world.clock["n_teams"]), int(day.world.clock["review"])
    last = day.world.reviews[max(0, held - 1) * n_teams : held * n_teams]
    return ratio((last["originated"] + last["claimed"]).sum(), last["quota"].sum())


def share_serving(day: Day) -> float:
    """Teams told to take on service issues, over all teams."""
    teams = day.world.managers["serves"][: int(day.world.clock["n_teams"])]
    return ratio(teams.sum(), len(teams))


def wait_hours(desk: int, day: Day) -> float:
    """Median hours from need to the start of the work, requests begun on the last ten days."""
    lately = begun_lately(day)
    rows = lately[lately["desk"] == desk]
    return quantile(np.sort(rows["started"] - day.world.issues["arises"][rows["issue"]]) / 60.0, 0.5)


def begun_lately(day: Day) -> np.ndarray:
    """Requests begun on the last ten days. Bisection reads some twenty rows where a search by NumPy copies a column."""
    if "begun_lately" not in day.kept:
        world, minutes = day.world, day.scenario.run.day_minutes
        next_issue, of_issue = int(world.clock["next_issue"]), world.requests["issue"]
        since = bisect_left(world.issues["arises"], (day.number - LOOK_BACK) * minutes, 0, next_issue)
        rows = world.requests[bisect_left(of_issue, since) : bisect_left(of_issue, next_issue)]
        start = max(0.0, (day.number - RECENT) * minutes)
        day.kept["begun_lately"] = rows[rows["started"] >= start]
    return day.kept["begun_lately"]


def of_day(column: str, day: Day) -> float:
    """A column of the table of days."""
    return day.last("days", column)


def involvement(day: Day) -> float:
    """Service issues that the desk took on, over those that arose, last ten days."""
    return ratio(day.of_days("days", "involved", RECENT), day.of_days("days", "arisen", RECENT))


def habit(day: Day) -> float:
    """Mean habit of the accounts of bringing requests to the desk."""
    return float(day.world.accounts["habit"].mean())


PANELS = (
    Panel("calls", "Calls of the desk", "share", "lines",
          "What the desk's calls are about, last ten days: service requests of customers, updates of reps, the rest.",
          (Series("share_service", "service requests", partial(call_share, "service"), "share_service_calls"),
           Series("share_update", "updates from reps", partial(call_share, "update"), "share_update_calls"),
           Series("share_other", "everything else", partial(call_share, "other"), "share_other_calls"))),
    Panel("waiting", "Work waiting at the units", "requests", "lines",
          "Requests in buckets and on reps' own lists, mails unread, callers on the helpline; mean over the day.",
          (Series("bucket", "requests", partial(waiting, "bucket")),
           Series("mail", "mails unread", partial(waiting, "mailbox")),
           Series("helpline", "callers", partial(waiting, "helpline")))),
    Panel("minutes", "Where the reps' time goes", "hours a day", "stack",
          "Hours of all reps together on the day, by kind of work. What the desk sends shows in no official report.",
          tuple(Series(f"minutes_{name}", name, partial(rep_hours, kind)) for kind, name in REP_WORK.items()
                if name != "break")),
    Panel("quota", "Quota met, and teams told to serve", "ratio", "steps",
          "Reported sales over quota at the last review (1: just met), and the share of teams told to serve.",
          (Series("attainment", "reported over quota", attainment),
           Series("serving", "share of teams serving", share_serving))),
    Panel("waits", "How long customers wait", "working hours", "lines",
          "From the need to the start of the work, median of requests begun on the last ten days.",
          (Series("wait_desk", "through the desk", partial(wait_hours, 1)),
           Series("wait_direct", "straight to the unit", partial(wait_hours, 0)))),
    Panel("credit", "Who gets the credit", "$ a day", "stack",
          "Sales reported on the day: those the desk made itself, and orders in service requests that it claimed.",
          (Series("originated", "own sales", partial(of_day, "originated")),
           Series("claimed", "orders claimed", partial(of_day, "claimed")))),
    Panel("habit", "Customers turn to the desk", "share", "lines",
          "Habit of bringing requests to the desk, and the share of requests that it took on, last ten days.",
          (Series("habit", "habit", habit),
           Series("involvement", "requests taken on", involvement, "desk_involvement"))),
)  # fmt: skip
