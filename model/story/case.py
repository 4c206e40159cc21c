"""The case of one issue: its lines of the event log in order, each with what held at that moment."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from model.scenario import ScenarioError
from model.story.names import LEAVING, generation
from model.world import codes
from model.world.joined import issues_in_full

DESK_MESSAGES = (codes.L_FORWARDED, codes.L_REPEATED)
MESSAGES = (*DESK_MESSAGES, codes.L_WROTE_UNIT, codes.L_PHONED_UNIT)
OUTCOMES = (
    codes.L_LOST, codes.L_EXPEDITED, codes.L_LOGGED, codes.L_REFUSED, codes.L_IGNORED, codes.L_SET_ASIDE,
)  # fmt: skip
"""What can come of a message, or of a chase that brings a request to light."""

BY_CUSTOMERS = (
    codes.L_CALLED_DESK, codes.L_WROTE_UNIT, codes.L_PHONED_UNIT, codes.L_HUNG_UP, codes.L_BLOCKED,
    codes.L_PROMPTED, codes.L_TO_FIELD, codes.L_GIVEN_UP,
)  # fmt: skip
BY_REPS = (
    *OUTCOMES, codes.L_PASSED_ON, codes.L_CHASE_ANSWERED, codes.L_MOVED_UP, codes.L_STARTED, codes.L_JUMPED,
    codes.L_UPDATED, codes.L_COMPLETED, codes.L_REP_LEFT,
)  # fmt: skip
"""Whose act a line of the log is; all others, and chases by the desk, are acts of salespeople."""


class Step(NamedTuple):
    """One line of the log and what held when it was written.

    `row` is its row in the log; `seller` the salesperson in charge (-1: the customer deals with the unit);
    `named` the rep whom the message in question names; `channel` the channel of that message or chase (-1:
    none yet); `through` how an outcome came about: 'mail', 'phone', 'chase', 'later' (it had been set aside),
    or 'message' when the channel leaves open which; `holder` the rep on whose own list the request stands (-1:
    the bucket); `again` whether this rep was the last to ignore the request or set it aside.
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
        """The issue's row, with the columns of its life as a service request."""
        return issues_in_full(self.result.world, [self.issue])[0]

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
        return max((step.row for step in self.steps if step.event in DESK_MESSAGES), default=codes.NOBODY)

    def departures(self) -> list[Step]:
        """Lines of the log in which somebody leaves who had a hand in the issue, before its last line."""
        log, found = self.result.log, []
        first: dict[tuple[str, int], float] = {}
        for step in self.steps:
            if role_of(step) != "customer":
                first.setdefault((role_of(step), step.actor), step.time)
        for (role, post), since in first.items():
            left = np.isin(log["event"], LEAVING[role]) & (log["actor"] == post)
            left &= (log["time"] > since) & (log["time"] < self.steps[-1].time)
            for row in np.flatnonzero(left):
                time, event, _, actor, other, value = log[row].item()
                found.append(Step(int(row), time, event, actor, other, value, -1, -1, -1, "", -1, False))
        return found

    def lesson_before(self, step: Step) -> float | None:
        """What the salesperson last noted of the rep before this lesson, if both held their posts by then."""
        log = self.result.log[: step.row]
        same = (log["event"] == step.event) & (log["actor"] == step.actor) & (log["other"] == step.other)
        rows = np.flatnonzero(same)
        if not len(rows):
            return None
        then = float(log["time"][rows[-1]])
        stayed = self.is_same("salesperson", step.actor, then, step.time)
        stayed &= self.is_same("rep", step.other, then, step.time)
        return float(log["value"][rows[-1]]) if stayed else None

    def is_same(self, role: str, post: int, then: float, now: float) -> bool:
        """Whether the same person held a post at both times."""
        return generation(self.result, role, post, then) == generation(self.result, role, post, now)


def case_of(result, issue: int) -> Case:
    """The case of an issue by its number, or a sentence on why it cannot be told."""
    n_issues = len(result.world.issues)
    check_log(result)
    check_issues(result)
    if isinstance(issue, bool) or not isinstance(issue, int | np.integer) or not 0 <= issue < n_issues:
        raise ScenarioError(
            f"There is no issue {issue} in this run; it must be a whole number from 0 to {n_issues - 1}."
        )
    case = Case(result, int(issue))
    if not case.steps:
        raise ScenarioError(f"Issue {issue} left no line in the log of this run; choose another number.")
    return case


def check_log(result) -> None:
    """Refuse a run that kept no event log."""
    if not len(result.world.log):
        raise ScenarioError("This run kept no event log, so there is nothing to tell; simulate it with log=True.")


def check_issues(result) -> None:
    """Refuse a run of a call centre, and one in which nothing arose."""
    if len(result.world.streams):
        raise ScenarioError(
            f"Stories are told of requests to a desk, and {result.scenario.name} is a call centre; the days of its "
            "people can be read in `desksales serve`."
        )
    if not len(result.world.issues):
        raise ScenarioError("Nothing arose in this run, so there is no issue to tell; choose more days.")


def role_of(step: Step) -> str:
    """Who acts in a line of the log: 'customer', 'salesperson' or 'rep'."""
    if step.event in BY_CUSTOMERS or (step.event == codes.L_CHASED and step.seller == codes.NOBODY):
        return "customer"
    return "rep" if step.event in BY_REPS else "salesperson"


def _annotated(case: Case, lines: list[tuple]) -> list[Step]:
    """The lines with what held at each: who was in charge, who was named, where the request stood."""
    steps: list[Step] = []
    seller = named = channel = holder = codes.NOBODY
    chased, medium, shelved, aside = (codes.NOBODY, -1.0), "", (codes.NOBODY, -1.0), False
    for row, time, event, _, actor, other, value in lines:
        through = ""
        again = actor == shelved[0] and case.is_same("rep", actor, shelved[1], time)
        if event == codes.L_ANSWERED and int(value) == codes.SERVICE_CALL:
            seller = actor
        elif event == codes.L_SENT_AWAY:
            seller = codes.NOBODY
        elif event in DESK_MESSAGES:
            named, channel = other, int(value)
            medium = _medium(case, channel)
        elif event in (codes.L_WROTE_UNIT, codes.L_PHONED_UNIT):
            seller = named = codes.NOBODY
            wrote = event == codes.L_WROTE_UNIT
            channel, medium = (codes.MAILBOX, "mail") if wrote else (codes.HELPLINE, "phone")
        elif event == codes.L_CHASE_ANSWERED:
            chased = (actor, time)
        elif event in OUTCOMES or event == codes.L_PASSED_ON:
            through = "chase" if chased == (actor, time) else "later" if aside else medium
            holder = actor if event == codes.L_EXPEDITED else codes.NOBODY
            shelved = (actor, time) if event in (codes.L_IGNORED, codes.L_SET_ASIDE) else shelved
            aside = event == codes.L_SET_ASIDE
        here = int(value) if event == codes.L_CHASED else channel
        steps.append(Step(row, time, event, actor, other, value, seller, named, here, through, holder, again))
        holder = actor if event == codes.L_MOVED_UP else holder
    return steps


def _medium(case: Case, channel: int) -> str:
    """How messages of a channel reach a unit; a channel that does both leaves it open."""
    from model.parameters import CHANNELS

    immediacy = case.result.scenario[f"{CHANNELS[channel]}.immediacy"]
    return "phone" if immediacy >= 1.0 else "mail" if immediacy <= 0.0 else "message"
