"""The communication graph shows the chart on the first morning and the contact books as they grow."""

from collections import Counter

import networkx as nx
import pytest

from model.graph import EDGES, graph_of
from model.organisation import Organisation
from model.scenario import load_scenario
from model.world.build import build
from model.world.joined import issues_in_full
from model.world.books import ties_in_books
from tests.helpers.organisations import lively, small


@pytest.fixture(scope="module")
def mtel() -> tuple[Organisation, nx.MultiDiGraph, nx.MultiDiGraph]:
    """M-Tel with its graphs of the first morning and after 120 days, when all teams serve."""
    model = Organisation("mtel", rng=1)
    first = model.graph
    model.run_for(120)
    return model, first, model.graph


def kinds(things) -> Counter:
    """How many there are of each kind."""
    return Counter(data["kind"] for *_, data in things)


def edges(graph: nx.MultiDiGraph, kind: str) -> list[tuple[str, str, dict]]:
    """Edges of one kind."""
    return [edge for edge in graph.edges(data=True) if edge[2]["kind"] == kind]


def test_the_nodes_are_the_people_and_addresses_of_the_setting(mtel):
    people = mtel[0].setting.people
    assert kinds(mtel[1].nodes(data=True)) == {
        "account": people.accounts,
        "salesperson": people.teams * people.salespeople_per_team,
        "field salesperson": people.field_salespeople,
        "rep": people.units * people.reps_per_unit,
        "supervisor": people.teams,
        "unit manager": people.units,
        "general manager": 1,
        "mailbox": people.units,
        "helpline": people.units,
    }


def test_the_edges_of_the_first_morning_are_those_of_the_chart(mtel):
    """A group of n has n (n − 1) / 2 pairs; everybody in a team or unit reports to its manager."""
    people, found = mtel[0].setting.people, kinds(mtel[1].edges(data=True))
    n, r = people.salespeople_per_team, people.reps_per_unit
    found.pop("direct number", 0)
    assert found == {
        "account": people.accounts,
        "field account": people.accounts,
        "team": people.teams * n * (n - 1) // 2,
        "unit": people.units * r * (r - 1) // 2,
        "line management": people.teams * n + people.teams + people.units * r,
        "shared address": 2 * people.units * r,
    }


def test_on_the_first_morning_only_hires_from_a_service_unit_have_numbers_and_only_there(mtel):
    model, first, _ = mtel
    numbers, residual = edges(first, "direct number"), model.setting.learning.residual_contacts
    by_seller = Counter(seller for seller, *_ in numbers)
    fresh = Organisation("mtel", rng=1)
    hires = {person.label: person.old_unit for person in fresh.salespeople if person.from_service}
    assert by_seller.keys() == hires.keys()
    assert all(1 <= count <= residual for count in by_seller.values())
    assert all(first.nodes[rep]["unit"] == hires[seller] for seller, rep, _ in numbers)


def test_numbers_and_names_grow_with_the_contact_books(mtel):
    model, first, later = mtel
    assert len(edges(later, "direct number")) > 2 * len(edges(first, "direct number"))
    assert edges(first, "knows") == []
    book = [contact for person in model.salespeople for contact in person.contact_book]
    assert len(edges(later, "direct number")) == sum(contact.number for contact in book)
    assert len(edges(later, "knows")) == sum(not contact.number for contact in book) > 0
    assert len(edges(later, "personal tie")) == ties_in_books(model.world)[0]["friend"].sum()
    used = sum(data["used"] for *_, data in later.edges(data=True))
    assert used == sum(contact.used for contact in book) > 0


def test_a_contact_is_an_edge_that_weighs_the_remembered_promptness(mtel):
    model, _, later = mtel
    person = max(model.salespeople, key=lambda person: len(person.contact_book))
    for contact in person.contact_book:
        drawn = later.get_edge_data(person.label, contact.rep.label).values()
        kind = "direct number" if contact.number else "knows"
        assert [data["weight"] for data in drawn if data["kind"] == kind] == [contact.value]


def test_messages_are_counted_where_they_last_went(mtel):
    model, _, later = mtel
    issues = issues_in_full(model.world)
    went = (issues["n_sends"] > 0) & (issues["channel"] <= 2)  # mailbox, tagged mail, helpline
    assert sum(data["weight"] for *_, data in edges(later, "message")) == went.sum() > 0
    from_desk = [edge for edge in edges(later, "message") if edge[0].startswith("salesperson")]
    assert sum(data["weight"] for *_, data in from_desk) == (went & (issues["salesperson"] >= 0)).sum() > 0


def test_every_edge_joins_two_nodes_of_the_graph_and_has_a_kind_that_is_explained(mtel):
    for graph in mtel[1:]:
        assert kinds(graph.edges(data=True)).keys() <= EDGES.keys()
        assert all("kind" in data for _, data in graph.nodes(data=True))
        assert len({key for *_, key in graph.edges(keys=True)}) == graph.number_of_edges()


def test_nodes_bear_the_labels_and_the_state_of_the_agents(mtel):
    model, _, later = mtel
    addresses = [name for name, kind in later.nodes(data="kind") if kind in ("mailbox", "helpline")]
    assert [agent.label for agent in model.agents] + addresses == [
        label for _, label in later.nodes(data="label")
    ]
    for rep in model.service_reps:
        node = later.nodes[rep.label]
        for column in ("unit", "disposition", "excess", "n_named", "n_obliged", "n_refused", "n_completed"):
            assert node[column] == getattr(rep, column)
        assert node["occupancy"] == pytest.approx(rep.occupancy)
    for person in model.salespeople:
        assert later.nodes[person.label]["occupancy"] == pytest.approx(person.occupancy)
        assert later.nodes[person.label]["hire"] == ("service unit" if person.from_service else "novice")
    assert later.nodes["account 3"]["habit"] == model.customers[3].habit


def test_graphml_gives_back_the_same_graph(mtel, tmp_path):
    for number, graph in enumerate(mtel[1:]):
        path = tmp_path / f"{number}.graphml"
        nx.write_graphml(graph, path)
        again = nx.read_graphml(path, force_multigraph=True)
        assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
        assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
        assert (again.graph["scenario"], again.graph["days"]) == ("mtel", 120 * number)


def test_graphml_of_the_same_run_is_the_same_text():
    texts = set()
    for _ in range(2):
        model = Organisation(lively(), rng=3)
        model.run_for(10)
        texts.add("\n".join(nx.generate_graphml(model.graph)))
    assert len(texts) == 1


def test_a_shared_site_is_one_site():
    apart = {"customers", "desk", "field", "units"}
    for together, sites in ((True, apart - {"units"}), (False, apart)):
        graph = Organisation(small(people__co_located=together), rng=1).graph
        assert {site for _, site in graph.nodes(data="site")} == sites


def test_a_world_that_was_only_built_and_one_without_units_have_a_graph():
    queue = load_scenario("textbook_queue", {"agents": 3, "days": 1})
    graph = graph_of(build(queue, 1), queue)
    managers = {"supervisor": 1, "general manager": 1}
    assert kinds(graph.nodes(data=True)) == {"account": 1, "salesperson": 3} | managers
    assert kinds(graph.edges(data=True)) == {"account": 1, "team": 3, "line management": 4}
