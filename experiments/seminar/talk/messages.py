"""What a page may say: one record a message, checked before anything is done (see PROTOCOL.md)."""

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from experiments.seminar.limits import FRAMES_AT_ONCE, MESSAGE_BYTES, MOST_CHANGES, MOST_REPLICATIONS, Refusal
from model.scenario import nearest

Slot = Literal["a", "b"]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Text = Annotated[str, StringConstraints(max_length=2000)]
Item = bool | int | float | Text
Changes = Annotated[
    dict[Name, Item | Annotated[list[Item], Field(max_length=1440)]], Field(max_length=MOST_CHANGES)
]
Bundles = Annotated[list[Name], Field(max_length=8)]
Seed = Annotated[int, Field(ge=0, lt=2**63)]
Code = Annotated[str, StringConstraints(min_length=4, max_length=4, pattern="^[A-Za-z0-9]*$")]
Secret = Annotated[str, StringConstraints(max_length=80)]


class Message(BaseModel):
    """A message with the number by which its answer is told."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    id: Annotated[int, Field(ge=0, lt=2**53)]


class Hello(Message):
    """The first message of a connection, with the token of a lost one."""

    do: Literal["hello"]
    token: Secret | None = None


class Open(Message):
    """Look at a run in a slot."""

    do: Literal["open"]
    slot: Slot
    scenario: Name
    changes: Changes = {}
    bundles: Bundles = []
    seed: Seed = 1


class Close(Message):
    """Let a slot go."""

    do: Literal["close"]
    slot: Slot


class Frames(Message):
    """Frames of some days, both ends included."""

    do: Literal["frames"]
    slot: Slot
    first: Annotated[int, Field(ge=0, alias="from")]
    last: Annotated[int, Field(ge=0, alias="to")]


class Measures(Message):
    """Every measure, when the run is at its end."""

    do: Literal["measures"]
    slot: Slot


class SeriesSoFar(Message):
    """All days recorded so far."""

    do: Literal["series"]
    slot: Slot


class Person(Message):
    """The diary of a person up to a day."""

    do: Literal["person"]
    slot: Slot
    person: Annotated[int, Field(ge=0)]
    day: Annotated[int, Field(ge=0)]


class Story(Message):
    """The field notes of one issue."""

    do: Literal["story"]
    slot: Slot
    pick: Name | None = None
    issue: Annotated[int, Field(ge=0, lt=2**31)] | None = None


class MakeRoom(Message):
    """A bet between two designs."""

    do: Literal["room.make"]
    scenario: Name
    changes: Changes = {}
    a: Changes = {}
    b: Changes = {}
    bundles: Bundles = []
    with_a: Bundles = []
    with_b: Bundles = []
    measure: Name
    replications: Annotated[int, Field(ge=2, le=MOST_REPLICATIONS)] = 20
    seed: Annotated[int, Field(ge=0, lt=2**63 - MOST_REPLICATIONS)] = 1
    question: Annotated[str, StringConstraints(max_length=280)] = ""
    says: Annotated[str, StringConstraints(max_length=700)] = ""


class SeeRoom(Message):
    """A room now and after every change."""

    do: Literal["room.see"]
    room: Code
    teacher: Secret | None = None


class Bet(Message):
    """A player's guess of the difference between the designs."""

    do: Literal["room.bet"]
    room: Code
    player: Annotated[str, StringConstraints(pattern="^[A-Za-z0-9_-]{8,64}$")]
    guess: float


class RunRoom(Message):
    """The teacher closes the betting and has both designs run."""

    do: Literal["room.run"]
    room: Code
    teacher: Secret


class LeaveRoom(Message):
    """See a room no longer."""

    do: Literal["room.leave"]
    room: Code


class Ping(Message):
    """Are you there?"""

    do: Literal["ping"]


KINDS = (
    Hello, Open, Close, Frames, Measures, SeriesSoFar, Person, Story, MakeRoom, SeeRoom, Bet, RunRoom, LeaveRoom, Ping,
)  # fmt: skip
BY_NAME = {TypeAdapter(kind.model_fields["do"].annotation).json_schema()["const"]: kind for kind in KINDS}


class BadMessage(Refusal):
    """A message that is not understood; `number` is its id, if it has one that can be told."""

    def __init__(self, sentence: str, number: int | None = None) -> None:
        super().__init__(sentence)
        self.number = number


def read(text: str | bytes) -> Message:
    """The message in a text from the network.

    Raises
    ------
    BadMessage : one sentence on what is wrong with it.
    """
    if len(text) > MESSAGE_BYTES:
        raise BadMessage(f"The message has {len(text):,} bytes; a message has at most {MESSAGE_BYTES:,}.")
    try:
        given = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadMessage("The message is not JSON.") from None
    if not isinstance(given, dict):
        raise BadMessage('The message must be a JSON object such as {"do": "ping", "id": 1}.')
    number = given.get("id")
    number = number if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**53 else None
    do = given.get("do")
    if not isinstance(do, str) or do not in BY_NAME:
        hint = nearest(do[:40], BY_NAME) if isinstance(do, str) else ""
        raise BadMessage(f"do is {_shown(do)}{hint}; it must be one of {', '.join(BY_NAME)}.", number)
    try:
        message = BY_NAME[do].model_validate(given)
    except (ValidationError, RecursionError) as error:
        raise BadMessage(_sentence(do, error), number) from None
    _check_together(message)
    return message


def _check_together(message: Message) -> None:
    if isinstance(message, Frames) and not message.first <= message.last < message.first + FRAMES_AT_ONCE:
        raise BadMessage(
            f"frames from {message.first} to {message.last} cannot be; ask for 1 to {FRAMES_AT_ONCE} days in order.",
            message.id,
        )
    if isinstance(message, Story) and (message.pick is None) == (message.issue is None):
        raise BadMessage("A story is chosen by pick or by issue; give one of them.", message.id)


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _sentence(do: str, error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return f"The message {do} is nested too deeply."
    first = error.errors(include_url=False, include_context=False)[0]
    where = ".".join(str(part)[:60] for part in first["loc"][:2]) or "it"
    if first["type"] == "missing":
        return f"The message {do} has no {where}; PROTOCOL.md says what belongs in it."
    if first["type"] == "extra_forbidden":
        return f"The message {do} has {where}, which is not known; PROTOCOL.md says what belongs in it."
    return f"In the message {do}, {where} is {_shown(first['input'])}: {first['msg'][:1].lower()}{first['msg'][1:]}."


def _shown(value: Any) -> str:
    try:
        text = repr(value)
    except (RecursionError, ValueError):
        return "too much to show"
    return text if len(text) <= 60 else f"{text[:57]}..."
