"""`--with` lays bundles over a scenario: what is run, what is said of it, what is refused."""

import json

import pytest

from experiments.cli.main import status
from model.scenario import read_bundle
from tests.cli.command import refusal

SHORT = ["--days", "3", "--replications", "2"]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def told(capsys, *arguments: str) -> str:
    """What a command prints that is not refused."""
    assert status(list(arguments)) == 0
    return capsys.readouterr().out


def test_a_run_with_a_bundle_says_so_and_is_not_the_run_without(capsys):
    plain, laid = (
        json.loads(told(capsys, "run", "home_based", *SHORT, *bundle, "--json"))
        for bundle in ([], ["--with", "regimented"])
    )
    assert (plain["bundles"], laid["bundles"]) == ([], ["regimented"])
    cut = [found["measures"]["cut_short_share"]["mean"] for found in (plain, laid)]
    assert cut[0] == 0.0
    assert cut[1] > read_bundle("regimented")["relations.pace_required"]


def test_results_with_a_bundle_do_not_overwrite_those_without(capsys, tmp_path):
    printed = told(capsys, "run", "home_based", *SHORT, "--with", "empowered")
    assert "With empowered." in printed
    assert (tmp_path / "results" / "home_based_with_empowered" / "runs.csv").exists()
    assert not (tmp_path / "results" / "home_based").exists()


def test_a_change_counts_more_than_a_bundle_and_a_later_bundle_than_an_earlier(capsys):
    arguments = ["parameters", "home_based", "--with", "regimented", "--with", "empowered", "--json"]
    values = {record["name"]: record["value"] for record in json.loads(told(capsys, *arguments))}
    assert values["norms.identification"] == read_bundle("empowered")["norms.identification"]
    run = ["run", "home_based", *SHORT, "--with", "regimented", "--set", "relations.pace_required=0", "--json",
           "--set", "service.backlog_pressure=0"]  # fmt: skip
    assert json.loads(told(capsys, *run))["measures"]["cut_short_share"]["mean"] == 0.0


def test_two_bundles_are_compared_under_the_same_luck(capsys):
    arguments = ["compare", "home_based", *SHORT, "--with-a", "regimented", "--with-b", "empowered", "--json"]
    found = json.loads(told(capsys, *arguments))
    assert found["a"] == read_bundle("regimented")
    assert found["measures"]["watched_share"]["difference"] < -0.3


def test_the_list_of_scenarios_names_the_bundles(capsys):
    printed = told(capsys, "scenarios")
    assert "--with regimented" in printed and "--with empowered" in printed


def test_an_unknown_bundle_is_refused_with_the_names_that_there_are(capsys):
    for command in (["run", "mtel"], ["compare", "mtel"], ["graph", "mtel", "--day", "1", "--out", "g.graphml"]):
        assert refusal(capsys, *command, "--with", "regimentd") == (
            "There is no bundle 'regimentd' (did you mean regimented?); it must be one of empowered, regimented."
        )
    assert "did you mean empowered?" in refusal(capsys, "compare", "mtel", "--with-b", "empowerd")


def test_parameters_with_a_bundle_need_a_scenario(capsys):
    assert refusal(capsys, "parameters", "--with", "empowered") == (
        "--with empowered needs a scenario to be laid over, for example home_based."
    )
