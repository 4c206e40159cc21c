"""The life of one issue as a list of moments, each with its sentence and the lines of the log it rests on."""

from dataclasses import dataclass

from model.story.case import Step, case_of
from model.story.narrator import Narrator
from model.story.phrases import AT_ONCE, MERGED, PHRASES
from model.story.words import capital
from model.world import codes

ON_A_CHANNEL = (codes.L_FORWARDED, codes.L_REPEATED, codes.L_CHASED, codes.L_WROTE_UNIT, codes.L_PHONED_UNIT)
CONTINUED = (codes.L_STARTED, codes.L_JUMPED, codes.L_UPDATED, codes.L_LEARNED)
"""Lines told in one sentence with the line before only if the same person acts."""


@dataclass(frozen=True)
class Moment:
    """One moment in the life of an issue.

    Attributes
    ----------
    time, end : when it began and when it was over, in working minutes.
    who : the person who acted.
    what : the event of the log that it begins with, in the words of `codes.LOG_EVENTS`.
    channel : the channel a message or chase took, in the words of `codes.CHANNELS`; '' where there is none.
    sentence : the moment in plain English, a whole sentence.
    rows : rows of the log that the sentence rests on.
    """

    time: float
    end: float
    who: str
    what: str
    channel: str
    sentence: str
    rows: tuple[int, ...]


def timeline(result, issue: int) -> list[Moment]:
    """The moments of an issue in order.

    Parameters
    ----------
    result : a run with its event log.
    issue : number of the issue, its row in `result.world.issues`.

    Raises
    ------
    ScenarioError : no such issue, or no log.
    """
    return moments(Narrator(case_of(result, issue)))


def moments(narrator: Narrator) -> list[Moment]:
    """The moments of a narrator's case; departures of people concerned stand among them."""
    case = narrator.case
    lines = sorted([*case.steps, *case.departures()], key=lambda step: step.row)
    return [_moment(narrator, scene) for scene in scenes(lines)]


def scenes(lines: list[Step]) -> list[list[Step]]:
    """The lines grouped: each opens a scene or is told in the sentence of an earlier one."""
    found, left = [], list(lines)
    while left:
        scene = [left.pop(0)]
        place = 0
        while place < len(left) and (here := _place_of(left[place], scene)) != "after":
            if here == "inside":
                scene.append(left.pop(place))
            else:
                place += 1
        found.append(scene)
    return found


def _place_of(line: Step, scene: list[Step]) -> str:
    """Whether a line belongs 'inside' a scene, 'between' its lines as a scene of its own, or 'after' it."""
    opening = scene[0]
    at_once = line.time == opening.time
    if line.event in (codes.L_NUMBER, codes.L_TIE) and at_once:
        return "between"
    if line.event not in MERGED.get(opening.event, ()) or (opening.event in AT_ONCE and not at_once):
        return "after"
    if line.event in CONTINUED:
        return "inside" if line.actor == scene[-1].actor else "after"
    return "inside"


def _moment(narrator: Narrator, scene: list[Step]) -> Moment:
    opening = scene[0]
    sentence = f"{PHRASES[opening.event](narrator, scene)}."
    return Moment(
        time=opening.time,
        end=scene[-1].time,
        who=narrator.actor(opening),
        what=codes.LOG_EVENTS[opening.event],
        channel=codes.CHANNELS[opening.channel] if opening.event in ON_A_CHANNEL else "",
        sentence=capital(sentence),
        rows=tuple(step.row for step in scene),
    )
