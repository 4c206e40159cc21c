"""How it ends: the work is done, the notice comes, the salesperson learns, the order is claimed."""

from model.story.case import DESK_MESSAGES, Step
from model.story.narrator import Narrator
from model.story.phrases.registry import tells
from model.story.words import dollars, joined, possessive, share
from model.world import codes


@tells(codes.L_COMPLETED)
def completed(n: Narrator, scene: list[Step]) -> str:
    """A rep finishes the work, and the notice goes to the salesperson in charge."""
    step = scene[0]
    line = f"{n.rep(step.actor, step.time)} was done"
    between = [before for before in n.case.steps if before.event == codes.L_STARTED][-1:]
    if between and n.case.steps.index(step) - n.case.steps.index(between[0]) > 2:
        line += f", {n.lasted(step.value)} after beginning"
    return line + (f"; {notice(n, scene[1:])}" if len(scene) > 1 else "")


@tells(codes.L_NOTICE)
def notice(n: Narrator, scene: list[Step]) -> str:
    """The completion notice (OPC) reaches the salesperson, with or without a name."""
    step = scene[0]
    to = n.seller(step.actor, step.time).rstrip(",")
    sent = sum(one.event in DESK_MESSAGES for one in n.case.steps)
    since = f"{n.lasted(step.value)} after the {'last ' if sent > 1 else ''}message"
    if step.other == codes.NOBODY:
        return f"the completion notice (OPC) reached {to} {since} and named nobody{n.cite('000-42')}"
    name = n.rep_named(step.other, step.time)
    opc = f"the completion notice (OPC), with {possessive(name)} name on it"
    return f"{opc}, reached {to} {since}{n.cite('000-38')}"


@tells(codes.L_LEARNED)
def learned(n: Narrator, scene: list[Step]) -> str:
    """What the salesperson makes of the outcome: one lesson for each rep concerned."""
    seller = n.seller(scene[0].actor, scene[0].time)
    lessons = [_lesson(n, step) for step in scene]
    scale = " of who is prompt (0 never, 1 at once)" if n.first("lesson") else ""
    return f"In {possessive(seller.split(',')[0])} reckoning{scale} {joined(lessons)}"


def _lesson(n: Narrator, step: Step) -> str:
    name, value, before = n.rep_named(step.other, step.time), step.value, n.case.lesson_before(step)
    threshold = n.result.scenario.learning.book_threshold
    line = f"{name} stood at {share(value)}"
    if before is not None and share(value) != share(before):
        line = f"{name} {'rose' if value > before else 'fell'} from {share(before)} to {share(value)}"
    if value >= threshold and (before is None or before < threshold):
        return f"{line}, enough for the contact book{n.cite('000-35')}"
    if before is not None and before >= threshold > value:
        return f"{line}, too little for the contact book{n.cite('000-35')}"
    return line


@tells(codes.L_CLAIMED)
def claimed(n: Narrator, scene: list[Step]) -> str:
    """The salesperson reports the order inside the request as an own sale."""
    step, order = scene[0], float(n.facts["order"])
    what = dollars(step.value)
    if step.value < 0.995 * order:
        what = f"{what} of the order's {dollars(order)}"
    seller = n.seller(step.actor, step.time)
    return f"{seller} claimed the order as a personal sale: {what}{n.cite('000-14')}"


@tells(codes.L_VOIDED)
def voided(n: Narrator, scene: list[Step]) -> str:
    """The supervisor's audit strikes the claim."""
    step = scene[0]
    seller, supervisor = n.seller(step.actor, step.time), n.supervisor(step.other)
    return (
        f"{seller} claimed the order as a personal sale{n.cite('000-14')}, but {supervisor}, the team's "
        f"supervisor, checked and struck the {dollars(step.value)}{n.cite('000-15')}"
    )


@tells(codes.L_GIVEN_UP)
def given_up(n: Narrator, scene: list[Step]) -> str:
    """The customer gives the matter up."""
    return f"{n.customer()} gave it up"
