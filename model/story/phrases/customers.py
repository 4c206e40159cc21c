"""What customers do: they call the desk, hang up, write to a unit, ask what has become of their request."""

from model.story.case import DESK_MESSAGES, Step
from model.story.narrator import Narrator
from model.story.phrases.registry import tells
from model.story.words import dollars, possessive
from model.world import codes


@tells(codes.L_CALLED_DESK)
def called(n: Narrator, scene: list[Step]) -> str:
    """A customer calls the desk, is answered or not, and may be sent away to the unit."""
    call = scene[0]
    first = n.case.steps[0].row == call.row
    customer = n.customer()
    to = n.seller(call.other, call.time) if n.result.scenario.people.call_routing == "owner" else "the desk"
    line = f"{customer} called {to} with {n.matter()}" if first else f"{customer} called {_bare(to)} again"
    for step in scene[1:]:
        line += _WHAT_FOLLOWS[step.event](n, step, call)
    return line


def _answered(n: Narrator, step: Step, call: Step) -> str:
    """The wait is what the time from dialling to the end of wrap-up leaves beside talk and wrap-up."""
    talk = float(n.facts["talk"])
    waited = step.time - call.time - talk - n.result.scenario.calls.wrap_minutes
    after = "at once" if waited < 0.5 else f"after {n.lasted(waited)}"
    return f"; {n.seller(step.actor, step.time)} picked up {after}"


def _hung_up(n: Narrator, step: Step, call: Step) -> str:
    return f"; nobody picked up, and after {n.lasted(step.value)} {n.caller} hung up"


def _blocked(n: Narrator, step: Step, call: Step) -> str:
    return "; every line was taken"


def _sent_away(n: Narrator, step: Step, call: Step) -> str:
    return f", but did not take service requests{n.cite('000-11')} and sent {n.caller} on to the unit"


_WHAT_FOLLOWS = {
    codes.L_ANSWERED: _answered,
    codes.L_HUNG_UP: _hung_up,
    codes.L_BLOCKED: _blocked,
    codes.L_SENT_AWAY: _sent_away,
}


def _bare(name: str) -> str:
    return name.rstrip(",")


@tells(codes.L_ANSWERED)
def answered(n: Narrator, scene: list[Step]) -> str:
    """A call is answered after other things have happened."""
    seller = n.seller(scene[0].actor, scene[0].time)
    asked = int(scene[0].value) == codes.PROMPT_CALL
    return f"{seller} took {possessive(n.caller)} call" + (" about how things stood" if asked else "")


@tells(codes.L_HUNG_UP)
def hung_up(n: Narrator, scene: list[Step]) -> str:
    """A caller's patience ends."""
    return f"{n.customer()} hung up after {n.lasted(scene[0].value)}"


@tells(codes.L_BLOCKED)
def blocked(n: Narrator, scene: list[Step]) -> str:
    """A caller finds no line free."""
    return f"{n.customer()} found every line taken"


@tells(codes.L_SENT_AWAY)
def sent_away(n: Narrator, scene: list[Step]) -> str:
    """The desk does not take the request on."""
    seller = n.seller(scene[0].actor, scene[0].time)
    return f"{seller} did not take service requests{n.cite('000-11')} and sent {n.caller} on to the unit"


@tells(codes.L_WROTE_UNIT)
def wrote(n: Narrator, scene: list[Step]) -> str:
    """A customer mails the unit's shared mailbox."""
    return _direct(n, scene[0], f"wrote to the shared mailbox of {n.unit}{n.cite('000-26')}")


@tells(codes.L_PHONED_UNIT)
def phoned(n: Narrator, scene: list[Step]) -> str:
    """A customer puts a request to the unit's helpline."""
    return _direct(n, scene[0], f"rang the helpline of {n.unit}{n.cite('000-27')}")


def _direct(n: Narrator, step: Step, did: str) -> str:
    steps = n.case.steps
    if steps[0].row == step.row:
        return f"{n.customer()} went past the desk and {did} with {n.matter()}"
    sent = any(before.event in DESK_MESSAGES for before in steps if before.row < step.row)
    return f"{n.customer()} {did}" + (f", now that the desk had failed with {n.it()}" if sent else "")


@tells(codes.L_PROMPTED)
def prompted(n: Narrator, scene: list[Step]) -> str:
    """A customer calls the desk to ask about an open request."""
    to = _bare(n.seller(scene[0].other, scene[0].time))
    row = n.cite("000-28")
    return f"{n.customer()} " + n.vary(
        "prompted",
        f"rang {to} to ask what had become of it{row}",
        f"rang {to} once more about it",
        f"rang {to} yet again",
    )


@tells(codes.L_TO_FIELD)
def to_field(n: Narrator, scene: list[Step]) -> str:
    """A deal is too large for the desk."""
    why = ", too large for the desk," if n.result.scenario.people.desk_open else ""
    deal = f"a deal of {dollars(scene[0].value)}{why}"
    return f"{n.customer()} came with {deal} and was sent to the field salesforce{n.cite('000-04')}"


@tells(codes.L_SOLD)
def sold(n: Narrator, scene: list[Step]) -> str:
    """A customer's own enquiry ends in a sale."""
    return f"{n.seller(scene[0].actor, scene[0].time)} closed the sale: {dollars(scene[0].value)}"
