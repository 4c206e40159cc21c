"""What reps do: oblige, refuse, order their work, take requests from the bucket."""

from collections import Counter

import pytest

from model.rules.reps.order_of_work.bucket_before_own import bucket_before_own
from model.rules.reps.order_of_work.phone_bucket_mail import phone_bucket_mail
from model.rules.reps.order_of_work.phone_mail_bucket import phone_mail_bucket
from model.rules.reps.pick_request.first_in_first_out import first_in_first_out
from model.rules.reps.pick_request.shortest_of_first import shortest_of_first
from model.rules.reps.pick_request.skip_any import skip_any
from model.rules.reps.respond.by_disposition import by_disposition
from model.rules.reps.respond.by_the_book import by_the_book
from model.rules.reps.respond.customers_only import customers_only
from model.world.codes import BUCKET, EXPEDITE, LOG, MAIL, NOTHING, OWN, PHONE, REFUSE, SET_ASIDE
from tests.helpers.runs import plainly, row

N = 10_000
GRID = [(k + 0.5) / N for k in range(N)]
VOICES = row(
    legitimacy_customer_voice=1.0, legitimacy_own_voice=0.4, refusal_customer_voice=0.2,
    refusal_own_voice=0.6, overload_erosion=0.1,
)  # fmt: skip
MAILED = row(acceptance=0.5, cost_of_refusing=0.25)
CUSTOMER, OWN_VOICE = row(voice=1), row(voice=0)


def answers(request, disposition=0.6, excess=0, friend=0, restraint=0.0, channel=MAILED) -> list[float]:
    """Shares of doing it at once, logging, setting aside and refusing."""
    rep, rule = row(disposition=disposition, excess=excess), plainly(by_disposition)
    counts = Counter(rule(rep, request, channel, friend, restraint, VOICES, u) for u in GRID)
    return [counts[answer] / N for answer in (EXPEDITE, LOG, SET_ASIDE, REFUSE)]


def test_a_rep_obliges_by_disposition_legitimacy_and_channel():
    # at once 0.6·1·0.5 = 0.3; refusal (1 − 0.3)(1 − 0.6)·0.2·(1 − 0.25) = 0.042; of the rest 0.4 is set aside
    assert answers(CUSTOMER) == pytest.approx([0.3, 0.6 * 0.658, 0.4 * 0.658, 0.042], abs=2 / N)


def test_a_request_in_the_salespersons_own_voice_is_obliged_less_and_refused_more():
    # at once 0.6·0.4·0.5 = 0.12; refusal 0.88·0.4·0.6·0.75 = 0.1584; of the rest 0.4 is set aside
    assert answers(OWN_VOICE) == pytest.approx([0.12, 0.6 * 0.7216, 0.4 * 0.7216, 0.1584], abs=2 / N)


def test_a_friend_is_heard_as_a_customer_is_and_never_refused():
    assert answers(OWN_VOICE, friend=1) == pytest.approx([0.3, 0.42, 0.28, 0.0], abs=2 / N)


def test_every_request_beyond_the_fair_share_erodes_willingness():
    # 0.6·0.9²·0.5 = 0.243
    assert answers(CUSTOMER, excess=2)[0] == pytest.approx(0.243, abs=2 / N)


def test_restraint_suppresses_its_share_of_obliging():
    assert answers(CUSTOMER, restraint=0.5)[0] == pytest.approx(0.15, abs=2 / N)


def test_a_wholly_willing_rep_never_refuses_nor_lets_a_request_lie():
    assert answers(CUSTOMER, disposition=1.0) == pytest.approx([0.5, 0.5, 0.0, 0.0], abs=2 / N)


def test_the_book_logs_and_customers_only_refuses_whatever_the_draw():
    arguments = (row(disposition=1.0, excess=0), CUSTOMER, MAILED, 1, 0.0, VOICES)
    assert {plainly(by_the_book)(*arguments, u) for u in (0.001, 0.999)} == {LOG}
    assert {plainly(customers_only)(*arguments, u) for u in (0.001, 0.999)} == {REFUSE}


@pytest.mark.parametrize(
    ("rule", "order"),
    [
        (phone_mail_bucket, [PHONE, MAIL, OWN, BUCKET]),
        (phone_bucket_mail, [PHONE, OWN, BUCKET, MAIL]),
        (bucket_before_own, [PHONE, MAIL, BUCKET, OWN]),
    ],
)
def test_a_rep_turns_to_the_first_kind_of_work_in_the_order_that_is_waiting(rule, order):
    place = {PHONE: 0, MAIL: 1, OWN: 2, BUCKET: 3}
    waiting = [2, 2, 2, 2]
    for kind in [*order, NOTHING]:
        assert plainly(rule)(*waiting) == kind
        if kind != NOTHING:
            waiting[place[kind]] = 0


def bucket(*work: float):
    """Tasks 10, 11, … in a bucket, each with the given minutes of work."""
    return {10 + k: row(next=11 + k, minutes=minutes) for k, minutes in enumerate(work)}, 10, len(work)


def picks(rule, work, adherence: float, depth: int) -> dict[int, float]:
    """How often each task is picked."""
    parameters = row(fifo_adherence=adherence, skip_depth=depth)
    counts = Counter(plainly(rule)(*bucket(*work), parameters, u) for u in GRID)
    return {task: count / N for task, count in counts.items()}


def test_first_in_first_out_takes_the_oldest_however_long_it_is():
    assert picks(first_in_first_out, [90.0, 1.0, 5.0], 0.0, 3) == {10: 1.0}


def test_shortest_of_first_takes_the_shortest_within_its_depth_when_it_skips():
    assert picks(shortest_of_first, [9.0, 7.0, 8.0, 1.0], 0.75, 3) == pytest.approx({10: 0.75, 11: 0.25}, abs=2 / N)


def test_shortest_of_first_looks_no_further_than_the_bucket_is_long():
    assert picks(shortest_of_first, [9.0, 7.0], 0.0, 50) == {11: 1.0}


def test_skip_any_takes_each_within_its_depth_with_the_same_chance_when_it_skips():
    expected = {10: 0.7 + 0.1, 11: 0.1, 12: 0.1}
    assert picks(skip_any, [9.0, 7.0, 8.0, 1.0], 0.7, 3) == pytest.approx(expected, abs=2 / N)
