"""What salespeople come to know of reps, and what they do with it (000-08, 24, 29, 32, 34..39)."""

import numpy as np
import pytest

from model.simulation import simulate
from model.world.codes import (
    AT_UNIT, DIRECT_NUMBER, FACE_TO_FACE, HELPLINE, L_DISMISSED, L_FORWARDED, L_LEARNED, L_NUMBER, L_REPEATED, L_TIE,
    MAILBOX, TAGGED_MAIL,
)  # fmt: skip
from model.world.books import ties_in_books
from tests.helpers.organisations import small
from tests.helpers.runs import events, stop_at

ONE_UNIT = {
    "people__units": 1, "people__reps_per_unit": 4, "people__share_ex_service": 1.0,
    "learning__residual_contacts": 20,
    "salespeople__choose_practice": "name_tag", "reps__refusal_customer_voice": 0.0,
    "reps__refusal_own_voice": 0.0,
    "people__turnover_per_year": 0.0, "managers__dismissal": "never", "people__rep_turnover_per_year": 0.0,
    "people__accounts": 4, "reps__disposition_sd": 0.35, "run__days": 120,
    "learning__inverse_temperature": 8.0,
    "tagged_mail__addressability": 1.0, "tagged_mail__acceptance": 1.0,
    "demand__requests_per_account_day": 2.0,
    "learning__reward_half_life": 8.0, "learning__prior_value": 0.4, "learning__book_threshold": 0.4,
}  # fmt: skip
"""Salespeople from the unit, who know some of its reps, name one in every mail and are never refused."""


def kept(world) -> np.ndarray:
    """Ties in contact books."""
    return ties_in_books(world)[0]


def channels(result) -> set[int]:
    """Channels on which requests were sent to units."""
    sent = np.concatenate([events(result, L_FORWARDED), events(result, L_REPEATED)])
    assert len(sent) > 50
    return {int(channel) for channel in sent["value"]}


def namings(result) -> np.ndarray:
    """How often each rep was named in a message, counted from the log."""
    sent = np.concatenate([events(result, L_FORWARDED), events(result, L_REPEATED)])["other"]
    return np.bincount(sent[sent >= 0], minlength=len(result.world.reps))


def shares_to_best(**changes) -> np.ndarray:
    """Share of namings that went to the most compliant of four reps, over seeds."""
    results = [simulate(small(**(ONE_UNIT | changes)), seed, log=True) for seed in range(12)]
    best = [int(result.world.reps["disposition"].argmax()) for result in results]
    return np.array([namings(run)[rep] / namings(run).sum() for run, rep in zip(results, best, strict=True)])


def test_an_anonymous_completion_notice_teaches_nothing():
    anonymous = {"channels__completion_notice_names_rep": False}
    taught = simulate(small(**(ONE_UNIT | anonymous)), 1, log=True)
    assert namings(taught).sum() > 300 and len(events(taught, L_LEARNED)) == 0
    assert (kept(taught.world)["value"] == 0.4).all()  # as before any experience
    talking = ONE_UNIT | anonymous | {"people__share_ex_service": 0.0, "salespeople__choose_practice": "phone_unit"}
    novices = simulate(small(**talking), 1)
    assert (kept(novices.world)["n"] == 0).all() and len(kept(novices.world)) == 16


def test_without_names_on_notices_requests_concentrate_no_more_than_chance():
    # whoever is known is known by chance, so each of four reps is named in a quarter of the requests
    shares = shares_to_best(channels__completion_notice_names_rep=False)
    assert abs(shares.mean() - 0.25) < 4.0 * shares.std(ddof=1) / np.sqrt(len(shares))


def test_with_names_on_notices_requests_concentrate_on_the_most_compliant_rep():
    gain = shares_to_best() - shares_to_best(channels__completion_notice_names_rep=False)
    assert gain.mean() > 4.0 * gain.std(ddof=1) / np.sqrt(len(gain))


def test_with_names_on_notices_but_no_firmness_of_choice_nobody_is_preferred():
    shares = shares_to_best(learning__inverse_temperature=0.0)
    assert abs(shares.mean() - 0.25) < 4.0 * shares.std(ddof=1) / np.sqrt(len(shares))


def test_a_naming_is_counted_once_however_often_the_request_comes_up_again():
    # every tag is honoured and no mail lost, so whoever is named hears of it, but for what is still unread
    result = simulate(small(**ONE_UNIT, channels__p_lost=0.0, salespeople__chase_rate=3.0), 1, log=True)
    unread = namings(result) - result.world.reps["n_named"]
    assert (unread >= 0).all() and unread.sum() <= (result.world.issues["state"] == AT_UNIT).sum()


def test_a_hire_from_a_unit_knows_some_reps_and_numbers_there_and_nobody_elsewhere():
    world = stop_at(small(people__share_ex_service=1.0, learning__residual_contacts=2), [1e-6])[0]
    ties, pages = ties_in_books(world)
    for post in range(len(world.salespeople)):
        page = ties[pages // 2 == post]
        assert 1 <= len(page) <= 2 and len(np.unique(page["rep"])) == len(page)
        assert (page["number"] == 1).all() and (page["known"] == 1).all()
        assert (page["rep"] // 3 == world.salespeople["old_unit"][post]).all()


def test_a_novice_knows_nobody():
    world = stop_at(small(people__share_ex_service=0.0), [1e-6])[0]
    assert (world.books["n"] == 0).all() and (world.salespeople["old_unit"] == -1).all()


def test_a_dismissal_leaves_an_empty_contact_book_to_the_successor():
    scenario = small(
        people__share_ex_service=0.0, incentives__quota_multiple=20.0, incentives__attribution="originator",
        managers__dismissal_periods=1, incentives__review_days=10,
    )  # fmt: skip
    before, after = stop_at(scenario, [4800.0, 4800.0 + 1e-6], log=True)
    assert (kept(before)["known"] == 1).sum() > 5 and (kept(before)["n"] > 0).any()
    assert (after.log["event"] == L_DISMISSED).sum() == 4
    assert (after.salespeople["person"] == 1).all() and (after.salespeople["practice"] == 0.0).all()
    for column in ("known", "number", "friend", "n", "used", "chosen"):
        assert not kept(after)[column].any(), column
    assert (kept(after)["value"] == scenario.learning.prior_value).all()


def test_people_who_meet_become_friends_and_people_who_only_write_do_not():
    together = small(people__co_located=True, salespeople__choose_practice="phone_rep", learning__meeting_tie=0.1)
    apart = small(salespeople__choose_practice="phone_rep", learning__phone_tie=0.0)
    met, wrote = (simulate(scenario, 1, log=True) for scenario in (together, apart))
    assert met.measures["personal_ties"] > 1.0
    assert len(events(met, L_TIE)) == kept(met.world)["friend"].sum()
    assert len(events(wrote, L_TIE)) == wrote.measures["personal_ties"] == 0.0


def test_friends_are_more_obliging_to_a_request_in_ones_own_voice():
    both = {"people__co_located": True, "salespeople__choose_practice": "phone_rep",
            "salespeople__p_customer_voice": 0.0, "people__share_ex_service": 1.0}  # fmt: skip
    friends, strangers = small(learning__meeting_tie=1.0, **both), small(learning__meeting_tie=0.0, **both)
    gain = [
        simulate(strangers, seed).measures["refusal_share"] - simulate(friends, seed).measures["refusal_share"]
        for seed in range(6)
    ]
    assert np.mean(gain) > 4.0 * np.std(gain, ddof=1) / np.sqrt(6)


@pytest.mark.parametrize(
    ("practice", "co_located", "used"),
    [
        ("plain_mail", False, {MAILBOX}),
        ("phone_unit", False, {HELPLINE}),
        ("name_tag", False, {MAILBOX, TAGGED_MAIL}),
        ("phone_rep", False, {MAILBOX, TAGGED_MAIL, DIRECT_NUMBER}),
        ("phone_rep", True, {MAILBOX, FACE_TO_FACE}),
    ],
)
def test_a_practice_uses_its_channel_and_falls_back_on_mail_while_nobody_is_known(practice, co_located, used):
    scenario = small(
        salespeople__choose_practice=practice, people__co_located=co_located, people__share_ex_service=0.0,
        channels__updates_per_request=0.0, salespeople__chase_rate=0.5,
    )  # fmt: skip
    assert channels(simulate(scenario, 1, log=True)) == used


def test_a_number_is_got_only_where_the_channel_shows_who_took_it():
    hidden = {f"{channel}__visibility": 0.0 for channel in ("mailbox", "tagged_mail", "helpline", "direct_number")}
    hidden["channels__update_shows_number"] = 0.0
    scenario = small(people__share_ex_service=0.0, **hidden)
    assert len(events(simulate(scenario, 1, log=True), L_NUMBER)) == 0
    assert len(events(simulate(small(people__share_ex_service=0.0), 1, log=True), L_NUMBER)) > 3


def test_memories_fade_to_the_prior_at_the_stated_rate():
    scenario = small(learning__forgetting=0.1, managers__service_turn="from_start", learning__prior_value=0.2)
    at = [480.0 * 12 - 1e-6, 480.0 * 12 + 1e-6]
    before, after = stop_at(scenario, at)
    faded = kept(before)["value"] + 0.1 * (0.2 - kept(before)["value"])
    assert kept(after)["value"] == pytest.approx(faded)
    assert np.ptp(kept(before)["value"]) > 0.1


def test_sharing_passes_good_names_on_within_the_team_only():
    # without update calls names are learned slowly, so that there is something to tell
    slow = {
        "channels__updates_per_request": 0.0,
        "learning__book_threshold": 0.05,
        "incentives__review_days": 2,
        "people__turnover_per_year": 0.0,
        "managers__dismissal": "never",
    }
    private = simulate(small(learning__share_book="private", **slow), 1).world
    pooled = simulate(small(learning__share_book="pooled", learning__p_share=1.0, **slow), 1).world
    assert private.salespeople["given"].sum() == 0
    given = pooled.salespeople["given"].reshape(2, 2).sum(axis=1)
    received = pooled.salespeople["received"].reshape(2, 2).sum(axis=1)
    assert given.sum() > 0 and (given == received).all()


ALL_CALLED = {
    "salespeople__choose_practice": "repertoire", "learning__exploration": 0.0, "learning__book_threshold": 0.0,
    "learning__prior_value": 0.5,
}  # fmt: skip


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_a_stated_share_of_the_requests_that_name_a_rep_is_telephoned(share):
    # 000-45: everybody knows four helpful reps of the unit with their numbers.
    result = simulate(small(**(ONE_UNIT | ALL_CALLED | {"learning__share_phoned": share})), 1, log=True)
    sent = events(result, L_FORWARDED)["value"]
    called, n = np.mean(sent == DIRECT_NUMBER), len(sent)
    assert n > 300 and called == pytest.approx(share, abs=4.0 * (share * (1.0 - share) / n) ** 0.5)


def test_a_direct_number_without_addressability_is_answered_by_the_helpline():
    # 000-33
    called = ONE_UNIT | ALL_CALLED | {"learning__share_phoned": 1.0, "people__rep_turnover_per_year": 0.0}
    reached = simulate(small(**called), 1)
    missed = simulate(small(**(called | {"direct_number__addressability": 0.0})), 1)
    helpline = reached.world.units["helpline"][0]
    assert missed.world.queues["n_in"][helpline] > reached.world.queues["n_in"][helpline] + 300
