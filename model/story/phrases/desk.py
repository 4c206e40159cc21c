"""What salespeople do: they pass requests on, name reps, speak in somebody's voice, and chase."""

from model.story.case import Step
from model.story.narrator import Narrator
from model.story.phrases.registry import tells
from model.story.words import possessive
from model.world import codes


@tells(codes.L_FORWARDED)
def forwarded(n: Narrator, scene: list[Step]) -> str:
    """A salesperson puts the request to the unit."""
    step = scene[0]
    return f"{n.seller(step.actor, step.time)} {_put(n, step)}{_voice(n, step)}"


@tells(codes.L_REPEATED)
def repeated(n: Narrator, scene: list[Step]) -> str:
    """A salesperson who was refused tries again."""
    step = scene[0]
    return f"{n.seller(step.actor, step.time)} tried again and {_put(n, step)}{_voice(n, step)}"


def _put(n: Narrator, step: Step) -> str:
    """How the request was put: practice, channel, and the rep who was named."""
    again = step.event == codes.L_REPEATED
    it = "it" if again else n.it()
    name = n.rep_named(step.other, step.time) if step.other != codes.NOBODY else ""
    if step.channel == codes.TAGGED_MAIL:
        box = f"the shared mailbox of {n.unit}" if n.first("mailed") else "the same mailbox"
        return f"mailed {it} to {box}, with {possessive(name)} name in the subject line{n.cite('000-36')}"
    if step.channel == codes.DIRECT_NUMBER:
        return f"put {it} to {name} of {n.unit} over the direct number{n.cite('000-29')}"
    if step.channel == codes.FACE_TO_FACE:
        return f"asked {name} of {n.unit} face to face{n.cite('000-24')}"
    if step.channel == codes.HELPLINE:
        return f"put {it} to whoever was free on the helpline of {n.unit}"
    box = f"the shared mailbox of {n.unit}" if n.first("mailed") else "the same mailbox"
    return f"mailed {it} to {box}, for whoever would open it{n.cite('000-26')}"


def _voice(n: Narrator, step: Step) -> str:
    """In whose voice, which only the desk's last message still tells."""
    if step.row != n.case.last_message:
        return ""
    said = "writing" if step.channel in (codes.MAILBOX, codes.TAGGED_MAIL) else "speaking"
    if n.facts["voice"]:
        return f", {said} in {possessive(n.firm)} voice{n.cite('000-41')}"
    return f", {said} in {possessive(n.actor(step))} own voice{n.cite('000-22')}"


@tells(codes.L_CHASED)
def chased(n: Narrator, scene: list[Step]) -> str:
    """The salesperson, or the customer who deals with the unit, asks about an open request."""
    step = scene[0]
    if step.seller == codes.NOBODY:
        return f"{n.customer()} rang the helpline of {n.unit} to ask what had become of it{n.cite('000-28')}"
    seller = n.seller(step.actor, step.time)
    if step.channel == codes.HELPLINE:
        first = "rang the unit's helpline to chase it"
        how = n.vary("helpline", first, "rang the helpline once more", "rang the helpline yet again")
        return f"{seller} {how}{n.cite('000-28')}"
    rep = n.rep_named(step.other, step.time)
    first = f"rang {possessive(rep)} direct number to chase it"
    how = n.vary(f"direct {rep}", first, f"rang {rep} about it once more", f"rang {rep} yet again")
    return f"{seller} {how}{n.cite('000-29')}"


@tells(codes.L_NUMBER)
def number(n: Narrator, scene: list[Step]) -> str:
    """A talk leaves the salesperson with a rep's direct number."""
    step = scene[0]
    rep = n.rep_named(step.other, step.time)
    seller = n.seller(step.actor, step.time)
    return f"{seller} came out of the talk with {possessive(rep)} direct number{n.cite('000-35')}"


@tells(codes.L_TIE)
def tie(n: Narrator, scene: list[Step]) -> str:
    """A talk founds a personal tie."""
    step = scene[0]
    rep = n.rep_named(step.other, step.time)
    seller = n.seller(step.actor, step.time).split(",")[0]
    return f"{seller} and {rep} were on personal terms from that talk on{n.cite('000-24')}"
