"""What reps say on the telephone: they answer chases, and may act on them; they call with updates."""

from model.story.case import Step
from model.story.narrator import Narrator
from model.story.phrases.registry import tells
from model.story.phrases.unit import begun, entered, kept
from model.story.words import often
from model.world import codes
from model.world.codes import NOBODY

SIGHTS = {
    codes.IN_WORK: "it was being worked on",
    codes.DONE: "it was done already",
    codes.AT_UNIT: "nobody had got to it yet",
    codes.AT_DESK: "it was back with the desk",
    codes.LOST: "there was no trace of it",
    codes.IGNORED: "nothing had been done",
    codes.LYING: "it had been set aside",
}
"""What there was to see about a request, by its state."""

SHELVED = {codes.IGNORED: "who had let it lie", codes.LYING: "who had set it aside"}
FOUND = {
    codes.LOST: ", found no trace of the request",
    codes.IGNORED: ", found that nothing had been done",
    codes.LYING: ", found it set aside",
}
"""What a rep finds who is made to look: as the one who shelved the request, and as another."""


@tells(codes.L_CHASE_ANSWERED)
def chase_answered(n: Narrator, scene: list[Step]) -> str:
    """A rep answers a chase: what the rep could see, and what came of it."""
    step, state = scene[0], int(scene[0].value)
    rep, own = n.rep(step.actor, step.time), state in SHELVED and step.again
    moved = len(scene) > 1 and scene[1].event == codes.L_MOVED_UP
    if moved:
        line = f"{rep} answered"
    elif own:
        line = f"{rep.rstrip(',')}, {SHELVED[state]}, took the call"
    else:
        line = f"{rep} {n.vary('took', 'took the call', 'answered', 'picked up')}"
    if len(scene) == 1:
        return line + _sight(n, step, state)
    if scene[1].event == codes.L_STARTED:
        return line + _sight(n, step, state) + begun(n, scene)
    return line + _change(n, scene[1], state, own) + begun(n, scene)


def _sight(n: Narrator, step: Step, state: int) -> str:
    """What a rep could see who did nothing about it."""
    if state != codes.IN_BUCKET:
        return f": {SIGHTS.get(state, 'there was nothing to tell')}"
    if step.holder == NOBODY:
        return n.vary(
            "in the bucket",
            ": it stood in the bucket, and there it stayed",
            ": it was still in the bucket, and no nearer",
            ": the bucket still had it",
        )
    if step.holder == step.actor:
        return " and still had it to do"
    return f": it was still with {n.rep_named(step.holder, step.time)}, waiting"


def _change(n: Narrator, step: Step, state: int, own: bool) -> str:
    """What a chase moved a rep to do."""
    if step.event == codes.L_MOVED_UP:
        return f" and took the request out of the bucket to do it next{n.cite('000-31')}"
    found = "" if own else FOUND.get(state, "")
    if step.event == codes.L_EXPEDITED:
        return f"{found} and {kept(n)}"
    if step.event == codes.L_LOGGED:
        return f"{found} and {entered(n, step)} after all{n.cite('000-30')}"
    if step.event == codes.L_REFUSED:
        return f"{found} and {'this time ' if own else ''}turned it down{n.cite('000-23')}"
    return f"{found} and let it lie {'again' if own else 'without saying so'}{n.cite('000-23')}"


@tells(codes.L_MOVED_UP)
def moved_up(n: Narrator, scene: list[Step]) -> str:
    """A rep takes a request out of the bucket to do it next."""
    step = scene[0]
    return f"{n.rep(step.actor, step.time)} took it out of the bucket to do it next{n.cite('000-31')}"


@tells(codes.L_UPDATED)
def updated(n: Narrator, scene: list[Step]) -> str:
    """A rep calls the salesperson to say how things stand."""
    step = scene[0]
    rep = n.rep(step.actor, step.time)
    whom = n.seller(step.other, step.time).rstrip(",") if step.other != NOBODY else "the desk"
    times = f" {often(len(scene))}" if len(scene) > 1 else ""
    return f"{rep} called {whom}{times} to say how things stood{n.cite('000-17')}"
