"""People who leave while an issue they had a hand in is open."""

from model.story.case import Step
from model.story.names import name_of_person
from model.story.narrator import Narrator
from model.story.phrases.registry import tells
from model.world import codes


@tells(codes.L_LEFT, codes.L_DISMISSED)
def seller_left(n: Narrator, scene: list[Step]) -> str:
    """A salesperson leaves, and the contact book with that person; somebody else takes the post."""
    step = scene[0]
    leaver = name_of_person(n.result, "salesperson", step.actor, step.time, leaving=True)
    heir = n.seller(step.actor, step.time).split(",")[0]
    how = "was dismissed" if step.event == codes.L_DISMISSED else "left the desk"
    return f"{leaver} {how}, taking the contact book along{n.cite('000-32')}; {heir} took over the post"


@tells(codes.L_REP_LEFT)
def rep_left(n: Narrator, scene: list[Step]) -> str:
    """A rep leaves the unit; somebody else takes the post."""
    step = scene[0]
    leaver = name_of_person(n.result, "rep", step.actor, step.time, leaving=True)
    return f"{leaver} left the unit; {n.rep_named(step.actor, step.time)} took over the post"
