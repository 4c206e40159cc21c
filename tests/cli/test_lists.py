"""`desksales scenarios`, `parameters` and `measures` tell what there is."""

import json

from experiments.cli.main import status
from model.measures import MEASURES
from model.parameters import catalogue
from model.scenario import load_scenario, scenario_names


def listed(capsys, *arguments: str) -> list[dict]:
    assert status([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def shown(capsys, *arguments: str) -> str:
    assert status(list(arguments)) == 0
    return capsys.readouterr().out


def test_every_scenario_is_listed_with_its_title(capsys):
    assert [entry["name"] for entry in listed(capsys, "scenarios")] == scenario_names()
    text = " ".join(shown(capsys, "scenarios").split())
    assert [name for name in scenario_names() if load_scenario(name).title not in text] == []


def test_every_parameter_is_listed_with_all_that_is_known_of_it(capsys):
    entries = listed(capsys, "parameters")
    assert [entry["name"] for entry in entries] == list(catalogue())
    by_name = {entry["name"]: entry for entry in entries}
    assert by_name["costs.contact_desk"] == {
        "name": "costs.contact_desk", "value": 2.5, "unit": "$", "low": 0.0, "high": 1e5, "choices": None,
        "bounds": "0 … 100,000", "meaning": "Official cost of a desk contact", "source": "000-03",
        "grade": "measured",
    }  # fmt: skip
    assert by_name["incentives.pay"]["choices"] == ["commission", "quota_bonus", "salary_only"]


def test_the_values_are_those_of_the_scenario(capsys):
    values = {entry["name"]: entry["value"] for entry in listed(capsys, "parameters", "mtel_full")}
    assert values == load_scenario("mtel_full").values()


def test_a_vocabulary_lists_its_own_words_first(capsys):
    names = [entry["name"] for entry in listed(capsys, "parameters", "textbook_queue")]
    assert names[:6] == ["arrivals_per_hour", "agents", "handle_minutes", "patience_minutes", "lines", "days"]
    assert names[6:] == list(catalogue())


def test_a_scenarios_own_grade_stands_before_the_catalogues(capsys, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text('[scenario]\nextends = "mtel"\n[grades]\n"people.units" = "measured"\n')
    grades = {entry["name"]: entry["grade"] for entry in listed(capsys, "parameters", str(file))}
    assert catalogue()["people.units"].grade == "assumed" and grades["people.units"] == "measured"


def test_the_table_of_parameters_names_each_one(capsys):
    text = shown(capsys, "parameters")
    assert [name for name in catalogue() if name not in text] == []


def test_every_measure_is_listed_with_unit_definition_and_row(capsys):
    entries = {entry["name"]: entry for entry in listed(capsys, "measures")}
    assert list(entries) == list(MEASURES)
    assert entries["desk_involvement"] == {
        "name": "desk_involvement", "unit": "share", "row": "000-18", "theme": "calls",
        "definition": "Service issues that the desk took on, over all service issues that arose.",
    }  # fmt: skip
    text = shown(capsys, "measures")
    assert [name for name in MEASURES if name not in text] == []


def test_measures_can_be_asked_for_by_name(capsys):
    entries = listed(capsys, "measures", "p_wait", "runaway")
    assert [entry["name"] for entry in entries] == ["p_wait", "runaway"]
