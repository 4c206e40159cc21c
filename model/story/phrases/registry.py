"""Which sentence tells which line of the log: one phrase for every event that opens a scene."""

from collections.abc import Callable

from model.world import codes

PHRASES: dict[int, Callable] = {}
"""From the event that opens a scene to what tells it: `(narrator, scene) -> sentence, no full stop`."""

DECISIONS = (codes.L_EXPEDITED, codes.L_LOGGED, codes.L_REFUSED, codes.L_IGNORED, codes.L_SET_ASIDE)
BEGINNING = (codes.L_STARTED, codes.L_JUMPED)

MERGED: dict[int, tuple[int, ...]] = {
    codes.L_CALLED_DESK: (codes.L_ANSWERED, codes.L_HUNG_UP, codes.L_BLOCKED, codes.L_SENT_AWAY),
    codes.L_PROMPTED: (codes.L_ANSWERED,),
    codes.L_EXPEDITED: BEGINNING,
    codes.L_PASSED_ON: (*DECISIONS, *BEGINNING),
    codes.L_CHASE_ANSWERED: (*DECISIONS, codes.L_MOVED_UP, *BEGINNING),
    codes.L_STARTED: (codes.L_JUMPED,),
    codes.L_UPDATED: (codes.L_UPDATED,),
    codes.L_COMPLETED: (codes.L_NOTICE,),
    codes.L_LEARNED: (codes.L_LEARNED,),
}
"""From the event that opens a scene to the events that are told in the same sentence when they follow it."""

AT_ONCE = tuple(MERGED.keys() - {codes.L_CALLED_DESK, codes.L_PROMPTED, codes.L_UPDATED})
"""Openings that take in only what happens at the same moment."""

NO_ISSUE = (
    codes.L_TURN, codes.L_REVIEW, codes.L_PROMOTED, codes.L_STYLE, codes.L_PRAISED, codes.L_MET, codes.L_FAVOUR,
)  # fmt: skip
"""Lines of the log that belong to no issue and to nobody's leaving, so that no story needs them."""

OF_CALLS = (
    codes.L_CALL_CAME, codes.L_CALL_BLOCKED, codes.L_CALLER_LEFT, codes.L_CALL_TAKEN, codes.L_CALL_ENDED,
    codes.L_CALLER_GONE, codes.L_OFFERED, codes.L_OFFER_TAKEN, codes.L_SALE_LOST, codes.L_LET_GO, codes.L_ENDED_FIRST,
    codes.L_LISTENED, codes.L_LEFT_MENU, codes.L_PASSED_TO_LINE, codes.L_PUT_THROUGH, codes.L_CALL_BACK,
    codes.L_REFUSED_CALL, codes.L_HANDED_ON, codes.L_ASKED, codes.L_DISPUTED, codes.L_CONCEDED,
    codes.L_ALMOST, codes.L_GAVE_IN, codes.L_STAYED, codes.L_CAUGHT, codes.L_ORDER_FAILED,
    codes.L_HELP_ASKED, codes.L_HELP_REFUSED, codes.L_HELPED, codes.L_SELF_SERVED, codes.L_SELF_FAILED,
)  # fmt: skip
"""Lines of the log about a call to a centre, which has a number of its own and is no issue."""


def tells(*events: int) -> Callable[[Callable], Callable]:
    """Declare the function that tells scenes which open with one of these events."""

    def declare(function: Callable) -> Callable:
        for event in events:
            PHRASES[event] = function
        return function

    return declare
