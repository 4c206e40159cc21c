"""A scholar's own rule: from a notebook, compiled, or as one new file."""

import shutil

import numba
import numpy as np
import pytest

from model.scenario import ScenarioError
from model.simulation import simulate
from model.world.codes import L_FORWARDED, L_REPEATED, NOBODY, REFUSE
from tests.helpers.organisations import lively, small
from tests.helpers.runs import REPOSITORY, events, fingerprint, in_a_fresh_interpreter


def last_known(ties, parameters, u):
    """Name the last known rep on the page."""
    chosen = -1
    for i in range(len(ties)):
        if ties[i].known == 1:
            chosen = i
    return chosen


def nobody(ties, parameters, u):
    """Name nobody."""
    return NOBODY


def test_a_plain_function_that_names_nobody_leaves_every_request_unnamed():
    scenario = small(salespeople__choose_practice="name_tag")
    assert (simulate(scenario, 1).world.requests["named"] >= 0).any()
    own = simulate(scenario, 1, rules={"choose_rep": nobody}, log=True)
    assert len(events(own, L_FORWARDED)) > 50
    assert (own.world.requests["named"] == NOBODY).all()
    assert own.world.reps["n_named"].sum() == 0


def test_a_plain_function_is_asked_and_obeyed_at_every_naming():
    said = []

    def listen(ties, parameters, u):
        place = last_known(ties, parameters, u)
        said.append(NOBODY if place == NOBODY else ties[place].rep)
        return place

    own = simulate(small(salespeople__choose_practice="name_tag"), 1, rules={"choose_rep": listen}, log=True)
    sent = own.log[np.isin(own.log["event"], (L_FORWARDED, L_REPEATED))]
    assert said == sent["other"].tolist() and len(events(own, L_REPEATED)) > 0


def test_own_rules_may_take_several_decisions_at_once():
    def never_answer_for_the_desk(rep, request, channel, friend, restraint, parameters, u):
        return REFUSE

    rules = {"respond": never_answer_for_the_desk, "choose_rep": nobody}
    own = simulate(small(), 1, rules=rules, log=True)
    expected = simulate(small(reps__respond="customers_only"), 1, rules={"choose_rep": nobody}, log=True)
    assert fingerprint(own.log) == fingerprint(expected.log)


@pytest.mark.slow
def test_the_same_own_rule_compiled_gives_the_identical_log():
    scenario = lively(salespeople__choose_practice="name_tag")
    plain = simulate(scenario, 1, rules={"choose_rep": last_known}, log=True)
    compiled = simulate(scenario, 1, rules={"choose_rep": numba.njit(last_known)}, log=True)
    assert fingerprint(compiled.log) == fingerprint(plain.log)
    assert fingerprint(plain.log) != fingerprint(simulate(scenario, 1, log=True).log)


def test_an_own_rule_leaves_the_shared_engine_as_it_was():
    before = fingerprint(simulate(lively(), 1, log=True).log)
    simulate(lively(), 1, rules={"choose_rep": nobody})
    assert fingerprint(simulate(lively(), 1, log=True).log) == before


def test_an_unknown_decision_is_refused_with_the_nearest_name():
    with pytest.raises(ScenarioError, match=r"no decision 'choose_reps' \(did you mean choose_rep\b.*must be one of"):
        simulate(small(), 1, rules={"choose_reps": nobody})


NEW_FILE = '''"""Name the first known rep."""

from model.compiled import compiled


@compiled
def first_known(ties, parameters, u):
    """Name the first known rep."""
    for i in range(len(ties)):
        if ties[i].known == 1:
            return i
    return -1
'''
PROGRAM = """
import model
from model.scenario import load_scenario
from model.simulation import simulate
changes = {"run.days": 20, "people.accounts": 8, "people.teams": 1, "people.units": 2, "people.reps_per_unit":
3,
           "managers.service_turn": "from_start", "customers.initial_habit": 0.9,
           "salespeople.choose_practice": "name_tag", "learning.choose_rep": "first_known"}
scenario = load_scenario("mtel", changes)
result = simulate(scenario, 1, interpreted=True)
assert model.__file__.startswith(FOLDER), model.__file__
named = result.world.reps["n_named"].reshape(2, 3).sum(axis=0)
assert named[0] > named[1] > 0, named
print("picked up")
"""


def test_a_new_file_in_a_slot_is_an_alternative_without_touching_anything_else(tmp_path):
    shutil.copytree(REPOSITORY / "model", tmp_path / "model", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "model/rules/salespeople/choose_rep/first_known.py").write_text(NEW_FILE)
    program = f"FOLDER = {str(tmp_path)!r}\n{PROGRAM}"
    assert in_a_fresh_interpreter(program, folder=tmp_path, XDG_CACHE_HOME=str(tmp_path)) == "picked up"


@pytest.mark.parametrize("first", ["model.simulation", "model"])
def test_the_package_gives_the_function_simulate_whatever_was_imported_before(first):
    program = f"import {first}\nfrom model import load_scenario, simulate\nprint(type(simulate).__name__)"
    assert in_a_fresh_interpreter(program) == "function"


@pytest.mark.parametrize("place", [10_000, -7])
def test_a_place_that_is_not_on_the_page_names_nobody(place):
    def beyond(ties, parameters, u):
        return place

    scenario = small(salespeople__choose_practice="name_tag")
    own, none = (simulate(scenario, 1, rules={"choose_rep": rule}, log=True) for rule in (beyond, nobody))
    assert fingerprint(own.log) == fingerprint(none.log)
