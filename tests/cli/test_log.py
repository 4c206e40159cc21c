"""`desksales log`: the event log in words, with everybody in the right role."""

import numpy as np
import pyarrow.compute as compute
import pyarrow.csv
import pyarrow.parquet
import pytest

from experiments.events import WHO, chased_by_customers, event_table
from experiments.cli.main import status
from model.scenario import load_scenario
from model.simulation import simulate
from model.world.codes import L_CHASED, L_FORWARDED, L_PHONED_UNIT, L_WROTE_UNIT, LOG_EVENTS
from model.world.joined import issues_in_full
from model.world.ledgers import Log

COLUMNS = ["time", "day", "event", "issue", "actor_kind", "actor", "other_kind", "other", "value"]


@pytest.fixture(scope="module")
def result():
    return simulate(load_scenario("mtel", {"run.days": 60}), seed=1, log=True)


@pytest.fixture(scope="module")
def table(result):
    return event_table(result.log, 480.0)


def of(table, kind: str, side: str):
    """Rows in which somebody of this kind acts (or is concerned): who, and the issue (-1 is none)."""
    rows = table.filter(compute.equal(table[f"{side}_kind"], kind))
    return rows[side].to_numpy(), compute.fill_null(rows["issue"], -1).to_numpy()


def test_every_event_says_who_acts():
    assert list(WHO) == list(LOG_EVENTS)


def test_the_log_is_in_order_of_time_and_loses_no_event(result, table):
    assert table.column_names == COLUMNS
    assert table.num_rows == len(result.log)
    assert np.all(np.diff(table["time"].to_numpy()) >= 0.0)
    assert table["day"].to_numpy().tolist() == (table["time"].to_numpy() // 480.0 + 1).astype(int).tolist()


@pytest.mark.parametrize("side", ["actor", "other"])
def test_an_account_in_the_log_is_the_account_of_the_issue(side, result, table):
    who, issue = of(table, "account", side)
    assert len(who) > 1000 and issue.min() >= 0
    assert np.array_equal(who, issues_in_full(result.world)["account"][issue])


def test_a_unit_in_the_log_is_the_unit_of_the_issue(result, table):
    who, issue = of(table, "unit", "other")
    assert len(who) > 1000
    assert np.array_equal(who, issues_in_full(result.world)["unit"][issue])


@pytest.mark.parametrize("side", ["actor", "other"])
def test_a_rep_in_the_log_works_in_the_unit_of_the_issue(side, result, table):
    who, issue = of(table, "rep", side)
    placed = issue >= 0
    assert placed.sum() > 1000
    assert np.array_equal(result.world.reps["unit"][who[placed]], issues_in_full(result.world)["unit"][issue[placed]])


@pytest.mark.parametrize("kind", ["salesperson", "supervisor"])
def test_others_exist(kind, result, table):
    people = {"salesperson": result.world.salespeople, "supervisor": result.world.managers[:8]}[kind]
    who, _ = of(table, kind, "actor")
    assert who.min() >= 0 and who.max() < len(people)


def test_a_chase_is_the_customers_own_when_the_request_last_went_without_the_desk():
    events = [
        (L_WROTE_UNIT, 5), (L_FORWARDED, 6), (L_CHASED, 5), (L_CHASED, 6), (L_PHONED_UNIT, 6), (L_CHASED, 6),
    ]  # fmt: skip
    log = Log.rows(len(events))
    log["event"], log["issue"] = [event for event, _ in events], [issue for _, issue in events]
    assert chased_by_customers(log).tolist() == [False, False, True, False, False, True]


@pytest.mark.parametrize("name", ["events.parquet", "events.csv"])
def test_the_file_holds_the_log_and_is_left_alone_if_nothing_changes(name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    command = ["log", "mtel", "--seed", "3", "--days", "3", "--out", name]
    assert status(command) == 0
    file = tmp_path / name
    read = pyarrow.parquet.read_table(file) if name.endswith("t") else pyarrow.csv.read_csv(file)
    assert read.column_names == COLUMNS
    logged = simulate(load_scenario("mtel", {"run.days": 3}), seed=3, log=True).log
    assert read.num_rows == len(logged)
    assert read["time"].to_numpy().tolist() == sorted(logged["time"].tolist())
    before = file.stat().st_mtime_ns
    assert status(command) == 0
    assert file.stat().st_mtime_ns == before and [f.name for f in tmp_path.iterdir()] == [name]
    assert f"Wrote {len(logged)} events to {name}" in capsys.readouterr().out
