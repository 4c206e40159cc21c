"""What the page shows is what the command line computes: the same model, not a toy beside it."""

import csv
import io
import json
from urllib.parse import quote

import networkx
import numpy as np
import pytest

from experiments.cli.main import status
from model import load_scenario, simulate
from model.graph import graph_of

SMALL = {"people.accounts": 20, "run.days": 25}


def test_measures_of_the_page_are_those_of_desksales_run_to_the_last_digit(page, capsys):
    changes = {"run.days": 60, "incentives.attribution": "originator", "people.teams": 5}
    opened = page.open(seed=7, **changes)
    shown = page.ask("measures", slot="a")
    assert opened["command"] == (
        "desksales run mtel --seed 7 --replications 1 --set run.days=60 --set incentives.attribution=originator "
        "--set people.teams=5"
    )
    assert status([*opened["command"].split()[1:], "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)["runs"][0]
    printed = {name: value for name, value in printed.items() if name not in ("seed", "n_events", "n_contacts")}
    assert shown["values"] == printed
    assert shown["day"] == 60


@pytest.mark.parametrize("scenario", ["finserver", "textbook_queue"])
def test_measures_of_other_settings_are_those_of_a_plain_run(page, scenario):
    days = "days" if scenario == "textbook_queue" else "run.days"
    page.open(scenario=scenario, **{days: 12})
    shown = page.ask("measures", slot="a")["values"]
    plain = simulate(load_scenario(scenario, {days: 12}), 1).measures
    assert shown == {name: value if np.isfinite(value) else None for name, value in plain.items()}


def test_calls_plotted_are_counted_from_the_table_of_days(page):
    page.open(**SMALL)
    page.ask("measures", slot="a")
    series = page.ask("series", slot="a")
    days = simulate(load_scenario("mtel", SMALL), 1).world.days
    calls = {kind: days[f"{kind}_calls"][15:25].sum() for kind in ("service", "update", "other")}
    assert series["days"] == list(range(26))
    for kind, number in calls.items():
        assert series["values"][f"share_{kind}"][25] == pytest.approx(number / sum(calls.values()), rel=1e-3)


def test_calls_of_a_centre_are_plotted_from_the_first_day_on(page):
    """The measures leave a tenth of the run out as warm-up; a plot that did so would show a centre without callers."""
    page.open(scenario="star_customer", **{"run.days": 20})
    page.ask("measures", slot="a")
    series = page.ask("series", slot="a")["values"]
    world = simulate(load_scenario("star_customer", {"run.days": 20}), 1).world
    queues = world.queues[world.streams["queue"]]
    assert min(series["answered"][1:]) > 1000
    assert sum(series["answered"][1:]) == pytest.approx(queues["n_begun"].sum(), rel=1e-3)  # four digits are sent
    assert sum(series["left"][1:]) == pytest.approx(queues["n_left"].sum(), rel=1e-3)


def test_edges_of_a_frame_are_the_strongest_direct_numbers_of_the_graph_of_that_day(page):
    changes = {"run.days": 90, "managers.service_turn": "from_start"}
    opened = page.open(**changes)
    (frame,) = page.frames(90, 90)
    scenario = load_scenario("mtel", changes)
    graph = graph_of(simulate(scenario, 1).world, scenario)
    direct = {
        (source, target): about["weight"]
        for source, target, about in graph.edges(data=True)
        if about["kind"] == "direct number"
    }
    posts = [person["post"] for person in opened["layout"]["people"]]
    triples = np.array(frame["edges"]).reshape(-1, 3).tolist()
    shown = {(posts[seller], posts[rep]): weight for seller, rep, weight in triples}
    assert len(direct) > len(shown) == 4 * opened["layout"]["n_front"]
    assert {ends: round(100 * direct[ends]) for ends in shown} == shown
    assert min(direct[ends] for ends in shown) >= max(direct[ends] for ends in direct.keys() - shown.keys())


def test_a_frame_counts_the_messages_that_named_a_rep_on_the_last_five_days(page):
    changes = {"run.days": 60, "managers.service_turn": "from_start", "people.rep_turnover_per_year": 0.0}
    page.open(**changes)
    (frame,) = page.frames(60, 60)
    named = {
        day: simulate(load_scenario("mtel", changes), 1, until_day=day).world.reps["n_named"] for day in (55, 60)
    }
    assert frame["asked"] == (named[60] - named[55]).tolist()
    assert sum(frame["asked"]) > 100


def test_downloaded_days_are_the_file_that_desksales_run_writes(server, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert status(["run", "mtel", "--replications", "1", "--set", "people.accounts=20", "--days", "25"]) == 0
    written = (tmp_path / "results" / "mtel" / "days.csv").read_text()
    changes = "&".join(f"set={quote(change)}" for change in ("people.accounts=20", "run.days=25"))
    code, headers, text = server.get(f"/data/days.csv?scenario=mtel&{changes}")
    assert code == 200 and "attachment" in headers["Content-Disposition"]
    assert text == written


def test_downloaded_measures_and_network_are_those_of_the_run(server):
    query = "scenario=mtel&seed=2&set=people.accounts%3D20&set=run.days%3D25"
    result = simulate(load_scenario("mtel", SMALL), 2)
    table = csv.DictReader(io.StringIO(server.get(f"/data/measures.csv?{query}")[2]))
    rows = {row["name"]: row["value"] for row in table}
    assert float(rows["rep_occupancy"]) == result.measures["rep_occupancy"]
    assert len(rows) == len(result.measures)
    graph = networkx.parse_graphml(server.get(f"/data/network.graphml?{query}&day=20")[2], force_multigraph=True)
    expected = graph_of(simulate(result.scenario, 2, until_day=20).world, result.scenario)
    assert graph.number_of_nodes() == expected.number_of_nodes()
    assert graph.number_of_edges() == expected.number_of_edges()
