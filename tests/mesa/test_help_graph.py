"""Help and trust among colleagues in the communication graph (004-06, 004-15, 004-16)."""

import networkx as nx
import pytest

from model.graph import graph_of
from model.simulation import simulate
from tests.helpers.colleagues import colleagues


@pytest.fixture(scope="module")
def told():
    """A run of the small centre and its graph."""
    result = simulate(colleagues(norms__trust_fading=0.0), 1)
    return result, graph_of(result.world, result.scenario)


def edges(graph: nx.MultiDiGraph, kind: str) -> dict[tuple[str, str], float]:
    """Weight of every edge of a kind by its ends."""
    return {(a, b): data["weight"] for a, b, data in graph.edges(data=True) if data["kind"] == kind}


def test_an_edge_of_help_runs_from_who_helped_to_who_was_helped_and_weighs_how_often(told):
    result, graph = told
    help_edges = edges(graph, "help")
    assert sum(help_edges.values()) == result.world.peers["n_given"].sum() > 100
    given = result.world.peers["n_given"].tolist()
    for person, count in enumerate(given):
        assert sum(weight for (giver, _), weight in help_edges.items() if giver == f"salesperson {person}") == count


def test_an_edge_of_trust_stands_for_every_contact(told):
    result, graph = told
    trust = edges(graph, "trust")
    assert len(trust) == result.world.peers["n_contacts"].sum()
    assert sum(trust.values()) / 12 == pytest.approx(result.measures["social_capital"])


def test_people_stand_at_the_site_of_their_group(told):
    sites = nx.get_node_attributes(told[1], "site")
    found = [sites[f"salesperson {person}"] for person in range(12)]
    assert found == ["centre"] * 4 + ["home"] * 4 + ["outsourcer"] * 4


def test_the_graph_goes_into_graphml(told, tmp_path):
    nx.write_graphml(told[1], tmp_path / "help.graphml")
    assert nx.read_graphml(tmp_path / "help.graphml").number_of_edges() == told[1].number_of_edges()
