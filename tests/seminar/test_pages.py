"""Addresses: the page and its policy, what stands still, who is answered."""

import json

import pytest

from experiments.seminar import app, schema
from experiments.seminar.limits import MOST_DAYS
from model import load_scenario, scenario_names
from model.measures import MEASURES
from model.parameters import catalogue
from tests.seminar.page import served


@pytest.fixture
def built(monkeypatch, tmp_path):
    """A bundle with a page and a script."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>Seminar</title>")
    (tmp_path / "assets" / "page.js").write_text("export const one = 1")
    monkeypatch.setattr(app, "STATIC", tmp_path)
    with served(tmp_path / "rooms.sqlite") as running:
        yield running


def test_every_page_is_the_bundle_and_may_load_nothing_from_elsewhere(built):
    for path in app.PAGES:
        code, headers, text = built.get(f"{path}?scenario=mtel&day=3")
        assert code == 200 and "<title>Seminar</title>" in text
        policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == "'none'" and policy["script-src"] == "'self'"
        assert policy["connect-src"].split() == [
            "'self'", f"ws://127.0.0.1:{built.port}", f"wss://127.0.0.1:{built.port}",
        ]  # fmt: skip
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"
    assert built.get("/assets/page.js")[2] == "export const one = 1"


def test_without_a_bundle_the_page_says_how_to_build_it(server, monkeypatch, tmp_path):
    monkeypatch.setattr(app, "STATIC", tmp_path)
    code, _, text = server.get("/")
    assert code == 503 and "make web" in text


def test_pages_of_other_origins_and_other_names_of_this_machine_are_not_answered(server):
    assert server.get("/api/health", Origin="http://evil.example")[0] == 421
    assert server.get("/api/health", Host="evil.example")[0] == 421
    assert server.get("/api/health", Origin=f"http://127.0.0.1:{server.port}")[0] == 200
    assert server.get("/api/health", Host=f"localhost:{server.port}")[0] == 200


def test_a_websocket_of_another_origin_is_refused(server):
    from websockets.exceptions import InvalidStatus
    from websockets.sync.client import connect

    with pytest.raises(InvalidStatus, match="403"):
        connect(f"ws://127.0.0.1:{server.port}/ws", origin="http://evil.example").__enter__()


def test_a_header_cannot_write_the_policy(tmp_path):
    with served(tmp_path / "rooms.sqlite", host="0.0.0.0") as running:
        headers = running.get("/api/health", Host="x; script-src *")[1]
    assert "script-src *" not in headers["Content-Security-Policy"]


def test_every_scenario_is_listed_with_what_its_file_says(server):
    told = server.json("/api/scenarios")
    assert [entry["name"] for entry in told["scenarios"]] == scenario_names()
    kinds = {entry["name"]: entry["kind"] for entry in told["scenarios"]}
    assert (kinds["mtel"], kinds["finserver"], kinds["textbook_queue"]) == ("desk", "centre", "queue")
    for entry in told["scenarios"]:
        assert entry["title"] == load_scenario(entry["name"]).title
        assert entry["open"] is (entry["sentence"] == "")


@pytest.mark.parametrize("name", ["mtel", "finserver", "textbook_queue"])
def test_parameters_are_the_records_with_the_values_of_the_scenario(server, name):
    told = server.json(f"/api/scenarios/{name}")
    shown = {entry["name"]: entry for group in told["groups"] for entry in group["parameters"]}
    scenario = load_scenario(name)
    records = {record.full_name: record for record in scenario.records()}
    if name != "textbook_queue":  # whose own words decide all the others
        assert set(shown) == set(records)
    for full_name, entry in shown.items():
        record = records[full_name]
        assert entry["value"] == json.loads(json.dumps(scenario[full_name]))
        assert (entry["meaning"], entry["unit"], entry["source"]) == (record.meaning, record.unit, record.source)
        assert (entry["low"], entry["high"]) == (record.low, record.high)
        assert [choice["name"] for choice in entry["choices"]] == list(record.choices)
        if record.slot:
            assert all(choice["meaning"].endswith((".", "?", ")")) for choice in entry["choices"]), full_name
    assert 3 <= sum(entry["basic"] for entry in shown.values()) <= 60
    assert told["horizon"] == MOST_DAYS


def test_sources_of_parameters_are_explained(server):
    told = server.json("/api/scenarios/mtel")
    rows = {entry["name"]: entry["rows"] for group in told["groups"] for entry in group["parameters"]}
    accounts = rows["people.accounts"][0]
    assert accounts["row"] == catalogue()["people.accounts"].source and "100 largest" in accounts["text"]
    assert sum(bool(explained) for explained in rows.values()) > 0.7 * len(rows)


def test_first_parameters_of_a_desk_exist():
    assert {record.full_name for record in load_scenario("mtel").records()} >= schema.BASIC


def test_every_measure_is_explained(server):
    told = server.json("/api/measures")["measures"]
    assert [entry["name"] for entry in told] == list(MEASURES)


def test_claims_are_those_of_the_index_or_a_sentence(server, monkeypatch, tmp_path):
    monkeypatch.setattr(app, "CLAIMS", tmp_path)
    assert server.json("/api/claims") == {"claims": [], "sentence": app.claims()["sentence"]}
    assert app.claims()["sentence"].endswith(".")
    (tmp_path / "index.json").write_text('[{"id": "one"}]')
    assert server.json("/api/claims") == {"claims": [{"id": "one"}], "sentence": ""}


def test_opening_a_scenario_with_its_own_values_changes_nothing(page):
    """What a slider shows at the start is what the run has: every value goes out and comes back."""
    for name in ("mtel", "star_customer"):
        told = schema.scenario(name)
        values = {entry["name"]: entry["value"] for group in told["groups"] for entry in group["parameters"]}
        some = dict(list(json.loads(json.dumps(values)).items())[:60])
        opened = page.ask("open", slot="a", scenario=name, changes=some | {"run.days": 2})
        assert opened["changes"] == {"run.days": 2}


def test_what_is_large_is_sent_compressed_to_those_who_take_it(server):
    import gzip
    from urllib.request import Request, urlopen

    asked = Request(f"http://127.0.0.1:{server.port}/api/scenarios/mtel", headers={"Accept-Encoding": "gzip"})
    with urlopen(asked) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        body = answer.read()
    assert len(body) < 60_000 < len(gzip.decompress(body))
    assert json.loads(gzip.decompress(body)) == server.json("/api/scenarios/mtel")


def test_what_a_browser_has_already_is_not_sent_again(server):
    code, headers, text = server.get("/api/scenarios/mtel")
    assert code == 200 and len(text) > 100_000
    code, again, text = server.get("/api/scenarios/mtel", **{"If-None-Match": headers["ETag"]})
    assert (code, text, again["ETag"]) == (304, "", headers["ETag"])
    assert server.get("/api/scenarios/finserver")[1]["ETag"] != headers["ETag"]


def test_a_page_names_early_what_its_script_will_ask_for(server):
    def named(path: str) -> list[str]:
        link = server.get(path)[1].get("Link", "")
        return [part.split(">")[0].strip("< ") for part in link.split(",") if part]

    assert named("/") == ["/api/scenarios", "/api/scenarios/mtel"]
    assert named("/explore?scenario=finserver") == ["/api/scenarios", "/api/scenarios/finserver"]
    assert named("/explore?scenario=%3E%3B%20evil") == ["/api/scenarios", "/api/scenarios/mtel"]
    assert named("/figures") == ["/api/claims"] and named("/bet") == []


def test_asking_for_a_page_begins_its_run_and_one_that_nobody_opens_is_given_up(server, monkeypatch):
    monkeypatch.setattr("experiments.seminar.recordings.studio.EXPECTED_SECONDS", 0.5)
    asked = "/explore?scenario=star_customer&seed=41&set=run.days%3D550"
    assert server.get(asked)[0] == 200
    assert server.until(lambda state: state.studio.n_under_way == 1, 5.0)
    assert server.until(lambda state: state.studio.n_under_way == 0, 5.0)
    for refused in ("?scenario=nowhere", "?seed=-3", "?set=y", "?set=people.teams%3D-3", "?set=run.days%3D9000"):
        assert server.get(f"/explore{refused}")[0] == 200  # the page itself tells what cannot be
    assert server.state.studio.n_under_way == 0


def test_the_setting_that_pages_open_with_first_is_recorded_before_anybody_asks(tmp_path):
    with served(tmp_path / "rooms.sqlite", warm="textbook_queue") as running:
        assert running.until(lambda state: state.studio.n_recordings == 1 and state.studio.n_under_way == 0, 30.0)
        with running.page() as page:
            opened = page.open(scenario="textbook_queue")
        assert opened["recorded"] == 200 and opened["frame"]["day"] == 0
