"""The case of one issue: its lines of the event log in order, each with what held at that moment."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from model.scenario import ScenarioError
from model.story.names import LEAVING, generation
from model.world.codes import (
    HELPLINE, L_ANSWERED, L_CHASE_ANSWERED, L_CHASED, L_EXPEDITED, L_FORWARDED, L_IGNORED, L_LOGGED, L_LOST,
    L_MOVED_UP, L_PASSED_ON, L_PHONED_UNIT, L_REFUSED, L_REPEATED, L_SENT_AWAY, L_WROTE_UNIT, MAILBOX, NOBODY,
    SERVICE_CALL,
)  # fmt: skip

DESK_MESSAGES = (L_FORWARDED, L_REPEATED)
MESSAGES = (*DESK_MESSAGES, L_WROTE_UNIT, L_PHONED_UNIT)
OUTCOMES = (L_LOST, L_EXPEDITED, L_LOGGED, L_REFUSED, L_IGNORED)
"""What can come of a message, or of a chase that brings a request to light."""


class Step(NamedTuple):
    """One line of the log and what held when it was written.

    `row` is its row in the log; `seller` the salesperson in charge (-1: the customer deals with the unit); `named`
    the rep whom the message in question names; `channel` the channel of that message or chase (-1: none yet);
    `through` how an outcome came about: 'mail', 'phone', 'chase', or 'message' when the channel leaves open which;
    `holder` the rep on whose own list the request stands (-1: the bucket); `again` whether this rep had ignored it.
    """

    row: int
    time: float
    event: int
    actor: int
    other: int
    value: float
    seller: int
    named: int
    channel: int
    through: str
    holder: int
    again: bool


@dataclass
class Case:
    """One issue of a run: what it was, and every line of the log about it."""

    result: object
    issue: int
    rows: np.ndarray | None = None
    """Rows of the log about the issue; looked up when not given."""

    @cached_property
    def facts(self) -> np.void:
        """The issue's row in the table of issues."""
        return self.result.world.issues[self.issue]

    @property
    def day_minutes(self) -> float:
        return self.result.scenario.run.day_minutes

    @cached_property
    def steps(self) -> list[Step]:
        """Every line of the log about the issue, in order."""
        log = self.result.log
        rows = np.flatnonzero(log["issue"] == self.issue) if self.rows is None else self.rows
        return _annotated(self, [(int(row), *log[row].item()) for row in rows])

    @cached_property
    def last_message(self) -> int:
        """Row of the log with the desk's last message to the unit; -1 is none."""
        return max((step.row for step in self.steps if step.event in DESK_MESSAGES), default=NOBODY)

    @property
    def is_known_voice(self) -> bool:
        """Whether the table of issues still tells in whose voice the desk's last message was written."""
        return self.last_message != NOBODY

    def departures(self) -> list[tuple[str, Step]]:
        """People who had a hand in the issue and left their post before it ended: role and line of the log."""
        log, found = self.result.log, []
        first = {}
        for step in self.steps:
            for role, post in people_of(step):
                first.setdefault((role, post), step.time)
        for (role, post), since in first.items():
            left = np.isin(log["event"], LEAVING[role]) & (log["actor"] == post)
            left &= (log["time"] > since) & (log["time"] < self.steps[-1].time)
            for row in np.flatnonzero(left):
                time, event, _, actor, other, value = log[row].item()
                found.append((role, Step(int(row), time, event, actor, other, value, -1, -1, -1, "", -1, False)))
        return found

    def lesson_before(self, step: Step) -> float | None:
        """What the salesperson last noted of the rep before this lesson, if both were in their posts by then."""
        log = self.result.log[: step.row]
        same = (log["event"] == step.event) & (log["actor"] == step.actor) & (log["other"] == step.other)
        rows = np.flatnonzero(same)
        if not len(rows):
            return None
        then = float(log["time"][rows[-1]])
        posts = (("salesperson", step.actor), ("rep", step.other))
        stayed = all(
            generation(self.result, role, post, then) == generation(self.result, role, post, step.time)
            for role, post in posts
        )
        return float(log["value"][rows[-1]]) if stayed else None


def case_of(result, issue: int) -> Case:
    """The case of an issue by its number, or a sentence on why it cannot be told."""
    n_issues = len(result.world.issues)
    check_log(result)
    if n_issues == 0:
        raise ScenarioError("Nothing arose in this run, so there is no issue to tell; choose more days or more demand.")
    if isinstance(issue, bool) or not isinstance(issue, int | np.integer) or not 0 <= issue < n_issues:
        raise ScenarioError(f"There is no issue {issue} in this run; it must be a whole number from 0 to {n_issues - 1}.")
    case = Case(result, int(issue))
    if not case.steps:
        raise ScenarioError(f"Issue {issue} left no line in the log before the run ended; choose a smaller number.")
    return case


def check_log(result) -> None:
    """Refuse a run that kept no event log."""
    if result.world.clock["log_on"] != 1:
        raise ScenarioError("This run kept no event log, so there is nothing to tell; simulate it with log=True.")


def people_of(step: Step) -> list[tuple[str, int]]:
    """Roles and posts of the salespeople and reps whom a line of the log shows in an act of theirs."""
    if step.event in (*DESK_MESSAGES, L_ANSWERED) or (step.event == L_CHASED and step.seller >= 0):
        return [("salesperson", step.actor)]
    if step.event in (*OUTCOMES, L_PASSED_ON, L_CHASE_ANSWERED, L_MOVED_UP):
        return [("rep", step.actor)]
    return []


def _annotated(case: Case, lines: list[tuple]) -> list[Step]:
    steps: list[Step] = []
    seller = named = channel = holder = NOBODY
    chased, medium, ignored = (NOBODY, -1.0), "", set()
    for row, time, event, _, actor, other, value in lines:
        again, through = actor in ignored, ""
        if event == L_ANSWERED and int(value) == SERVICE_CALL:
            seller = actor
        elif event == L_SENT_AWAY:
            seller = NOBODY
        elif event in DESK_MESSAGES:
            named, channel = other, int(value)
            medium = _medium(case, channel)
        elif event in (L_WROTE_UNIT, L_PHONED_UNIT):
            seller = named = NOBODY
            channel, medium = (MAILBOX, "mail") if event == L_WROTE_UNIT else (HELPLINE, "phone")
        elif event == L_CHASE_ANSWERED:
            chased = (actor, time)
        elif event in OUTCOMES or event == L_PASSED_ON:
            through = "chase" if chased == (actor, time) else medium
            holder = actor if event == L_EXPEDITED else NOBODY
            ignored |= {actor} if event == L_IGNORED else set()
        here = int(value) if event == L_CHASED else channel
        steps.append(Step(row, time, event, actor, other, value, seller, named, here, through, holder, again))
        holder = actor if event == L_MOVED_UP else holder
    return steps


def _medium(case: Case, channel: int) -> str:
    """How messages of a channel reach a unit; a channel that does both leaves it open."""
    from model.parameters import CHANNELS

    immediacy = case.result.scenario[f"{CHANNELS[channel]}.immediacy"]
    return "phone" if immediacy >= 1.0 else "mail" if immediacy <= 0.0 else "message"
