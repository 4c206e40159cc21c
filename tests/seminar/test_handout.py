"""`desksales handout`: one file of real runs."""

import json
import re

import pytest

from experiments.cli.main import status
from experiments.compare import compare
from experiments.replicate import replicate
from experiments.seminar import app
from experiments.seminar.handout.build import MARK, MOST_BYTES, embedded
from experiments.seminar.recordings.recording import Recording
from experiments.seminar.setting import setting_of
from model import load_scenario
from tests.cli.command import refusal

SHORT = ["--replications", "2", "--seed", "3", "--set", "people.accounts=30", "--set", "run.days=30",
         "--set", "managers.service_turn=from_start"]  # fmt: skip
CHANGES = {"people.accounts": 30, "run.days": 30, "managers.service_turn": "from_start"}
SLIDERS = ["--slider", "people.reps_per_unit=5,6", "--slider", "incentives.attribution=handler,originator"]
DATA = re.compile(r'<script type="application/json" id="handout-data">(.*?)</script>', re.DOTALL)


def data_of(path) -> dict:
    (text,) = DATA.findall(path.read_text(encoding="utf-8"))
    return json.loads(text)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("handout") / "mtel.html"
    assert status(["handout", "mtel", "--out", str(path), *SHORT, *SLIDERS, "--title", "Who is </script> asked?"]) == 0
    return path


def test_the_grid_is_the_mean_and_interval_of_replications(made):
    told = data_of(made)
    assert [cell["at"] for cell in told["grid"]] == [[0, 0], [0, 1], [1, 0], [1, 1]]
    design = load_scenario("mtel", CHANGES | {"people.reps_per_unit": 6, "incentives.attribution": "originator"})
    summary = replicate(design, 2, 3).summary
    for about in told["measures"]:
        shown, known = told["grid"][3]["values"][about["name"]], summary[about["name"]]
        for key in ("mean", "low", "high"):
            assert shown[key] == (None if known[key] is None else pytest.approx(known[key], rel=1e-4))
    assert "share_service_calls" in [about["name"] for about in told["measures"]]


def test_the_bet_is_what_desksales_compare_says(made, capsys):
    bet = data_of(made)["bet"]
    base = load_scenario("mtel", CHANGES)
    known = compare(base.changed(bet["a"]), base.changed(bet["b"]), 2, 3).measures["wait_hours_desk_p50"]
    assert bet["result"]["difference"] == known["difference"]
    assert bet["measure"]["name"] == "wait_hours_desk_p50" and bet["question"].endswith("?")
    assert status([*bet["command"].split()[1:], "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["measures"]["wait_hours_desk_p50"]["difference"] == known["difference"]


def test_days_and_frames_are_those_of_the_server(made):
    run = data_of(made)["run"]
    recording = Recording(setting_of("mtel", CHANGES, 3))
    while not recording.done:
        recording.record(10.0)
    assert run["values"] == json.loads(json.dumps(recording.series()["values"]))
    assert [frame["day"] for frame in run["frames"]] == [2, 10, 19, 30]
    assert run["frames"][1] == json.loads(recording.frames[10])
    assert run["layout"] == recording.layout


def test_sliders_start_at_the_setting_and_the_commands_make_everything_again(made, tmp_path):
    told = data_of(made)
    assert [slider["values"][slider["start"]] for slider in told["sliders"]] == [6, "handler"]
    assert told["story"]["command"].startswith("desksales story mtel --seed 3 --pick ")
    assert told["command"].startswith("desksales handout mtel --out mtel.html --seed 3 --replications 2 --set ")
    assert set(told["versions"]) == {"desksales", "model", "python"}


def test_the_page_is_one_file_and_nothing_written_can_end_its_data(made):
    text = made.read_text(encoding="utf-8")
    assert len(text.encode()) < MOST_BYTES
    assert data_of(made)["title"] == "Who is </script> asked?"
    assert text.count("Who is ") == 2  # the title, and the command that gives it
    assert "</script> asked" not in text
    assert embedded({"x": "</script><!--\u2028"}) == '{"x":"\\u003c/script>\\u003c!--\\u2028"}'


def test_a_handout_of_a_claim_compares_its_arms(tmp_path, monkeypatch):
    claims = tmp_path / "claims"
    claims.mkdir()
    arms = {name: {"incentives.attribution": name} for name in ("originator", "split", "handler")}
    told = {"id": 7, "title": "Who may claim", "sentence": "A claim.", "verdict": "holds", "caption": "", "hold": {},
            "scenario": "mtel", "changes": arms, "measures": ["cost_per_contact_true"]}  # fmt: skip
    (claims / "index.json").write_text(json.dumps([told]))
    monkeypatch.setattr(app, "CLAIMS", claims)
    path = tmp_path / "claim.html"
    assert status(["handout", "7", "--out", str(path), *SHORT, "--measure", "share_service_calls"]) == 0
    data = data_of(path)
    assert data["title"] == "Who may claim" and data["text"] == ["A claim.", "The claim holds."]
    assert data["sliders"][0]["values"] == ["originator", "split", "handler"]
    assert data["measures"][1]["name"] == "cost_per_contact_true"
    assert (data["bet"]["a"], data["bet"]["b"]) == (arms["originator"], arms["handler"])


@pytest.mark.parametrize("scenario", ["finserver", "star_customer", "textbook_queue"])
def test_every_kind_of_setting_has_a_handout(tmp_path, scenario):
    path = tmp_path / "page.html"
    days = "days=6" if scenario == "textbook_queue" else "run.days=6"
    assert status(["handout", scenario, "--out", str(path), "--replications", "2", "--set", days]) == 0
    told = data_of(path)
    assert 2 <= len(told["sliders"]) <= 3 and told["story"] is None
    assert all(cell["values"] for cell in told["grid"])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["mtel", "--slider", "people.teams=4,8"], "two or three sliders"),
        (["mtel", "--slider", "people.teams=8", "--slider", "people.units=5,6"], "has one value"),
        (["mtel", "--slider", "people.teams=8,8", "--slider", "people.units=5,6"], "has one value"),
        (["mtel", "--slider", "people.teams"], "write NAME=V1,V2"),
        (["mtel", "--slider", "people.temas=4,8"], "did you mean people.teams"),
        (["mtel", "--measure", "rep_ocupancy"], "did you mean rep_occupancy"),
        (["mtel", "--a", "people.teams=8"], "Designs A and B of the bet are the same"),
        (["mtel", "--set", "run.days=5000"], "at most 1000 days"),
        (["99"], "There is no claim 99"),
        (["mtl"], "did you mean mtel"),
    ],
)
def test_a_handout_that_cannot_be_is_refused_before_anything_runs(capsys, tmp_path, monkeypatch, arguments, sentence):
    monkeypatch.setattr("experiments.seminar.handout.build.replicate", None)
    assert sentence in refusal(capsys, "handout", *arguments, "--out", str(tmp_path / "page.html"))
    assert list(tmp_path.iterdir()) == []


def test_the_template_has_one_place_for_the_data():
    assert (app.STATIC / "handout.html").read_text(encoding="utf-8").count(MARK) == 1
