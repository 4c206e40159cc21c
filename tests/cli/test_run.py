"""`desksales run`: what is run, and what is said of it."""

import json

import pytest

from experiments.cli.main import status
from model.compiled import model_version
from model.measures import MEASURES
from model.scenario import load_scenario
from model.simulation import simulate
from tests.cli.command import SMALL, program


def in_json(capsys, *arguments: str) -> dict:
    assert status(["run", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_json_is_one_object_and_all_there_is_on_standard_output(tmp_path):
    done = program("run", "mtel", *SMALL, "--replications", "2", "--json", folder=tmp_path)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert list(found) == [
        "scenario", "seed", "replications", "days", "bundles", "changes", "own_rules", "model_version", "measures",
        "runs",
    ]  # fmt: skip
    assert (found["scenario"], found["seed"], found["replications"], found["days"]) == ("mtel", 1, 2, 25)
    assert found["changes"] == {"people.accounts": 20, "run.days": 25}
    assert found["model_version"] == model_version()
    assert list(found["measures"]) == list(MEASURES)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("workers", ["1", "2", "4"])
def test_the_number_of_workers_changes_no_byte(workers, capsys):
    arguments = ["run", "mtel", *SMALL, "--replications", "6", "--json"]
    assert status([*arguments, "--workers", "3"]) == 0
    reference = capsys.readouterr().out
    assert status([*arguments, "--workers", workers]) == 0
    assert capsys.readouterr().out == reference


def test_replication_k_is_the_run_of_seed_s_plus_k(capsys):
    runs = in_json(capsys, "mtel", *SMALL, "--replications", "3", "--seed", "7")["runs"]
    assert [run["seed"] for run in runs] == [7, 8, 9]
    alone = simulate(load_scenario("mtel", {"people.accounts": 20, "run.days": 25}), seed=9)
    assert runs[2]["n_events"] == alone.n_events and runs[2]["n_contacts"] == alone.n_contacts
    for name, value in alone.measures.items():
        assert runs[2][name] == (value if value == value else None)


def test_measures_come_with_unit_and_published_figure(capsys):
    entry = in_json(capsys, "mtel", *SMALL, "--replications", "2")["measures"]["desk_involvement"]
    assert entry["unit"] == "share" and entry["row"] == "000-18"
    assert entry["published"] == {"value": 0.667, "tolerance": 0.05, "row": "000-18", "origin": "calibrated"}
    assert entry["meets"] is (abs(entry["mean"] - 0.667) <= 0.05)


def test_the_number_of_replications_is_the_scenarios_own_unless_given(capsys):
    assert in_json(capsys, "textbook_queue", "--days", "1")["replications"] == 20
    with open("mine.toml", "w") as file:
        file.write('[scenario]\nextends = "textbook_queue"\nreplications = 3\n')
    assert in_json(capsys, "mine.toml", "--days", "1")["replications"] == 3


def test_days_are_the_word_of_a_vocabulary(capsys):
    found = in_json(capsys, "textbook_queue", "--days", "2", "--set", "agents=13", "--replications", "1")
    assert found["days"] == 2 and found["changes"] == {"agents": 13, "days": 2}


def test_of_two_changes_of_one_parameter_the_last_counts_and_that_is_said(capsys):
    assert status(["run", "textbook_queue", "--set", "days=3", "--set", "days=2", "--replications", "1",
                   "--json"]) == 0  # fmt: skip
    said = capsys.readouterr()
    assert json.loads(said.out)["days"] == 2
    assert said.err == "days is given twice; the last value, 2, counts.\n"


def test_the_table_sets_the_published_figure_and_its_row_beside_the_model(capsys):
    assert status(["run", "mtel", *SMALL, "--replications", "2"]) == 0
    out = capsys.readouterr().out
    line = next(line for line in out.splitlines() if line.startswith("desk_involvement"))
    assert "0.667 ± 0.05" in line and "000-18" in line
    assert "published figures met" in out
    assert out.splitlines()[-1] == "Written to results/mtel"


@pytest.mark.parametrize("columns", [80, 100])
def test_the_tables_fit_the_page(columns, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    run = ["run", "mtel", *SMALL, "--replications", "2"]
    for command in (run, ["parameters"], ["measures"], ["scenarios"]):
        assert status(command) == 0
        assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= columns


def test_a_queue_shows_the_measures_of_a_queue(capsys):
    assert status(["run", "textbook_queue", "--days", "2", "--replications", "2"]) == 0
    out = capsys.readouterr().out
    assert "mean_wait_minutes" in out and "desk_involvement" not in out


def test_runaway_runs_are_counted_before_any_mean_is_shown(capsys, monkeypatch):
    from experiments import replicate

    record = replicate.flat_record
    monkeypatch.setattr(
        replicate, "flat_record", lambda result: record(result) | {"runaway": float(result.seed == 2)}
    )
    assert status(["run", "mtel", *SMALL, "--replications", "4"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "1 of 4 runs (25%) ran away" in out
    assert out.index("ran away") < out.index("share_service_calls")


def test_no_figure_of_a_desk_is_drawn_of_a_centre(tmp_path, capsys):
    assert status(["run", "tcc", "--days", "25", "--replications", "1", "--out", str(tmp_path / "tcc")]) == 0
    assert (tmp_path / "tcc" / "reviews.csv").read_text().count("\n") > 1, "there were reviews to draw"
    assert not list((tmp_path / "tcc").glob("first_year.*"))
