"""The small print of a run's figure says what was changed in the runs."""

import json
from pathlib import Path

import pytest

from experiments.cli.main import status
from figures.runs import MOST, changes_of
from tests.cli.command import SMALL

RULE = "def rule(ties, parameters, u):\n    return 0 if len(ties) else -1\n"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mine.py").write_text(RULE)


@pytest.fixture
def printed(monkeypatch):
    """What is printed below figures."""
    import figures.centre_year
    import figures.first_year

    seen = []
    for module in (figures.first_year, figures.centre_year):
        monkeypatch.setattr(module, "footer", lambda figure, sentences: seen.extend(sentences))
    return seen


def test_changed_values_and_own_rules_are_named(printed):
    own = ["--set", "learning.choose_rep=mine.py:rule", "--set", "managers.service_turn=from_start"]
    assert status(["run", "mtel", *SMALL, *own, "--replications", "1", "--out", "changed"]) == 0
    assert printed[1:] == [
        "Changed: learning.choose_rep = mine.py:rule, people.accounts = 20, managers.service_turn = from_start, "
        "run.days = 25."
    ]


def test_a_bundle_is_named_in_the_year_of_a_centre(printed):
    asked = ["--with", "empowered", "--days", "10", "--replications", "1", "--out", "centre"]
    assert status(["run", "zappos", *asked]) == 0
    assert "With empowered." in printed[-1] and "run.days = 10" in printed[-1]


def test_of_a_scenario_as_it_ships_nothing_is_said(tmp_path):
    about = {"changes": {}, "own_rules": {}, "bundles": []}
    (tmp_path / "scenario.json").write_text(json.dumps(about))
    assert changes_of(tmp_path) == []


def test_a_value_is_shown_as_one_would_type_it_and_a_long_one_is_cut(tmp_path):
    changes = {"a": 1234567.0, "b": True, "c": None, "d": list(range(100)), "e": "$x$"}
    (tmp_path / "scenario.json").write_text(json.dumps({"changes": changes}))
    (sentence,) = changes_of(tmp_path)
    assert sentence.startswith("Changed: a = 1234567, b = true, c = null, d = [0, 1, 2")
    assert "…, e = $x$." in sentence and len(sentence) < 130


def test_of_many_values_only_the_first_are_named(tmp_path):
    changes = {f"people.p{number}": 0.1 + 0.2 for number in range(MOST + 3)}
    (tmp_path / "scenario.json").write_text(json.dumps({"changes": changes}))
    (sentence,) = changes_of(tmp_path)
    assert sentence.startswith("Changed: people.p0 = 0.3, ")
    assert sentence.endswith("p6 = 0.3, 4 more values (scenario.json).")
    assert sentence.count(" = ") == MOST - 1
