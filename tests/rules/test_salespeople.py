"""How salespeople put a request, what they learn, whom they tell."""

from collections import Counter

import pytest

from model.rules.salespeople.choose_practice.name_tag import name_tag
from model.rules.salespeople.choose_practice.phone_rep import phone_rep
from model.rules.salespeople.choose_practice.phone_unit import phone_unit
from model.rules.salespeople.choose_practice.plain_mail import plain_mail
from model.rules.salespeople.choose_practice.repertoire import repertoire
from model.rules.salespeople.learn.average import average
from model.rules.salespeople.learn.delta_rule import delta_rule
from model.rules.salespeople.learn.last_outcome import last_outcome
from model.rules.salespeople.share_book.pooled import pooled
from model.rules.salespeople.share_book.private import private
from model.rules.salespeople.share_book.tit_for_team import tit_for_team
from model.world.codes import NAME_TAG, PHONE_REP, PHONE_UNIT, PLAIN_MAIL
from tests.helpers.runs import plainly, row

N = 9_000
GRID = [(k + 0.5) / N for k in range(N)]


def tie(value: float, known: int = 1, n: int = 1, number: int = 0):
    """One rep on a page."""
    return row(known=known, n=n, value=value, number=number)


def practices(*ties) -> dict[int, float]:
    """Shares of practices in the repertoire, with ε = 0.1 and a threshold of 0.4."""
    rule, parameters = plainly(repertoire), row(exploration=0.1, book_threshold=0.4, share_phoned=1.0 / 3.0)
    return {code: n / N for code, n in Counter(rule(list(ties), parameters, u) for u in GRID).items()}


@pytest.mark.parametrize(
    ("rule", "practice"),
    [(plain_mail, PLAIN_MAIL), (name_tag, NAME_TAG), (phone_unit, PHONE_UNIT), (phone_rep, PHONE_REP)],
)
def test_a_single_practice_is_used_whatever_the_draw(rule, practice):
    assert {plainly(rule)([], row(), u) for u in (0.001, 0.5, 0.999)} == {practice}


def test_repertoire_writes_to_everybody_while_nobody_proved_helpful():
    assert practices(tie(0.39), tie(0.9, known=0), tie(0.9, n=0)) == {PLAIN_MAIL: 1.0}


def test_repertoire_names_a_helpful_rep_but_for_the_explored_share():
    assert practices(tie(0.4), tie(0.1)) == pytest.approx({PLAIN_MAIL: 0.1, NAME_TAG: 0.9}, abs=2 / N)


def test_repertoire_calls_in_the_stated_share_of_cases_when_a_helpful_reps_number_is_known():
    expected = {PLAIN_MAIL: 0.1, PHONE_REP: 0.3, NAME_TAG: 0.6}
    assert practices(tie(0.8, number=1), tie(0.1)) == pytest.approx(expected, abs=2 / N)


def test_repertoire_does_not_call_on_account_of_an_unhelpful_reps_number():
    assert practices(tie(0.8), tie(0.1, number=1)) == pytest.approx({PLAIN_MAIL: 0.1, NAME_TAG: 0.9}, abs=2 / N)


def test_delta_rule_moves_a_fifth_of_the_way_with_a_learning_rate_of_a_fifth():
    # 0.5 + 0.2 (1 − 0.5) = 0.6
    assert plainly(delta_rule)(row(value=0.5, n=7), 1.0, row(learning_rate=0.2)) == pytest.approx(0.6)


def test_average_remembers_the_mean_of_all_outcomes():
    memory, rewards = row(value=0.2, n=0), [1.0, 0.0, 0.5, 0.1]
    for reward in rewards:
        memory.value = plainly(average)(memory, reward, row())
        memory.n += 1
    assert memory.value == pytest.approx(sum(rewards) / len(rewards))


def test_last_outcome_forgets_all_but_the_newest():
    assert plainly(last_outcome)(row(value=0.9, n=50), 0.25, row()) == 0.25


def person(given: int = 0, received: int = 0):
    """A colleague's account with the team."""
    return row(given=given, received=received)


def test_a_private_book_is_never_shared():
    assert plainly(private)(person(), person(), row(p_share=1.0), 1e-9) == 0


def test_a_pooled_book_is_shared_with_the_stated_chance():
    told = [plainly(pooled)(person(), person(0, 99), row(p_share=0.25), u) for u in GRID]
    assert sum(told) / N == pytest.approx(0.25, abs=2 / N)


@pytest.mark.parametrize(("given", "received", "told"), [(0, 0, 1), (0, 1, 1), (0, 2, 0), (2, 3, 1), (2, 4, 0)])
def test_tit_for_team_tells_colleagues_who_took_at_most_one_name_more_than_they_gave(given, received, told):
    assert plainly(tit_for_team)(person(), person(given, received), row(p_share=0.5), 0.49) == told
    assert plainly(tit_for_team)(person(), person(given, received), row(p_share=0.5), 0.51) == 0
