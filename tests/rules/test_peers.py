"""Whom colleagues ask and whether they help (004-02..06): the chances that the rules state."""

import pytest

from model.rules.peers.give_help.always import always
from model.rules.peers.give_help.by_norms import by_norms
from model.rules.peers.give_help.for_the_firm import for_the_firm
from model.rules.peers.give_help.never import never
from model.rules.peers.whom_to_ask.by_trust import by_trust
from model.rules.peers.whom_to_ask.most_helpful import most_helpful
from model.rules.peers.whom_to_ask.most_trusted import most_trusted
from model.rules.peers.whom_to_ask.somebody_new import somebody_new
from model.world.codes import NOBODY
from tests.helpers.runs import plainly, row

N = 4000
GRID = [(k + 0.5) / N for k in range(N)]
RULES = row(gift_to_stranger=0.5, reciprocity=0.6, debt_half=1.0, credit=10.0, grudge_half=5.0, p_stranger=0.2)
GIVER = row(beneficence=0.4, goodwill=0.5, identity=0.3)


def chance(rule, giver=GIVER, trust=0.0, received=0.0, owed=0.0, grudge=0.0, pull=1.0, parameters=RULES) -> float:
    """How often a rule gives help."""
    rule = plainly(rule)
    return sum(rule(giver, trust, received, owed, grudge, pull, parameters, u) for u in GRID) / N


def contact(trust=0.0, value=0.0, grudge=0.0, present=1):
    return row(trust=trust, value=value, grudge=grudge, present=present)


def asked(rule, ties, parameters=RULES) -> dict[int, float]:
    """How often a rule asks each place of a contact list."""
    chosen = [plainly(rule)(ties, len(ties), parameters, u) for u in GRID]
    return {place: chosen.count(place) / N for place in set(chosen)}


def test_a_stranger_gets_the_gift_that_needs_no_trust():
    # b g k = 0.4 · 0.5 · 0.5
    assert chance(by_norms) == pytest.approx(0.1, abs=2 / N)


def test_a_gift_grows_with_trust_to_all_of_beneficence():
    # b g (k + (1 − k) T) = 0.2 at full trust
    assert chance(by_norms, trust=1.0) == pytest.approx(0.2, abs=2 / N)


def test_a_gift_does_not_ask_what_the_other_owes():
    """004-05: regardless of the recipient's ability to reciprocate; being owed is a negative debt of the giver."""
    assert chance(by_norms, owed=-20.0) == chance(by_norms, owed=0.0)


def test_help_is_returned_even_by_who_gives_nothing_unasked():
    # r R / (R + h) = 0.6 · 2 / 3
    nobody_s_friend = row(beneficence=0.0, goodwill=1.0, identity=0.0)
    assert chance(by_norms, nobody_s_friend, received=2.0) == pytest.approx(0.4, abs=2 / N)
    assert chance(by_norms, nobody_s_friend) == 0.0


def test_gift_and_exchange_are_two_chances_to_help():
    # 1 − (1 − 0.1) (1 − 0.3)
    assert chance(by_norms, received=1.0) == pytest.approx(0.37, abs=2 / N)


def test_exchange_is_halved_when_the_asker_has_used_up_the_credit():
    # 1 − (1 − 0.1) (1 − 0.3 / 2)
    assert chance(by_norms, received=1.0, owed=-10.0) == pytest.approx(0.235, abs=2 / N)


def test_a_grudge_is_negative_reciprocity():
    # 0.1 · (1 − 0.6 · 5 / 10); without the norm of reciprocity a grudge is not acted on
    assert chance(by_norms, grudge=5.0) == pytest.approx(0.07, abs=2 / N)
    unforced = row(gift_to_stranger=0.5, reciprocity=0.0, debt_half=1.0, credit=10.0, grudge_half=5.0)
    assert chance(by_norms, grudge=5.0, parameters=unforced) == pytest.approx(0.1, abs=2 / N)


def test_what_pulls_less_is_answered_less():
    assert chance(by_norms, received=1.0, pull=0.5) == pytest.approx(0.185, abs=2 / N)


def test_regard_for_the_firm_helps_strangers_and_friends_alike():
    assert chance(for_the_firm) == chance(for_the_firm, trust=1.0, received=5.0) == pytest.approx(0.3, abs=2 / N)


def test_always_and_never_are_the_two_ends():
    assert chance(always, pull=0.0) == 1.0
    assert chance(never, trust=1.0, received=9.0) == 0.0


def test_the_most_trusted_is_asked_unless_a_grudge_stands_against_it_or_nobody_is_there():
    ties = [contact(trust=0.4), contact(trust=0.6), contact(trust=0.9, present=0)]
    assert asked(most_trusted, ties) == pytest.approx({NOBODY: 0.2, 1: 0.8}, abs=2 / N)
    ties[1].grudge = 1.0  # 0.6 / 2 is below 0.4
    assert asked(most_trusted, ties) == pytest.approx({NOBODY: 0.2, 0: 0.8}, abs=2 / N)


def test_the_most_helpful_is_asked_however_little_trusted():
    ties = [contact(trust=0.9, value=0.1), contact(trust=0.0, value=0.5), contact(value=0.9, present=0)]
    assert asked(most_helpful, ties) == pytest.approx({NOBODY: 0.2, 1: 0.8}, abs=2 / N)


def test_contacts_at_hand_are_asked_in_proportion_to_trust():
    ties = [contact(trust=0.1), contact(trust=0.3), contact(trust=0.5, present=0)]
    assert asked(by_trust, ties) == pytest.approx({NOBODY: 0.2, 0: 0.2, 1: 0.6}, abs=3 / N)


def test_somebody_new_is_asked_whoever_is_in_the_list():
    assert asked(somebody_new, [contact(trust=1.0, value=1.0)]) == {NOBODY: 1.0}


def test_with_nobody_in_reach_somebody_new_is_asked():
    for rule in (most_trusted, most_helpful, by_trust):
        assert asked(rule, [contact(trust=0.9, value=0.9, present=0)]) == {NOBODY: 1.0}
