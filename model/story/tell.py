"""Field notes: the life of one issue in plain English, day by day."""

from itertools import groupby, pairwise
from textwrap import fill

from model.scenario import ScenarioError
from model.story.case import case_of
from model.story.ledger import account
from model.story.narrator import Narrator
from model.story.pick import pick_issue
from model.story.timeline import Moment, moments
from model.story.words import capital, clock, counted, day_of, duration, moment

WIDTH = 92
"""Characters in a line."""

SILENCE = 3
"""Days without a line in the log from which the notes remark on it."""


def tell(result, pick: str | None = None, issue: int | None = None) -> str:
    """The life of one issue, told from the event log as an ethnographer's field notes.

    Parameters
    ----------
    result : a run with its event log, from `simulate(..., log=True)`.
    pick : 'slowest', 'tagged', 'refused' or 'jumped' (see `pick_issue`); 'tagged' if nothing is chosen.
    issue : number of an issue instead.

    Returns
    -------
    str
        A heading, a paragraph a day, and a closing account. Evidence rows stand in square brackets where a
        practice of the sources first appears.

    Raises
    ------
    ScenarioError : one sentence: no such issue, no issue of that kind, or no log.
    """
    if pick is not None and issue is not None:
        raise ScenarioError(f"Pick {pick} and issue {issue} both choose an issue; give only one of them.")
    case = case_of(result, pick_issue(result, pick or "tagged") if issue is None else issue)
    narrator = Narrator(case)
    heading = (
        f"Field notes on issue {case.issue} ({result.scenario.name}, seed {result.seed}). Names of people, "
        "firms and products are invented; everything else is on the record of the run."
    )
    parts = [heading, *paragraphs(moments(narrator), case.day_minutes), f"Tally. {account(narrator)}"]
    return "\n\n".join(fill(part, WIDTH, break_on_hyphens=False) for part in parts)


def paragraphs(told: list[Moment], day_minutes: float) -> list[str]:
    """The moments as prose: a paragraph a day, each of which opens with the day."""
    written = []
    for _, group in groupby(told, key=lambda one: day_of(one.time, day_minutes)):
        today = list(group)
        lines = [f"{moment(today[0].time, day_minutes)} {today[0].sentence}"]
        lines += [_placed(one, before, day_minutes) for before, one in pairwise(today)]
        written.append((today, lines))
    for (today, lines), (following, _) in pairwise(written):
        silent = day_of(following[0].time, day_minutes) - day_of(today[-1].end, day_minutes) - 1
        if silent >= SILENCE:
            lines.append(f"Then {counted(silent, 'day')} passed without a line about it in the log.")
    return [" ".join(lines) for _, lines in written]


def _placed(one: Moment, before: Moment, day_minutes: float) -> str:
    """A sentence with its time: minutes after the last one, or the hour when it is far off."""
    gap = one.time - before.end
    if gap < 0.5:
        return one.sentence
    if gap < 50.0:
        return f"{capital(duration(gap, day_minutes))} later {_inside(one.sentence)}"
    return f"At {clock(one.time, day_minutes)} {_inside(one.sentence)}"


def _inside(sentence: str) -> str:
    """A sentence as it reads after its time; all but names open in lower case."""
    return sentence[:1].lower() + sentence[1:] if sentence.startswith(("The ", "In ")) else sentence
