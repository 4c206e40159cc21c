"""Calls told from the side of whoever took them: a sentence a call, a clause a line of the log."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from model.story.names import name_of_person
from model.story.words import duration
from model.world.codes import L_CALL_CAME, L_CALL_ENDED, L_CALL_TAKEN, LOG_EVENTS

if TYPE_CHECKING:
    from model.simulation import Result

STYLES = ("service before selling", "a moderate one", "pushing")
"""Styles of selling, by their code."""


class Teller:
    """Tells what one front-line person of a centre did."""

    def __init__(self, result: "Result", person: int, rows: np.ndarray) -> None:
        self.result, self.person, self.lines = result, person, result.log[rows]
        self.products = [name.replace("_", " ") for name in result.scenario.products]
        self.streams = [name.replace("_", " ") for name in result.scenario.streams]
        self.channels = [name.replace("_", " ") for name in result.scenario.peer_channels]
        log = result.log
        came = log[(log["event"] == L_CALL_CAME) & np.isin(log["issue"], self.lines["issue"])]
        self.stream_of = dict(zip(came["issue"].tolist(), came["other"].tolist(), strict=True))

    def calls(self) -> Iterator[tuple[float, str, int]]:
        """(time, sentence, lines of the log) of every call and of what lay between calls, in order of time."""
        for lines in self._of_one_call():
            in_order = sorted(lines, key=lambda line: line["event"] == L_CALL_ENDED)  # the length of a call at its end
            text = "; ".join(self.clause(line) for line in in_order)
            yield float(lines[0]["time"]), f"{text[:1].upper()}{text[1:]}.", len(lines)

    def _of_one_call(self) -> list[list]:
        """Lines about the call in hand, which begins when it is taken; a line about something else stands alone, for a
        colleague may ask in the middle of a call."""
        groups: list[list] = []
        in_hand: list = []
        for line in self.lines:
            if in_hand and line["issue"] == in_hand[0]["issue"] and line["event"] != L_CALL_TAKEN:
                in_hand.append(line)
                continue
            groups.append([line])
            if line["event"] == L_CALL_TAKEN or (not in_hand and line["issue"] >= 0):  # its beginning may be left out
                in_hand = groups[-1]
        return groups

    def clause(self, line: np.void) -> str:
        """What one line of the log says; one that has no words here is told by its name."""
        event = LOG_EVENTS[line["event"]]
        tell = CLAUSES.get(event)
        return tell(self, line) if tell else event

    def minutes(self, line: np.void) -> str:
        """The line's value as a stretch of time."""
        return duration(float(line["value"]), self.result.scenario.run.day_minutes)

    def product(self, line: np.void) -> str:
        """The product that the line's value is the row of."""
        row = int(line["value"])
        return f"“{self.products[row]}”" if 0 <= row < len(self.products) else "something"

    def colleague(self, line: np.void) -> str:
        """The other person of the line."""
        other = int(line["other"] if self.acts(line) else line["actor"])
        return name_of_person(self.result, "salesperson", other, float(line["time"]))

    def acts(self, line: np.void) -> bool:
        """Whether the person is the one who acts in the line."""
        return bool(line["actor"] == self.person)

    def taken(self, line: np.void) -> str:
        """Whose call was taken, about what, and how long the caller had waited."""
        stream, customer = self.stream_of.get(int(line["issue"])), f"customer {int(line['other']):,}"
        about = f" ({self.streams[stream]})" if stream is not None else ""
        if stream is not None and self.result.world.streams["outbound"][stream]:
            return f"spoke with {customer}{about}"
        waited = "at once" if line["value"] < 0.5 else f"after a wait of {self.minutes(line)}"
        return f"took {customer}'s call{about} {waited}"

    def by_channel(self, line: np.void) -> str:
        """By which channel colleagues spoke."""
        row = int(line["value"])
        return f" by {self.channels[row]}" if 0 <= row < len(self.channels) else ""


CLAUSES: dict[str, Callable[[Teller, np.void], str]] = {
    "call taken": Teller.taken,
    "call ended": lambda to, line: f"it lasted {to.minutes(line)}",
    "offered": lambda to, line: f"offered {to.product(line)}",
    "offer taken": lambda to, line: "the offer was taken",
    "sale lost": lambda to, line: "the offer lost the sale that the call was for",
    "let go": lambda to, line: f"let the customer go without offering {to.product(line)}, which the screen prompted",
    "ended before offer": lambda to, line: f"the customer ended the call before an offer of {to.product(line)}",
    "listened to": lambda to, line: f"a monitor listened and scored {float(line['value']):.2f}",
    "changed style": lambda to, line: f"changed the style of selling to {STYLES[int(line['value'])]}",
    "passed to another line": lambda to, line: "passed the caller on to the right line",
    "put through by hand": lambda to, line: f"a supervisor put a caller through who had waited {to.minutes(line)}",
    "handed on": lambda to, line: "handed the caller on to somebody with other skills",
    "asked a department": lambda to, line: f"asked another department, for {to.minutes(line)}",
    "disputed": lambda to, line: "refused a friend's discount code",
    "conceded": lambda to, line: "conceded a friend's discount code",
    "almost convinced": lambda to, line: "the customer wanted to confer",
    "gave in": lambda to, line: "the customer gave in",
    "stayed on": lambda to, line: f"stayed on beyond the query for {to.minutes(line)}",
    "caught": lambda to, line: "was caught past the cap",
    "praised": lambda to, line: f"was praised at the meeting for staying on for {to.minutes(line)}",
    "help asked": lambda to, line: (
        f"asked {to.colleague(line)} for help{to.by_channel(line)}" if to.acts(line)
        else f"was asked for help by {to.colleague(line)}{to.by_channel(line)}"
    ),
    "help refused": lambda to, line: (
        f"did not help {to.colleague(line)}" if to.acts(line) else f"got no help from {to.colleague(line)}"
    ),
    "helped": lambda to, line: f"helped {to.colleague(line)}" if to.acts(line) else f"{to.colleague(line)} helped",
    "met": lambda to, line: "met colleagues face to face",
    "answered": lambda to, line: f"ended call {int(line['issue']):,}",
}  # fmt: skip
"""What is said of an event, by its name in the log."""
