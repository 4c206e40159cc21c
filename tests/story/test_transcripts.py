"""Logs written by hand, and what is told of them, word for word."""

from model.story.names import name_of_caller, name_of_person
from model.story.timeline import timeline
from model.world import codes
from model.world.codes import NOBODY
from tests.story.runs import scripted

NONE = scripted([])
SELLER, RIVAL = (name_of_person(NONE, "salesperson", post, 0.0) for post in (0, 1))
FIRST, SECOND, THIRD = (name_of_person(NONE, "rep", post, 0.0) for post in (0, 1, 2))
SUPERVISOR = name_of_person(NONE, "manager", 0)
CALLER = name_of_caller(0, 0, 12)
"""Account 0 is Halvern Foods, salesperson 0 has it, unit 0 (Private Circuits) has the reps 0, 1 and 2."""

CALL = [(10.0, codes.L_CALLED_DESK, 0, 0, 0.0), (16.5, codes.L_ANSWERED, 0, 0, float(codes.SERVICE_CALL))]
"""A call that is over after 6.5 minutes: 2 of waiting, 3 of talk (facts), 1.5 of wrap-up (calls.wrap_minutes)."""

TAGGED = (20.0, codes.L_FORWARDED, 0, 1, float(codes.TAGGED_MAIL))
DONE = [
    (100.0, codes.L_COMPLETED, 1, 0, 40.0),
    (100.0, codes.L_NOTICE, 0, 1, 80.0),
    (100.0, codes.L_LEARNED, 0, 1, 0.36),
    (100.0, codes.L_CLAIMED, 0, 0, 640.0),
]


def sentences(lines, facts=None, **changes):
    """What is told of a log, sentence by sentence."""
    return [moment.sentence for moment in timeline(scripted(lines, facts, **changes), 0)]


def test_a_tag_that_is_honoured_and_an_order_that_is_claimed():
    lines = [
        *CALL, TAGGED,
        (24.0, codes.L_PASSED_ON, 0, 1, 0.0), (24.0, codes.L_EXPEDITED, 1, 0, 0.0),
        (60.0, codes.L_STARTED, 1, NOBODY, 36.0), (60.0, codes.L_JUMPED, 1, NOBODY, 0.0),
        (64.0, codes.L_UPDATED, 1, 0, 0.0), (68.0, codes.L_UPDATED, 1, 0, 0.0), *DONE,
    ]  # fmt: skip
    assert sentences(lines, {"voice": 1}) == [
        f"{CALLER} at Halvern Foods called {SELLER}, the desk salesperson who has the account, with an order for "
        f"private circuits worth $640; {SELLER} picked up after two minutes.",
        f"{SELLER} mailed the request to the shared mailbox of the Private Circuits unit, with {SECOND}'s name in "
        "the subject line [000-36], writing in Halvern Foods' voice [000-41].",
        f"{FIRST}, another rep, opened the mail, saw the name in it and passed it on to {SECOND}, who kept it to do "
        "personally, past the bucket [000-40].",
        f"{SECOND} began on it after 36 minutes of waiting, while an older request stood in the bucket [000-31].",
        f"{SECOND} called {SELLER} twice to say how things stood [000-17].",
        f"{SECOND} was done, 40 minutes after beginning; the completion notice (OPC), with {SECOND}'s name on it, "
        f"reached {SELLER} an hour and 20 minutes after the message [000-38].",
        f"In {SELLER}'s reckoning of who is prompt (0 never, 1 at once) {SECOND} stood at .36.",
        f"{SELLER} claimed the order as a personal sale: $640 [000-14].",
    ]


def test_a_tag_that_is_not_honoured_and_the_lesson_drawn_from_it():
    lines = [
        (1.0, codes.L_LEARNED, 0, 1, 0.5, 1), (2.0, codes.L_LEARNED, 0, 0, 0.3, 2),
        *CALL, TAGGED, (24.0, codes.L_LOGGED, 0, NOBODY, 0.0), (90.0, codes.L_STARTED, 0, NOBODY, 66.0),
        (100.0, codes.L_COMPLETED, 0, 0, 10.0), (100.0, codes.L_NOTICE, 0, 0, 80.0),
        (100.0, codes.L_LEARNED, 0, 0, 0.42), (100.0, codes.L_LEARNED, 0, 1, 0.39),
    ]  # fmt: skip
    told = sentences(lines, {"voice": 0})
    assert told[1].endswith(f", writing in {SELLER}'s own voice [000-22].")
    assert told[2] == (
        f"{FIRST}, another rep, opened the mail, did not pass it on to {SECOND}, and entered it in the bucket, to "
        "wait its turn [000-30]."
    )
    # learning.book_threshold is .4: one rep climbs over it, the other falls below.
    assert told[5] == (
        f"In {SELLER}'s reckoning of who is prompt (0 never, 1 at once) {FIRST} rose from .30 to .42, enough for the "
        f"contact book [000-35] and {SECOND} fell from .50 to .39, too little for the contact book."
    )


def test_a_request_that_is_refused_then_ignored_then_set_aside_then_moved_up():
    plain = float(codes.MAILBOX)
    lines = [
        *CALL, (20.0, codes.L_FORWARDED, 0, NOBODY, plain), (24.0, codes.L_REFUSED, 0, 0, 0.0),
        (28.0, codes.L_REPEATED, 0, NOBODY, plain), (32.0, codes.L_IGNORED, 1, 0, 0.0),
        (60.0, codes.L_PROMPTED, 0, 0, 0.0), (65.0, codes.L_ANSWERED, 0, 0, float(codes.PROMPT_CALL)),
        (67.0, codes.L_CHASED, 0, 1, float(codes.DIRECT_NUMBER)),
        (73.0, codes.L_CHASE_ANSWERED, 1, 0, float(codes.IGNORED)), (73.0, codes.L_NUMBER, 0, 1, 0.0),
        (73.0, codes.L_REFUSED, 1, 0, 0.0), (77.0, codes.L_REPEATED, 0, NOBODY, plain),
        (81.0, codes.L_SET_ASIDE, 2, 0, 0.0), (200.0, codes.L_LOGGED, 2, NOBODY, 0.0),
        (210.0, codes.L_CHASED, 0, NOBODY, float(codes.HELPLINE)),
        (216.0, codes.L_CHASE_ANSWERED, 0, 0, float(codes.IN_BUCKET)), (216.0, codes.L_MOVED_UP, 0, 0, 0.0),
        (216.0, codes.L_STARTED, 0, NOBODY, 16.0), (216.0, codes.L_JUMPED, 0, NOBODY, 0.0),
    ]  # fmt: skip
    assert sentences(lines)[1:] == [
        f"{SELLER} mailed the request to the shared mailbox of the Private Circuits unit, for whoever would open it "
        "[000-26].",
        f"{FIRST}, one of the reps there, opened the mail and turned it down [000-23].",
        f"{SELLER} tried again and mailed it to the same mailbox, for whoever would open it.",
        f"{SECOND}, another rep, opened the mail and let it lie without a word to anybody.",
        f"{CALLER} rang {SELLER} to ask what had become of it [000-28].",
        f"{SELLER} rang {SECOND}'s direct number to chase it [000-29].",
        f"{SECOND}, who had let it lie, took the call and this time turned it down.",
        f"{SELLER} came out of the talk with {SECOND}'s direct number [000-35].",
        f"{SELLER} tried again and mailed it to the same mailbox, for whoever would open it, writing in {SELLER}'s "
        "own voice [000-22].",
        f"{THIRD}, a third rep, opened the mail and set it aside [000-30].",
        f"{THIRD} at last entered it in the bucket.",
        f"{SELLER} rang the unit's helpline to chase it.",
        f"{FIRST} answered and took the request out of the bucket to do it next [000-31], beginning at once, 16 "
        "minutes after it had been entered, while an older request stood in the bucket.",
    ]


def test_a_customer_who_goes_past_the_desk_and_whose_mail_is_lost():
    lines = [
        (10.0, codes.L_WROTE_UNIT, 0, 0, 0.0), (14.0, codes.L_LOST, 0, NOBODY, 0.0),
        (900.0, codes.L_CHASED, 0, NOBODY, float(codes.HELPLINE)),
        (906.0, codes.L_CHASE_ANSWERED, 1, NOBODY, float(codes.LOST)), (906.0, codes.L_LOGGED, 1, NOBODY, 0.0),
        (906.0, codes.L_STARTED, 2, NOBODY, 0.0), (920.0, codes.L_COMPLETED, 2, NOBODY, 14.0),
    ]  # fmt: skip
    assert sentences(lines, {"kind": codes.COMPLAINT, "order": 0.0}) == [
        f"{CALLER} at Halvern Foods went past the desk and wrote to the shared mailbox of the Private Circuits unit "
        "[000-26] with a complaint about private circuits.",
        f"{FIRST}, one of the reps there, opened the mail and lost it on the way to the bucket [000-30].",
        f"{CALLER} rang the helpline of the Private Circuits unit to ask what had become of it [000-28].",
        f"{SECOND}, another rep, took the call, found no trace of the request and entered it in the bucket after all.",
        f"{THIRD}, a third rep, began on it at once.",
        f"{THIRD} was done.",
    ]


def test_a_salesperson_who_leaves_is_followed_by_somebody_of_another_name():
    lines = [*CALL, TAGGED, (50.0, codes.L_LEFT, 0, 0, 0.7, NOBODY), *DONE]
    result = scripted(lines)
    heir = name_of_person(result, "salesperson", 0)
    told = [moment.sentence for moment in timeline(result, 0)]
    assert heir not in (SELLER, RIVAL)
    assert told[2] == f"{SELLER} left the desk, taking the contact book along [000-32]; {heir} took over the post."
    assert told[-1] == f"{heir} claimed the order as a personal sale: $640 [000-14]."


def test_a_stranger_who_leaves_is_no_part_of_the_story():
    lines = [
        *CALL,
        TAGGED,
        (50.0, codes.L_LEFT, 1, 0, 0.7, NOBODY),
        (51.0, codes.L_REP_LEFT, 4, NOBODY, 0.0, NOBODY),
        *DONE,
    ]
    assert sentences(lines) == sentences([*CALL, TAGGED, *DONE])


def test_a_rep_who_left_takes_the_blame_for_ignoring_along():
    ignored = [*CALL, (20.0, codes.L_FORWARDED, 0, NOBODY, 0.0), (24.0, codes.L_IGNORED, 1, 0, 0.0)]
    left = (30.0, codes.L_REP_LEFT, 1, NOBODY, 0.0, NOBODY)
    chase = [
        (60.0, codes.L_CHASE_ANSWERED, 1, 0, float(codes.IGNORED)), (60.0, codes.L_LOGGED, 1, NOBODY, 0.0),
    ]  # fmt: skip
    assert "who had let it lie" in sentences([*ignored, *chase])[-1]
    assert "found that nothing had been done" in sentences([*ignored, left, *chase])[-1]


def test_an_audit_strikes_the_claim_and_a_notice_may_name_nobody():
    lines = [
        *CALL, TAGGED, (100.0, codes.L_COMPLETED, 1, 0, 40.0), (100.0, codes.L_NOTICE, 0, NOBODY, 80.0),
        (100.0, codes.L_VOIDED, 0, 0, 640.0),
    ]  # fmt: skip
    told = sentences(lines)
    assert told[-2] == (
        f"{SECOND} was done; the completion notice (OPC) reached {SELLER} an hour and 20 minutes after the message "
        "and named nobody [000-42]."
    )
    assert told[-1] == (
        f"{SELLER} claimed the order as a personal sale [000-14], but {SUPERVISOR}, the team's supervisor, checked "
        "and struck the $640 [000-15]."
    )


def test_half_a_credit_is_told_beside_the_whole_order():
    told = sentences([*CALL, TAGGED, (100.0, codes.L_CLAIMED, 0, 0, 320.0)])
    assert told[-1] == f"{SELLER} claimed the order as a personal sale: $320 of the order's $640 [000-14]."


def test_callers_who_are_not_answered_or_sent_away():
    lines = [
        (10.0, codes.L_CALLED_DESK, 0, 0, 0.0), (10.0, codes.L_BLOCKED, 0, 0, 0.0),
        (20.0, codes.L_CALLED_DESK, 0, 0, 0.0), (25.0, codes.L_HUNG_UP, 0, NOBODY, 5.0),
        (40.0, codes.L_CALLED_DESK, 0, 0, 0.0), (44.5, codes.L_ANSWERED, 0, 0, 0.0),
        (44.5, codes.L_SENT_AWAY, 0, 0, 0.0), (44.5, codes.L_PHONED_UNIT, 0, 0, 0.0),
        (51.0, codes.L_LOGGED, 2, NOBODY, 0.0),
    ]  # fmt: skip
    assert sentences(lines, {"bulk": 1}) == [
        f"{CALLER} at Halvern Foods called {SELLER}, the desk salesperson who has the account, with an order for "
        "private circuits worth $640, part of a larger project [000-37]; every line was taken.",
        f"{CALLER} called {SELLER} again; nobody picked up, and after five minutes {CALLER} hung up.",
        f"{CALLER} called {SELLER} again; {SELLER} picked up at once, but did not take service requests [000-11] and "
        f"sent {CALLER} on to the unit.",
        f"{CALLER} rang the helpline of the Private Circuits unit [000-27].",
        f"{THIRD}, one of the reps there, answered the telephone and entered it in the bucket, to wait its turn "
        "[000-30].",
    ]


def test_sales_enquiries_need_no_unit():
    sale = [*CALL[:1], (16.5, codes.L_ANSWERED, 0, 0, float(codes.SALES_CALL)), (16.5, codes.L_SOLD, 0, 0, 640.0)]
    told = sentences(sale, {"kind": codes.OPPORTUNITY})
    assert "with a wish to buy worth $640;" in told[0]
    assert told[1] == f"{SELLER} closed the sale: $640."
    deal = sentences([(10.0, codes.L_TO_FIELD, 0, NOBODY, 90_000.0)], {"kind": codes.OPPORTUNITY})
    assert deal == [
        f"{CALLER} at Halvern Foods came with a deal of $90,000, too large for the desk, and was sent to the field "
        "salesforce [000-04]."
    ]


def test_requests_by_telephone_and_face_to_face():
    phone = [*CALL, (20.0, codes.L_FORWARDED, 0, 1, float(codes.DIRECT_NUMBER)), (26.0, codes.L_IGNORED, 1, 0, 0.0)]
    told = sentences(phone, {"voice": 1})
    assert told[1] == (
        f"{SELLER} put the request to {SECOND} of the Private Circuits unit over the direct number [000-29], speaking "
        "in Halvern Foods' voice [000-41]."
    )
    assert told[2] == f"{SECOND} answered the telephone and let it lie without saying so [000-23]."
    met = [*CALL, (20.0, codes.L_FORWARDED, 0, 1, float(codes.FACE_TO_FACE)), (26.0, codes.L_TIE, 0, 1, 0.0),
           (26.0, codes.L_EXPEDITED, 1, 0, 0.0), (26.0, codes.L_STARTED, 1, NOBODY, 0.0)]  # fmt: skip
    told = sentences(met, {"voice": 1}, people__co_located=True)
    assert told[1].startswith(f"{SELLER} asked {SECOND} of the Private Circuits unit face to face [000-24], speaking")
    assert told[2] == f"{SELLER} and {SECOND} were on personal terms from that talk on."
    assert told[3] == f"{SECOND} listened and kept it to do personally, past the bucket [000-40], beginning at once."
