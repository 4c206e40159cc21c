"""What reps do with a message: open it, honour its tag or not, take it on, log, refuse, ignore or lose it."""

from model.story.case import Step
from model.story.narrator import Narrator
from model.story.phrases.registry import DECISIONS, tells
from model.world import codes
from model.world.codes import NOBODY


@tells(*DECISIONS, codes.L_LOST)
def met(n: Narrator, scene: list[Step]) -> str:
    """A rep reads or hears a request and decides what to do with it."""
    step = scene[0]
    return f"{n.rep(step.actor, step.time)} {_opened(n, step)} {decision(n, step)}{begun(n, scene)}"


def _opened(n: Narrator, step: Step) -> str:
    """How the rep came by the request, and whether a name tag was honoured."""
    if step.through == "later":
        return "at last"
    if step.through == "phone":
        return "listened and" if step.channel == codes.FACE_TO_FACE else "answered the telephone and"
    opened = "opened the mail" if step.through == "mail" else "received the message"
    if step.channel != codes.TAGGED_MAIL or step.named == NOBODY or step.event == codes.L_LOST:
        return f"{opened} and"
    if step.named == step.actor:
        return f"was the one who {opened}, and"
    return f"{opened}, did not pass it on to {n.rep_named(step.named, step.time)}, and"


def decision(n: Narrator, step: Step) -> str:
    """What a rep did with a request."""
    if step.event == codes.L_EXPEDITED:
        return kept(n)
    if step.event == codes.L_LOGGED:
        row = n.cite("000-30")
        turn = n.vary("logged", ", to wait its turn", "") if step.through != "later" and step.other == NOBODY else ""
        return f"{entered(n, step)}{turn}{row}"
    if step.event == codes.L_REFUSED:
        return f"turned it down{n.cite('000-23')}"
    if step.event == codes.L_SET_ASIDE:
        return f"set it aside{n.cite('000-30')}"
    if step.event == codes.L_IGNORED:
        unsaid = "without saying so" if step.through == "phone" else "without a word to anybody"
        return f"let it lie {unsaid}{n.cite('000-23')}"
    return f"lost it on the way to the bucket{n.cite('000-30')}"


def entered(n: Narrator, step: Step) -> str:
    """A request was entered in the unit's bucket, or in that of a rep."""
    if step.other == NOBODY:
        return "entered it in the bucket"
    if step.other == step.actor:
        return "kept it, to do it in its turn"
    return f"entered it in the bucket of {n.rep_named(step.other, step.time)}"


def kept(n: Narrator) -> str:
    """The rep will do it personally, on a list that passes the bucket by."""
    row = n.cite("000-40")
    return n.vary(
        "kept",
        f"kept it to do personally, past the bucket{row}",
        f"took it on personally, past the bucket{row}",
    )


@tells(codes.L_PASSED_ON)
def passed_on(n: Narrator, scene: list[Step]) -> str:
    """A rep opens a tagged mail and passes it on to the rep it names, who decides."""
    step = scene[0]
    reader, named = n.rep(step.actor, step.time), n.rep_named(step.other, step.time)
    line = f"{reader} opened the mail, saw the name in it and passed it on to {named}"
    return line + (f", who {decision(n, scene[1])}{begun(n, scene)}" if len(scene) > 1 else "")


@tells(codes.L_STARTED)
def started(n: Narrator, scene: list[Step]) -> str:
    """A rep begins the work, in turn or past older requests."""
    step = scene[0]
    return f"{n.rep(step.actor, step.time)} began on it{waited(n, step)}{jumped(n, scene)}"


def begun(n: Narrator, scene: list[Step]) -> str:
    """That the rep began in the same breath, if so, and how long after the request was entered."""
    start = [step for step in scene if step.event == codes.L_STARTED]
    if not start:
        return ""
    late = f", {n.lasted(start[0].value)} after it had been entered" if start[0].value >= 0.5 else ""
    return f", beginning at once{late}{jumped(n, scene)}"


def waited(n: Narrator, start: Step) -> str:
    """How long the request had waited since a rep entered it."""
    if start.value < 0.5:
        return " at once"
    return f" after {n.lasted(start.value)} {'in the bucket' if start.holder == NOBODY else 'of waiting'}"


def jumped(n: Narrator, scene: list[Step]) -> str:
    """Whether an older request stood in the bucket when the work began."""
    if all(step.event != codes.L_JUMPED for step in scene):
        return ""
    return f", while an older request stood in the bucket{n.cite('000-31')}"


@tells(codes.L_JUMPED)
def out_of_turn(n: Narrator, scene: list[Step]) -> str:
    """A rep begins on a request while an older one waits."""
    rep = n.rep(scene[0].actor, scene[0].time)
    return f"{rep} left an older request standing in the bucket{n.cite('000-31')}"
