"""Help among colleagues (004-01..06, 004-12..19): accounts that balance, and the directions of the source."""

import numpy as np
import pytest

from model.measures.helping import contacts, help_matrix, owners_of_contacts
from model.measures.view import View
from model.simulation import Result, simulate
from model.world.codes import HELPING, L_HELP_ASKED, L_HELP_REFUSED, L_HELPED, MINUTES
from tests.helpers.colleagues import colleagues
from tests.helpers.runs import fingerprint

SEEDS = (1, 2, 3, 4)
OUTCOMES = ("n_not_asked", "n_unreached", "n_unwilling", "n_uninformed", "n_misled", "n_too_late", "n_helped")
STEADY = {"helping__topics_change_per_year": 0.0, "norms__debt_fading": 0.0, "norms__trust_fading": 0.0}


def runs(**changes) -> list[Result]:
    """The small centre under a few seeds."""
    return [simulate(colleagues(**changes), seed) for seed in SEEDS]


def mean(results: list[Result], name: str) -> float:
    """Mean of a measure over runs."""
    return float(np.mean([result.measures[name] for result in results]))


def total(result: Result, name: str) -> int:
    """Sum of a column of the diary of help."""
    return int(result.world.help_days[name].sum())


@pytest.fixture(scope="module")
def both() -> list[Result]:
    """Both norms, as the scenario has them."""
    return runs()


@pytest.fixture(scope="module")
def told() -> Result:
    """One run with its log, in which nothing is forgotten and nobody leaves."""
    return simulate(colleagues(**STEADY), 1, log=True)


def test_compiled_and_interpreted_engines_tell_the_same_of_colleagues():
    scenario = colleagues(run__days=6, meetings__meetings_per_month=4.0, helping__share_watched=0.3,
                          people__turnover_per_year=3.0, incentives__review_days=2)  # fmt: skip
    compiled, plain = (simulate(scenario, 3, log=True, interpreted=way) for way in (False, True))
    assert total(compiled, "n_helped") > 20
    assert fingerprint(plain.log) == fingerprint(compiled.log)
    for name in ("peers", "peer_ties", "topics", "answers", "peer_channels", "help_days", "calls", "advisors"):
        assert fingerprint(getattr(plain.world, name)) == fingerprint(getattr(compiled.world, name)), name


def test_every_call_is_matched_mistaken_or_lacking_and_every_question_has_one_outcome(both):
    for result in both:
        days = result.world.help_days
        assert np.array_equal(days["n_calls"], days["n_matched"] + days["n_mistaken"] + days["n_lacking"])
        assert np.array_equal(days["n_lacking"], sum(days[name] for name in OUTCOMES))
        assert min(days[name].sum() for name in OUTCOMES if name != "n_unreached") > 0


def test_what_is_given_is_received_and_booked_as_time_of_the_helpers(told):
    """Minutes are those of the channels by which help was given."""
    world, log = told.world, told.log
    given = log[log["event"] == L_HELPED]
    assert len(given) == world.peers["n_given"].sum() == world.peers["n_received"].sum() > 100
    minutes = world.peer_channels["help_minutes"][given["value"].astype(int)].sum()
    booked = world.ledger["minutes"].reshape(-1, len(MINUTES))[:, HELPING]
    assert booked.sum() == pytest.approx(minutes)


def test_requests_in_the_log_are_those_of_the_diary(told):
    log, channels = told.log, told.world.peer_channels
    asked, refused = (log[log["event"] == event] for event in (L_HELP_ASKED, L_HELP_REFUSED))
    to_one = channels["reach"][asked["value"].astype(int)] == 1
    assert to_one.sum() <= total(told, "n_requests")
    assert len(refused) <= total(told, "n_refused")
    assert (asked["actor"] != asked["other"]).all()
    assert told.world.peers["n_asked"].sum() == len(asked)


def test_what_one_of_a_pair_owes_the_other_is_owed(told):
    """004-06: with nothing forgotten the two accounts of a pair are the same with opposite signs."""
    world = told.world
    n, ties = len(world.peers), contacts(View(world, told.scenario))
    owed, known = np.zeros((n, n)), np.zeros((n, n), bool)
    owners = owners_of_contacts(View(world, told.scenario))
    owed[owners, ties["peer"]], known[owners, ties["peer"]] = ties["owed"], True
    assert np.array_equal(owed[known & known.T], -owed.T[known & known.T])
    assert np.abs(owed).max() >= 3.0


def test_received_favours_of_contacts_are_those_of_the_log(told):
    log = told.log[told.log["event"] == L_HELPED]
    n = len(told.world.peers)
    counted = np.zeros((n, n), int)
    np.add.at(counted, (log["other"], log["actor"]), 1)
    assert np.array_equal(help_matrix(View(told.world, told.scenario)), counted)


def test_without_beneficence_nobody_starts_however_strong_the_norm_of_reciprocity():
    for result in runs(norms__beneficence=0.0, norms__reciprocity=1.0, run__days=10):
        assert result.world.peers["n_given"].sum() == 0
        assert result.measures["questions_answered_share"] == 0.0
        assert result.measures["sharing_takes_hold"] == 0.0


def test_reciprocity_sustains_what_beneficence_starts():
    """004-04, C17: tired of giving without return, people help less in time unless debts are paid."""
    tired = {"norms__beneficence": 0.6, "norms__fatigue": 0.01, "run__days": 80}
    alone, with_return = (runs(norms__reciprocity=r, **tired) for r in (0.0, 0.8))
    assert mean(alone, "questions_answered_share") > 0.1
    assert mean(with_return, "questions_answered_share") > 1.3 * mean(alone, "questions_answered_share")
    assert mean(with_return, "sharing_persistence") > mean(alone, "sharing_persistence") + 0.2


def test_the_norm_of_reciprocity_makes_help_run_both_ways():
    """004-06: the coefficient of the graph of help rises with the norm."""
    alone, with_return = (runs(norms__reciprocity=r) for r in (0.0, 0.9))
    assert mean(with_return, "help_reciprocity") > mean(alone, "help_reciprocity") + 0.05


def test_shared_identity_grows_trust_and_with_it_social_capital_and_sharing():
    """004-01, 004-02, 004-19."""
    apart, shared = (
        runs(groups__office__identity=i, groups__home__identity=i, groups__outsourcer__identity=i,
             norms__identity_same_place=0.0) for i in (0.05, 0.9)
    )  # fmt: skip
    for name in ("trust_mean", "social_capital", "help_per_person_day", "questions_answered_share"):
        assert mean(shared, name) > 1.1 * mean(apart, name), name


def test_without_shared_identity_sharing_takes_hold_later_or_never():
    """004-08: a run in which it never takes hold counts as one that would take longer than it lasted."""

    def days(identity: float) -> float:
        groups = {f"groups__{name}__identity": identity for name in ("office", "home", "outsourcer")}
        results = runs(**groups, norms__identity_same_place=0.0, norms__beneficence=0.8, norms__reciprocity=0.8,
                       norms__gift_to_stranger=0.3, helping__hope_initial=0.1, run__days=60)  # fmt: skip
        starts = [result.measures["sharing_start_day"] for result in results]
        return float(np.mean([60.0 if start != start else start for start in starts]))

    assert days(0.05) > days(0.3) + 5.0 > days(0.9) + 10.0


def test_beneficence_helps_newcomers_who_cannot_have_done_anybody_a_favour():
    """004-05: newcomers are helped under beneficence and regard for the firm, and by no exchange alone."""
    leaving = {"people__turnover_per_year": 2.0, "incentives__review_days": 5}
    for norms, refuses_all in (((0.6, 0.0), False), ((0.0, 1.0), True)):
        results = runs(**leaving, norms__beneficence=norms[0], norms__reciprocity=norms[1])
        asked, refused = (sum(total(result, name) for result in results) for name in ("n_new", "n_new_refused"))
        assert asked > 100
        assert refused == asked if refuses_all else refused < 0.9 * asked


def test_people_of_an_outsourcer_help_less_of_what_they_are_asked(both):
    """004-17: little identity and pay by the call."""
    assert mean(both, "willingness_outsourced") < 0.75 * mean(both, "willingness_in_house")


def test_pay_by_the_call_alone_makes_the_outsourcer_less_willing():
    paid, unpaid = (runs(groups__outsourcer__volume_pay=share) for share in (0.9, 0.0))
    assert mean(paid, "willingness_outsourced") < 0.6 * mean(unpaid, "willingness_outsourced")


def test_knowledge_in_common_grows_by_sharing():
    """004-18: with nothing changing, beliefs come to overlap; without help by discovery alone, more slowly."""
    shared, alone = (runs(**STEADY, helping__give_help=how) for how in ("by_norms", "never"))
    start = [simulate(colleagues(**STEADY), seed, until_day=0) for seed in SEEDS]
    for name in ("knowledge_overlap", "knowledge_share"):
        assert mean(shared, name) > mean(alone, name) + 0.02, name
        assert mean(alone, name) >= mean(start, name), name


def test_overlap_of_the_diary_is_the_measure_where_answers_have_never_changed():
    result = simulate(colleagues(**STEADY, run__days=21), 1, until_day=20)
    again = simulate(colleagues(**STEADY, run__days=21), 1)
    noted = again.world.help_days["overlap"][20]
    assert result.measures["knowledge_overlap"] == pytest.approx(noted, abs=0.01)


def test_calls_resolve_better_with_help():
    helped, alone = (runs(helping__give_help=how) for how in ("always", "never"))
    assert mean(helped, "first_contact_resolution") > mean(alone, "first_contact_resolution") + 0.03
    assert mean(helped, "handle_time_mean_s") > 0.0
    assert mean(alone, "helping_time_share") == 0.0


def test_channels_are_used_by_their_weight_and_answer_by_what_they_are(both):
    """004-16: mail never answers in time, and a rich channel teaches more of what is said."""
    for result in both:
        asked = result.world.peer_channels["n_asked"]
        assert asked / asked.sum() == pytest.approx(np.array([0.5, 1 / 6, 1 / 6, 1 / 6]), abs=0.04)
        shares = [result.measures[f"share_helped_by_{name}"] for name in ("chat", "mail", "list", "screen")]
        assert sum(shares) == pytest.approx(1.0)
    only = {f"peer_channels__{name}__weight": 0.0 for name in ("chat", "list", "screen")}
    assert sum(total(result, "n_helped") for result in runs(**only, run__days=10)) == 0


def test_a_list_reaches_many_and_binds_none():
    """004-16: a broadcast without pull is answered by nobody; with it, more often the more it reaches."""

    def answered(reach: int, pull: float) -> float:
        weights = {f"peer_channels__{name}__weight": 0.0 for name in ("chat", "mail", "screen")}
        return mean(runs(**weights, peer_channels__list__reach=reach, peer_channels__list__pull=pull, run__days=10),
                    "questions_answered_share")  # fmt: skip

    assert answered(6, 0.0) == 0.0
    assert answered(10, 0.3) > 1.2 * answered(3, 0.3)


def test_rich_channels_teach_and_poor_ones_do_not():
    rich, poor = (
        runs(**STEADY, helping__p_discover=0.0, **{f"peer_channels__{name}__richness": richness
             for name in ("chat", "mail", "list", "screen")}) for richness in (1.0, 0.0)
    )  # fmt: skip
    start = [simulate(colleagues(**STEADY), seed, until_day=0) for seed in SEEDS]
    assert mean(poor, "knowledge_share") == pytest.approx(mean(start, "knowledge_share"), abs=0.001)
    assert mean(rich, "knowledge_share") > mean(start, "knowledge_share") + 0.05
    assert mean(poor, "trust_mean") < 0.2 * mean(rich, "trust_mean")


def test_a_monitor_works_at_any_place_and_stands_in_for_no_identity():
    """004-13: where people sit changes nothing for who is watched; watching sets beliefs right but shares nothing."""
    watched = {"helping__share_watched": 0.8, "norms__identity_same_place": 0.0}
    at_home, together = (
        simulate(colleagues(**watched, groups__office__site=site), 1) for site in ("home", "centre")
    )  # fmt: skip
    assert fingerprint(at_home.world.help_days) == fingerprint(together.world.help_days)
    assert total(at_home, "n_corrected") > 50
    low = {f"groups__{name}__identity": 0.05 for name in ("office", "home", "outsourcer")}
    unwatched, seen = runs(**low), runs(**low, helping__share_watched=0.8)
    assert mean(seen, "help_per_person_day") < mean(unwatched, "help_per_person_day")
    assert mean(seen, "social_capital") <= mean(unwatched, "social_capital")
    assert mean(runs(), "help_per_person_day") > mean(unwatched, "help_per_person_day")


def test_after_perfect_technology_the_human_gap_is_left():
    """004-14: every channel at hand and in time leaves no technical gap, and most of what was lacking still lacks."""
    names = ("chat", "mail", "list", "screen")
    perfect = {f"peer_channels__{name}__p_in_time": 1.0 for name in names}
    perfect |= {f"peer_channels__{name}__needs_presence": False for name in names}
    result = runs(**perfect)
    assert mean(result, "gap_technology") == 0.0
    assert mean(result, "gap_human") > 0.3
    willing = runs(**perfect, helping__give_help="always", helping__p_ask=1.0, helping__hope_floor=1.0)
    assert mean(willing, "gap_human") < 0.5 * mean(result, "gap_human")


def test_requests_go_to_who_is_trained_across_sites_and_match_follows_knowledge():
    """004-12: people of every site take calls of the stream; the share that meets the answer is the share known."""
    result = simulate(colleagues(**STEADY, helping__give_help="never", helping__p_discover=0.0, helping__p_doubt=0.0,
                                 run__days=20), 1)  # fmt: skip
    assert (result.world.advisors["n_calls"] > 100).all()
    assert result.measures["match_share"] == pytest.approx(result.measures["knowledge_share"], abs=0.03)
    assert 0.2 < result.measures["share_answered_at_home"] < 0.5


def test_contact_lists_keep_no_more_than_their_size_and_give_up_the_least_trusted():
    result = simulate(colleagues(helping__contacts=3), 1)
    assert result.world.peers["n_contacts"].max() == 3
    assert len(result.world.peer_ties) == 3 * 12


def test_social_capital_is_the_trust_of_all_ties_per_person(both):
    for result in both:
        ties = contacts(View(result.world, result.scenario))
        assert result.measures["social_capital"] == pytest.approx(ties["trust"].sum() / 12)
        assert ((ties["trust"] >= 0.0) & (ties["trust"] <= 1.0)).all()


def test_one_person_less_willing_changes_nobody_s_luck():
    """The calls that come, and their topics, are the same under other norms."""
    first, second = (simulate(colleagues(norms__beneficence=b, service__p_repeat=0.0), 1) for b in (0.0, 0.8))
    assert np.array_equal(first.world.streams["n_calls"], second.world.streams["n_calls"])
    assert np.array_equal(first.world.topics, second.world.topics)


def test_without_topics_nothing_is_asked_and_nothing_kept():
    result = simulate(colleagues(helping__topics=0, run__days=5), 1)
    assert len(result.world.answers) == len(result.world.peer_ties) == total(result, "n_lacking") == 0
    assert np.isnan(result.measures["social_capital"])
