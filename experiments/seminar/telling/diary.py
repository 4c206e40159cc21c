"""A person's diary: what somebody did and met with, in sentences from the event log, the newest last.

At a desk the sentences are those of the field notes, so that a page of the diary and a story agree; in a centre they
are those of `calls`. They are told from a log cut down to the issues in question, because looking through a year's log
for each name would take seconds.
"""

from typing import TYPE_CHECKING, Any

import numpy as np

from experiments.events import REP, SALESPERSON, WHO
from experiments.seminar.limits import Refusal
from experiments.seminar.recordings.layout import kind_of
from experiments.seminar.telling.calls import Teller
from experiments.seminar.texts import short
from model.graph import name_of
from model.measures.view import ratio
from model.story.case import Case
from model.story.names import LEAVING, name_of_person, name_of_unit
from model.story.narrator import Narrator
from model.story.timeline import moments
from model.story.words import clock, day_of, share
from model.world import codes
from model.world.codes import LOG_EVENTS

if TYPE_CHECKING:
    from model.simulation import Result

MOST_ENTRIES = 60
MOST_ISSUES = 40
"""Issues told for one page of a diary."""
MOST_LINES = 6 * MOST_ENTRIES
"""Lines of the log in which the calls of a page are looked for."""

FRONT = {"desk": "salesperson", "centre": "advisor", "queue": "agent"}
"""What front-line people are called, by the kind of setting."""

OF_THE_TEAM = (codes.L_REVIEW, codes.L_TURN)


def diary(result: "Result", person: int, day: int) -> dict[str, Any]:
    """The diary of a person up to the end of a day (see PROTOCOL.md, person).

    Parameters
    ----------
    person : place in the layout: front-line people first, then reps.
    day : last day that it tells.
    """
    n_front, n_reps = len(result.world.salespeople), len(result.world.reps)
    if person >= n_front + n_reps:
        raise Refusal(f"There is no person {person}; people have the numbers 0 to {n_front + n_reps - 1}.")
    if day > result.scenario.run.days:
        raise Refusal(f"Day {day} is outside the run, which has days 0 to {result.scenario.run.days}.")
    role, row = ("salesperson", person) if person < n_front else ("rep", person - n_front)
    until = day * result.scenario.run.day_minutes
    rows = rows_about(result, role, row, until)
    kind = kind_of(result.scenario)
    if kind != "desk":
        rows = rows[~np.isin(result.log["event"][rows], LEAVING[role])]  # told apart, with who follows
    if kind == "queue":  # callers call nobody in particular
        rows = rows[result.log["event"][rows] == codes.L_ANSWERED]
    entries = _in_issues(result, role, row, rows) if kind == "desk" else _in_calls(result, row, rows)
    entries = sorted([*entries, *_personal(result, role, row, until)], key=lambda entry: entry["time"])
    shown = entries[-MOST_ENTRIES:]
    return {
        "person": person, "day": day, "name": name_of_person(result, role, row, np.nextafter(until, 0.0)),
        "role": FRONT[kind] if role == "salesperson" else role, "post": name_of(role, row),
        "group": _group(result, role, row), "state": _state(result, role, row, rows), "entries": shown,
        "left_out": max(0, len(rows) - sum(entry["lines"] for entry in shown)),
        "sentence": "" if shown else "Nothing that concerns this person is on record up to this day.",
    }  # fmt: skip


def rows_about(result: "Result", role: str, row: int, until: float) -> np.ndarray:
    """Rows of the log that a person acted in or was concerned by before a time, in order."""
    log = result.log
    kind = SALESPERSON if role == "salesperson" else REP
    sides = [np.array([WHO[event][side] == kind for event in LOG_EVENTS]) for side in (0, 1)]
    mine = (log["actor"] == row) & sides[0][log["event"]]
    mine |= (log["other"] == row) & sides[1][log["event"]]
    return np.flatnonzero(mine & (log["time"] < until))


def _in_issues(result: "Result", role: str, row: int, rows: np.ndarray) -> list[dict[str, Any]]:
    """Entries from the newest issues that the person had a hand in, as far as the person had."""
    log = result.log
    of_issue = log["issue"][rows]
    recent = list(dict.fromkeys(of_issue[of_issue >= 0][::-1].tolist()))[:MOST_ISSUES]
    if not recent:
        return []
    since = rows[np.flatnonzero(of_issue == recent[-1])[0]]
    told = np.isin(log["issue"], recent) | np.isin(log["event"], [e for events in LEAVING.values() for e in events])
    kept = np.flatnonzero(told)
    short_log = _with_log(result, log[kept])
    place = {int(old): new for new, old in enumerate(kept.tolist())}
    mine = {place[old] for old in rows[rows >= since].tolist() if old in place}
    entries = []
    for issue in recent:
        case = Case(short_log, issue, np.flatnonzero(short_log.log["issue"] == issue))
        for one in moments(Narrator(case)):
            lines = mine.intersection(one.rows)
            if lines:
                entries.append(_entry(result, one.time, one.sentence, issue, len(lines)))
    return entries


def _with_log(result: "Result", log: np.ndarray) -> "Result":
    """The same result with a part of its log."""
    from dataclasses import replace

    clock_row = result.world.clock.copy()
    clock_row["n_log"] = len(log)
    return replace(result, world=result.world._replace(log=log, clock=clock_row))


def _in_calls(result: "Result", person: int, rows: np.ndarray) -> list[dict[str, Any]]:
    """Entries of a centre: calls, and what lay between them."""
    told = Teller(result, person, rows[-MOST_LINES:]).calls()
    return [_entry(result, time, text, None, lines) for time, text, lines in told]


def _personal(result: "Result", role: str, row: int, until: float) -> list[dict[str, Any]]:
    """Entries that belong to no issue: leaving, and for the desk the team's reviews and its service turn."""
    log = result.log
    own = (log["actor"] == row) & np.isin(log["event"], LEAVING[role])
    if role == "salesperson":
        team = int(result.world.salespeople["team"][row])
        own |= (log["actor"] == team) & np.isin(log["event"], OF_THE_TEAM)
    entries = []
    for line in log[own & (log["time"] < until)]:
        time, event, value = float(line["time"]), int(line["event"]), float(line["value"])
        if event == codes.L_REVIEW:
            text = f"Review: the team reported {share(value)} of its quota."
        elif event == codes.L_TURN:
            text = "The team was told to take on customers' service requests [000-11]."
        else:
            gone = name_of_person(result, role, row, time, leaving=True)
            how = "was dismissed" if event == codes.L_DISMISSED else "left"
            text = f"{gone} {how}, and {name_of_person(result, role, row, time)} took the post."
        entries.append(_entry(result, time, text, None, 0))
    return entries


def _entry(result: "Result", time: float, text: str, issue: int | None, lines: int) -> dict[str, Any]:
    day_minutes = result.scenario.run.day_minutes
    return {
        "day": day_of(time, day_minutes), "clock": clock(time, day_minutes), "time": short(time, 9), "text": text,
        "issue": issue, "lines": lines,
    }  # fmt: skip


def _group(result: "Result", role: str, row: int) -> str:
    if role == "rep":
        return name_of_unit(int(result.world.reps["unit"][row]))
    if len(result.world.groups):
        name = list(result.scenario.groups)[int(result.world.advisors["group"][row])].replace("_", " ")
        return name[:1].upper() + name[1:]
    return f"Team {int(result.world.salespeople['team'][row]) + 1}"


def _state(result: "Result", role: str, row: int, rows: np.ndarray) -> list[dict[str, Any]]:
    """A few numbers about the person up to the day, counted from the log; traits that do not change from the tables."""
    events = result.log["event"][rows]
    actor = result.log["actor"][rows] == row

    def count(*wanted: int) -> int:
        return int(np.count_nonzero(np.isin(events, wanted) & actor))

    if result.scenario.streams:
        counted = (("calls taken", codes.L_CALL_TAKEN), ("offers made", codes.L_OFFERED))
        return [{"label": label, "value": count(event), "unit": ""} for label, event in counted]
    if kind_of(result.scenario) == "queue":
        return [{"label": "calls answered", "value": count(codes.L_ANSWERED), "unit": ""}]
    if role == "salesperson":
        forwarded = count(codes.L_FORWARDED, codes.L_REPEATED)
        return [
            {"label": "calls answered", "value": count(codes.L_ANSWERED), "unit": ""},
            {"label": "messages to units", "value": forwarded, "unit": ""},
            {"label": "chases", "value": count(codes.L_CHASED), "unit": ""},
            {"label": "orders claimed", "value": count(codes.L_CLAIMED), "unit": ""},
            {"label": "own sales", "value": count(codes.L_SOLD), "unit": ""},
        ]
    obliged = count(codes.L_EXPEDITED)
    refused = count(codes.L_REFUSED, codes.L_IGNORED, codes.L_SET_ASIDE)
    return [
        {"label": "requests done at once for the desk", "value": obliged, "unit": ""},
        {"label": "refused, ignored or set aside", "value": refused, "unit": ""},
        {"label": "share obliged", "value": short(ratio(obliged, obliged + refused), 3), "unit": "share"},
        {"label": "requests completed", "value": count(codes.L_COMPLETED), "unit": ""},
        {"label": "updates given", "value": count(codes.L_UPDATED), "unit": ""},
    ]
