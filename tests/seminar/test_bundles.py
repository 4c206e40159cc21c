"""Bundles on the page are those of the command line: the same values, the same numbers, the same command."""

import json

import pytest

from experiments.cli.main import status
from experiments.seminar import schema
from experiments.seminar.setting import setting_of
from model import load_scenario, simulate
from model.scenario import bundle_names, read_bundle

SHORT = {"run.days": 6}
BET = {"scenario": "tcc", "changes": {**SHORT, "control.programme_from": 0}, "measure": "calls_per_hour",
       "replications": 2, "with_a": ["empowered"], "with_b": ["regimented"]}  # fmt: skip


def test_every_bundle_is_told_with_its_values(server):
    told = {bundle["name"]: bundle for bundle in server.json("/api/scenarios")["bundles"]}
    assert list(told) == bundle_names()
    for name, bundle in told.items():
        assert bundle["values"] == json.loads(json.dumps(read_bundle(name))) and bundle["title"]
        known = {one["name"] for group in schema.scenario("tcc")["groups"] for one in group["parameters"]}
        assert set(bundle["values"]) <= known


def test_a_run_with_a_bundle_is_that_of_the_command_line(page, capsys):
    opened = page.ask("open", slot="a", scenario="tcc", bundles=["regimented"], changes=SHORT, seed=3)
    shown = page.ask("measures", slot="a")["values"]
    assert opened["bundles"] == ["regimented"]
    assert opened["command"] == (
        "desksales run tcc --seed 3 --replications 1 --with regimented --set run.days=6"
    )
    plain = simulate(load_scenario("tcc", SHORT, ["regimented"]), 3).measures
    assert shown["calls_per_hour"] == plain["calls_per_hour"]
    assert shown["calls_per_hour"] != simulate(load_scenario("tcc", SHORT), 3).measures["calls_per_hour"]
    assert status([*opened["command"].split()[1:], "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)["runs"][0]
    assert printed["calls_per_hour"] == shown["calls_per_hour"]


def test_a_change_that_only_repeats_the_bundle_is_dropped_and_one_against_it_counts():
    repeated = read_bundle("regimented")["relations.insecurity"]
    setting = setting_of("tcc", {"relations.insecurity": repeated, "run.days": 6}, 1, ["regimented"])
    assert setting.changes == SHORT
    against = setting_of("tcc", {"relations.insecurity": 0.0}, 1, ["regimented"])
    assert against.scenario["relations.insecurity"] == 0.0


def test_a_bundle_that_does_not_exist_is_refused_in_a_sentence(page, server):
    said = page.refusal("open", slot="a", scenario="tcc", bundles=["regimentd"])
    assert said.startswith("There is no bundle 'regimentd'") and "did you mean regimented" in said
    assert "There is no bundle" in page.refusal("room.make", **BET | {"with_b": ["none"]})
    code, _, text = server.get("/data/days.csv?scenario=tcc&with=nothing")
    assert code == 400 and "There is no bundle" in text


def test_downloads_take_the_bundles_of_the_address(server):
    query = "scenario=tcc&set=run.days%3D6"
    plain, laid = (server.get(f"/data/measures.csv?{query}{more}")[2] for more in ("", "&with=empowered"))
    assert plain != laid


def test_two_bundles_can_be_bet_on_and_the_command_gives_the_same_numbers(page, capsys):
    made = page.ask("room.make", **BET)
    assert made["command"] == (
        "desksales compare tcc --seed 1 --replications 2 --set run.days=6 --set control.programme_from=0 "
        "--with-a empowered --with-b regimented"
    )
    assert status([*made["command"].split()[1:], "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["runs"]["a"][0]["calls_per_hour"] == pytest.approx(made["base"], rel=1e-5)


def test_a_handout_carries_its_bundles(tmp_path):
    path = tmp_path / "page.html"
    arguments = ["handout", "tcc", "--with", "empowered", "--replications", "2", "--set", "run.days=6"]
    assert status([*arguments, "--out", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    data = json.loads(text.split('id="handout-data">')[1].split("</script>")[0])
    assert "--with empowered" in data["command"] and "--with empowered" in data["bet"]["command"]
    bet = data["bet"]
    design = load_scenario("tcc", SHORT, ["empowered"]).changed(bet["a"])
    assert bet["pairs"][0][0] == simulate(design, 1).measures[bet["measure"]["name"]]
