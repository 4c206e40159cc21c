"""`desksales graph`: the communication network at the end of a day, as GraphML."""

import networkx
import pytest

from experiments.cli.main import status
from model.graph import graph_of
from model.scenario import load_scenario
from model.simulation import simulate


@pytest.mark.parametrize("day", [0, 3])
def test_the_file_holds_the_network_of_the_day(day, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    command = ["graph", "mtel", "--day", str(day), "--out", "g.graphml"]
    assert status([*command, "--seed", "2", "--set", "people.accounts=20"]) == 0
    scenario = load_scenario("mtel", {"people.accounts": 20})
    expected = graph_of(simulate(scenario, seed=2, until_day=day).world, scenario)
    written = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert sorted(written.nodes(data="kind")) == sorted(expected.nodes(data="kind"))
    assert sorted(written.edges(data="kind")) == sorted(expected.edges(data="kind"))
    assert "g.graphml" in capsys.readouterr().out


def test_writing_again_leaves_the_file_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    command = ["graph", "mtel", "--day", "1", "--out", "g.graphml", "--set", "people.accounts=20"]
    assert status(command) == 0
    before = (tmp_path / "g.graphml").stat().st_mtime_ns
    assert status(command) == 0
    assert (tmp_path / "g.graphml").stat().st_mtime_ns == before
    assert [file.name for file in tmp_path.iterdir()] == ["g.graphml"]
