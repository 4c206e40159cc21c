"""Every setting runs from the command line, shows its published figures and main measures, and draws its figure."""

import pytest

from experiments.cli.main import status
from model.measures import MEASURES
from model.scenario import load_scenario, scenario_names

CENTRES = [name for name in scenario_names() if load_scenario(name).groups]


@pytest.mark.parametrize("name", scenario_names())
def test_a_settings_main_measures_are_measures_and_none_of_them_is_published(name):
    scenario = load_scenario(name)
    assert set(scenario.main_measures) <= set(MEASURES)
    assert not set(scenario.main_measures) & set(scenario.published)
    assert len(set(scenario.main_measures)) == len(scenario.main_measures) > 0 or scenario.vocabulary is not None


@pytest.mark.parametrize("name", scenario_names())
def test_the_parameters_of_every_setting_are_listed_with_those_of_its_rows(name, capsys):
    assert status(["parameters", name]) == 0
    printed, scenario = capsys.readouterr().out, load_scenario(name)
    rows = [*scenario.streams, *scenario.groups, *scenario.departments, *scenario.products]
    assert [row for row in rows if row not in printed.replace("\n", "")] == []


@pytest.mark.parametrize("name", CENTRES)
def test_a_centre_is_run_shown_and_drawn(name, tmp_path, capsys):
    folder = tmp_path / name
    assert status(["run", name, "--days", "25", "--replications", "2", "--out", str(folder)]) == 0
    printed, scenario = capsys.readouterr().out, load_scenario(name)
    assert [measure for measure in scenario.published if measure not in printed] == []
    assert "service_level" in printed and "cost_per_contact" not in printed
    drawn = {path.name for path in folder.glob("*.png")}
    assert drawn == {"star_customer.png" if scenario.segmentation.computed else "centre_year.png"}


def test_a_main_measure_that_is_none_is_refused_with_the_nearest_name(tmp_path, capsys):
    file = tmp_path / "mine.toml"
    file.write_text('[scenario]\nextends = "zappos"\nmain_measures = ["moral_mean"]\n')
    assert status(["run", str(file), "--days", "5", "--replications", "1", "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr()
    assert said.out == "" and "'moral_mean' (did you mean morale_mean" in said.err


def test_main_measures_must_be_names_in_quotes(tmp_path, capsys):
    file = tmp_path / "mine.toml"
    file.write_text('[scenario]\nextends = "zappos"\nmain_measures = [3]\n')
    assert status(["run", str(file), "--out", str(tmp_path / "out")]) == 2
    assert "main_measures has 3; it must be a name in quotes" in capsys.readouterr().err.replace("\n", " ")
