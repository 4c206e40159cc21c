"""Names: invented, different, and kept."""

from collections import Counter

import pytest

from model.story.names import (
    BY_ROLE, FIRMS, NAMES, TRADES, UNITS, generation, name_of_account, name_of_caller, name_of_person, name_of_unit,
    product_of_unit,
)  # fmt: skip
from model.world import codes
from tests.story.runs import lively_run, logged


def test_no_first_name_is_dealt_to_two_roles():
    dealt = [name for names in BY_ROLE.values() for name in names]
    assert sorted(dealt) == sorted(set(NAMES))


def test_as_many_firms_as_first_words_times_trades_have_different_names():
    several = len(FIRMS) * len(TRADES)
    names = [name_of_account(account) for account in range(several)]
    assert len(set(names)) == several
    assert name_of_account(several) == f"{name_of_account(0)} 2"


@pytest.mark.parametrize("callers", [12, 53, 200])
def test_no_two_callers_of_an_account_share_a_name(callers):
    for account in (0, 7, 99):
        assert len({name_of_caller(account, caller, callers) for caller in range(callers)}) == callers


def test_units_beyond_the_list_of_products_are_numbered():
    assert name_of_unit(0) == "Private Circuits"
    assert name_of_unit(len(UNITS)) == f"Product {len(UNITS) + 1}"
    assert product_of_unit(len(UNITS)) == f"product {len(UNITS) + 1}"


def test_everybody_in_a_role_has_a_name_of_their_own():
    result = logged(1)
    posts = {"salesperson": result.world.salespeople, "rep": result.world.reps, "manager": result.world.managers}
    names = [name_of_person(result, role, row, 0.0) for role, rows in posts.items() for row in range(len(rows))]
    assert Counter(names).most_common(1)[0][1] == 1


@pytest.mark.parametrize(("role", "code"), [("salesperson", codes.L_LEFT), ("rep", codes.L_REP_LEFT)])
def test_a_person_keeps_the_name_until_leaving_and_the_successor_has_another(role, code):
    runs = (lively_run("first", seed) for seed in range(1, 20))
    result = next(run for run in runs if (run.log["event"] == code).any())
    line = result.log[result.log["event"] == code][0]
    post, time = int(line["actor"]), float(line["time"])
    before = name_of_person(result, role, post, time - 1e-6)
    assert generation(result, role, post, time) == generation(result, role, post, time - 1e-6) + 1
    assert name_of_person(result, role, post, time, leaving=True) == before
    assert name_of_person(result, role, post, time) != before
    assert name_of_person(result, role, post, time) == name_of_person(result, role, post, time + 1e-6)


def test_successors_never_take_a_name_that_was_held_before_in_the_role():
    result = lively_run("first")
    held = Counter()
    for post in range(len(result.world.reps)):
        times = result.log["time"][(result.log["event"] == codes.L_REP_LEFT) & (result.log["actor"] == post)]
        held.update(name_of_person(result, "rep", post, time) for time in [0.0, *times])
    assert sum(held.values()) > len(result.world.reps)
    assert max(held.values()) == 1
