"""What an issue cost: minutes of reps by kind, contacts, and the time to completion beside the median."""

import numpy as np

from model.story.case import MESSAGES, OUTCOMES, Case
from model.story.narrator import Narrator
from model.story.words import counted, day_of, dollars, joined, number
from model.world import codes

CONTACTS = (codes.L_ANSWERED, *MESSAGES, codes.L_CHASED, codes.L_UPDATED)
"""Lines of the log that are a contact: a call taken, a message, a chase, an update call."""

FAILED = (codes.L_LOST, codes.L_REFUSED, codes.L_IGNORED)
"""Outcomes whose minutes are booked as lost work."""

WORK = {
    codes.PRODUCTION: "production",
    codes.TRANSCRIPTION: "transcription",
    codes.UPDATE: "updates",
    codes.CHASE: "chases",
    codes.HELPLINE_TIME: "the helpline",
    codes.REFUSED: "refused or lost work",
}
"""What reps spend minutes on, in words that follow 'on'."""


def rep_minutes(case: Case) -> dict[int, float]:
    """Minutes of reps spent on an issue, by kind of work.

    A message costs its transcription or its telephone talk, booked as lost work when it was lost, refused or
    ignored; a chase costs an enquiry, booked to the helpline when the customer made it; the work is what the
    time from start to completion leaves beside the update calls. What a message cost on a channel that may
    arrive by mail or by telephone is not told by the log, and not counted.
    """
    channels, minutes, updates = case.result.scenario.channels, dict.fromkeys(WORK, 0.0), 0
    taking = {"mail": channels.transcription_minutes, "phone": channels.enquiry_minutes}
    entering = {"mail": codes.TRANSCRIPTION, "phone": codes.HELPLINE_TIME}
    for step in case.steps:
        if step.event in OUTCOMES and step.through in taking:
            kind = codes.REFUSED if step.event in FAILED else entering[step.through]
            minutes[kind] += taking[step.through]
        elif step.event == codes.L_CHASE_ANSWERED:
            by_desk = step.other != codes.NOBODY
            minutes[codes.CHASE if by_desk else codes.HELPLINE_TIME] += channels.enquiry_minutes
        elif step.event == codes.L_UPDATED:
            minutes[codes.UPDATE] += channels.update_minutes
            updates += 1
        elif step.event == codes.L_COMPLETED:
            minutes[codes.PRODUCTION] += step.value - updates * channels.update_minutes
    return minutes


def n_contacts(case: Case) -> int:
    """Contacts made over an issue: calls taken, messages to the unit, chases, updates."""
    return sum(step.event in CONTACTS for step in case.steps)


def median_of_desk(result) -> float:
    """Median time from need to completion of the requests that the desk took on and saw done (minutes)."""
    requests, issues = result.world.requests, result.world.issues[result.world.requests["issue"]]
    done = (requests["desk"] == 1) & (issues["state"] == codes.DONE)
    times = requests["completed"][done] - issues["arises"][done]
    return float(np.median(times)) if len(times) else float("nan")


def account(n: Narrator) -> str:
    """The closing lines: what became of the order, and what the issue cost."""
    return " ".join([*_loose_ends(n), _spent(n), *_taken(n), *_compared(n)])


def _spent(n: Narrator) -> str:
    minutes = {kind: round(spent) for kind, spent in rep_minutes(n.case).items() if spent >= 0.5}
    if not minutes:
        return "No rep's time was spent on it, as far as the log shows."
    kinds = sorted(minutes, key=minutes.__getitem__, reverse=True)
    first = f"{counted(minutes[kinds[0]], 'minute')} on {WORK[kinds[0]]}"
    rest = [f"{number(minutes[kind])} on {WORK[kind]}" for kind in kinds[1:]]
    return f"Reps spent, as far as the log shows, {joined([first, *rest])}."


def _taken(n: Narrator) -> list[str]:
    """Contacts, and the time to completion or how the matter stands."""
    facts, contacts = n.facts, counted(n_contacts(n.case), "contact")
    request, state = facts["kind"] < codes.REQUESTS_END, int(facts["state"])
    if request and state == codes.DONE:
        time = n.lasted(float(facts["completed"] - facts["arises"]))
        return [f"From need to completion it took {contacts} and {time}."]
    if state in (codes.DONE, codes.FIELD):
        return [f"It took {contacts}."]
    if state == codes.GIVEN_UP:
        return [f"After {contacts} the customer gave it up."]
    last = day_of(max(0.0, float(n.result.world.clock["now"]) - 1e-6), n.case.day_minutes)
    return [f"When the log ends, on day {last}, after {contacts}, it is {codes.ISSUE_STATES[state]}."]


def _compared(n: Narrator) -> list[str]:
    """Beside it, the median of the requests that the desk took on."""
    median = median_of_desk(n.result)
    if n.facts["kind"] >= codes.REQUESTS_END or np.isnan(median):
        return []
    return [f"The median request that the desk took on in this run took {n.lasted(median)}."]


def _loose_ends(n: Narrator) -> list[str]:
    """What one would expect in the log and does not find: a claim for an order, a sale."""
    events, order = {step.event for step in n.case.steps}, float(n.facts["order"])
    credited = events & {codes.L_CLAIMED, codes.L_VOIDED, codes.L_SOLD}
    if n.facts["state"] != codes.DONE or order <= 0.0 or credited:
        return []
    if n.facts["kind"] == codes.ORDER:
        return [f"Nobody at the desk claimed the order of {dollars(order)}."]
    answered = n.facts["kind"] == codes.OPPORTUNITY and codes.L_ANSWERED in events
    return ["No sale came of it."] if answered else []
