"""Field notes of one issue for the page: the story in paragraphs, beside its timeline."""

from typing import TYPE_CHECKING, Any

from experiments.seminar.limits import Refusal
from experiments.seminar.texts import short
from model.story import Moment
from model.story.case import case_of
from model.story.ledger import account
from model.story.narrator import Narrator
from model.story.pick import PICKS, pick_issue
from model.story.tell import paragraphs
from model.story.timeline import moments
from model.story.words import clock, day_of
from model.world import codes

if TYPE_CHECKING:
    from model.simulation import Result


def notes(result: "Result", pick: str | None, issue: int | None) -> dict[str, Any]:
    """The story of the issue that shows a kind of life best, or of one by its number (see PROTOCOL.md, story)."""
    if not len(result.world.requests):
        raise Refusal(
            "Field notes tell the life of a service request, and no requests arise in this scenario; choose mtel."
        )
    number = pick_issue(result, pick) if pick is not None else issue
    case = case_of(result, number)
    narrator = Narrator(case)
    told = moments(narrator)
    facts = case.facts
    is_request = int(facts["kind"]) < codes.REQUESTS_END
    return {
        "issue": int(number), "pick": pick if pick in PICKS else None,
        "heading": f"Issue {number}: {Narrator(case).matter()}, {narrator.firm}",
        "text": paragraphs(told, case.day_minutes),
        "moments": [_moment(one, case.day_minutes) for one in told],
        "facts": {
            "kind": codes.ISSUE_KINDS[int(facts["kind"])], "unit": narrator.unit if is_request else "",
            "order": short(facts["order"], 6), "state": codes.ISSUE_STATES[int(facts["state"])],
        },
        "tally": account(narrator),
    }  # fmt: skip


def _moment(one: Moment, day_minutes: float) -> dict[str, Any]:
    return {
        "day": day_of(one.time, day_minutes), "end_day": day_of(one.end, day_minutes),
        "clock": clock(one.time, day_minutes), "time": short(one.time, 9), "end": short(one.end, 9), "who": one.who,
        "what": one.what, "channel": one.channel, "sentence": one.sentence,
    }  # fmt: skip
