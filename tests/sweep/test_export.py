"""Exports: tidy, sorted, the same bytes each time, replaced as a whole; and questions over them in SQL."""

import json

import pandas as pd
import pytest

from experiments.events import event_table
from experiments.sweep import folder as folders
from experiments.sweep.errors import SweepError
from experiments.sweep.export import export
from experiments.sweep.query import answer
from experiments.sweep.run_spec import Kept
from experiments.sweep.store import open_for_writing, open_store
from model.simulation import simulate
from tests.sweep.sweeps import HABIT, TEAMS, done_here, rows, small_sweep

KEEP = {"days": 7, "agents": 10, "reviews": True, "events": [2, 3],
        "measures": ["rep_occupancy", "wait_hours_desk_p50"]}  # fmt: skip
ASKED = {"vary": {TEAMS: [2, 4], HABIT: [0.6]}, "keep": KEEP}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "sweep.sqlite"
    done_here(small_sweep(**ASKED), path)
    return path


def written(path, folder, form="parquet") -> dict[str, bytes]:
    with open_store(path) as store:
        export(store, folder, form)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_two_exports_are_the_same_bytes_but_for_the_provenance(form, path, tmp_path):
    one, two = written(path, tmp_path / "one", form), written(path, tmp_path / "two", form)
    tables = ("runs", *Kept(7, 10, True, (2, 3)).periods())
    assert set(one) == {f"{name}.{form}" for name in tables} | {"provenance.json"}
    assert {name for name in one if one[name] != two[name]} <= {"provenance.json"}


def test_the_order_in_which_runs_came_plays_no_part(path, tmp_path):
    other = tmp_path / "other.sqlite"
    done_here(small_sweep(**ASKED | {"vary": {TEAMS: [4], HABIT: [0.6]}}), other)
    done_here(small_sweep(**ASKED), other)
    one, two = written(path, tmp_path / "one"), written(other, tmp_path / "two")
    assert all(one[name] == two[name] for name in one if name.endswith(".parquet"))


def test_runs_have_keys_factors_and_the_measures_that_were_asked_for(path, tmp_path):
    written(path, tmp_path / "t")
    runs = pd.read_parquet(tmp_path / "t" / "runs.parquet")
    assert list(runs) == [
        "alternative", "point", "replication", "seed", "run", "status", "reason", TEAMS, HABIT, "n_events",
        "n_contacts", "rep_occupancy", "wait_hours_desk_p50",
    ]  # fmt: skip
    assert runs[["point", "replication", "seed", TEAMS]].to_numpy().tolist() == [
        [1, 1, 1, 2], [1, 2, 2, 2], [2, 1, 1, 4], [2, 2, 2, 4],
    ]  # fmt: skip


def test_every_table_has_its_own_period_and_repeats_nothing_of_the_run(path, tmp_path):
    written(path, tmp_path / "t")
    tables = {file.stem: pd.read_parquet(file) for file in (tmp_path / "t").glob("*.parquet")}
    for name, table in tables.items():
        assert table.columns[:3].tolist() == ["alternative", "point", "replication"]
        assert name == "runs" or TEAMS not in table
        keys = table[["point", "replication"]]
        assert keys.equals(keys.sort_values(["point", "replication"]))
    assert sorted(tables["days"]["day"].unique()) == [7, 14, 21, 28]
    assert sorted(tables["reps"]["day"].unique()) == [10, 20, 30]
    assert sorted(tables["events"]["day"].unique()) == [2, 3]


def test_kept_tables_are_those_of_the_run(path, tmp_path):
    written(path, tmp_path / "t")
    sweep = small_sweep(**ASKED)
    scenario = sweep.base.changed({TEAMS: 4, HABIT: 0.6})
    result = simulate(scenario, 2, log=True)
    where = "point == 2 and replication == 2"
    days, reps, events, reviews = (
        pd.read_parquet(tmp_path / "t" / f"{name}.parquet").query(where).reset_index(drop=True)
        for name in ("days", "reps", "events", "reviews")
    )
    assert days["completed"].tolist() == result.world.days["completed"][[6, 13, 20, 27]].tolist()
    assert reps.query("day == 30")["disposition"].tolist() == result.world.reps["disposition"].tolist()
    assert reps.query("day == 30")["n_completed"].tolist() == result.world.reps["n_completed"].tolist()
    assert reviews["bonus"].tolist() == result.world.reviews["bonus"][: len(reviews)].tolist() and len(reviews) == 2 * 4
    all_events = event_table(result.log, scenario.run.day_minutes).to_pandas().query("day in (2, 3)")
    assert events.drop(columns=["alternative", "point", "replication"]).equals(all_events.reset_index(drop=True))


def test_snapshots_on_the_way_change_nothing_of_the_run(path):
    with open_store(path) as store:
        with_snapshots = [run.measures for run in store.runs()]
    plain = path.with_name("plain.sqlite")
    done_here(small_sweep(**ASKED | {"keep": {}}), plain)
    assert [run.measures for run in rows(plain)] == with_snapshots


def test_what_is_missing_has_a_row_that_says_so(tmp_path):
    with open_for_writing(tmp_path / "s.sqlite") as store:
        store.plan(small_sweep(**ASKED), "v")
    written(tmp_path / "s.sqlite", tmp_path / "t")
    runs = pd.read_parquet(tmp_path / "t" / "runs.parquet")
    assert runs["status"].tolist() == ["missing"] * 4 and runs["rep_occupancy"].isna().all()


def test_provenance_says_what_was_run_by_whom_and_with_which_code(path, tmp_path):
    about = json.loads(written(path, tmp_path / "t")["provenance.json"])
    assert about["runs"] == {"planned": 4, "done": 4} and about["rows"]["runs"] == 4
    (session,) = about["sessions"]
    assert session["runs"] == 4 and session["started"] <= session["ended"]
    assert len(session["lock"]) == 64 and session["model_version"] == about["model_version"]
    assert {"commit", "dirty", "python", "machine", "host"} <= set(about["exported"])


def test_an_export_replaces_an_earlier_one_whole_and_nothing_else(path, tmp_path):
    written(path, tmp_path / "t", "csv")
    assert not any(name.endswith(".csv") for name in written(path, tmp_path / "t", "parquet"))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.tex").write_text("")
    with pytest.raises(SweepError, match="files of another kind"):
        written(path, tmp_path / "mine")
    with pytest.raises(SweepError, match="is a file"):
        written(path, tmp_path / "mine" / "thesis.tex")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine", "t"]


@pytest.mark.parametrize("stranger", ["notes.csv", "interviews.parquet", "drafts"])
def test_an_export_does_not_take_away_what_somebody_laid_beside_an_earlier_one(stranger, path, tmp_path):
    written(path, tmp_path / "t")
    (tmp_path / "t" / stranger).mkdir() if stranger == "drafts" else (tmp_path / "t" / stranger).write_text("a\n1\n")
    with open_store(path) as store, pytest.raises(SweepError, match=f"'{stranger}', which no export wrote"):
        export(store, tmp_path / "t")
    assert (tmp_path / "t" / stranger).exists()
    assert answer(tmp_path / "t", "select count(*) from runs")[1] == [(4,)]


@pytest.mark.parametrize("sql, said", [
    ("", "0 statements"), (";", "0 statements"), ("select 1; select 2", "2 statements"),
    ("select 1 as a, 2 as a", "two columns the name 'a'"),
])  # fmt: skip
def test_what_is_no_single_answer_is_refused(sql, said, path):
    with pytest.raises(SweepError, match=said):
        answer(path, sql)


def test_a_damaged_table_of_an_export_is_refused(path, tmp_path):
    written(path, tmp_path / "t")
    (tmp_path / "t" / "runs.parquet").write_bytes(b"torn")
    with pytest.raises(SweepError, match="cannot be answered"):
        answer(tmp_path / "t", "select 1")


def test_an_export_that_fails_on_the_way_leaves_the_earlier_one_as_it_was(path, tmp_path, monkeypatch):
    before = written(path, tmp_path / "t")

    def full_disk(*arguments, **options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("experiments.sweep.export.json.dumps", full_disk)
    with open_store(path) as store, pytest.raises(SweepError, match="No space left on device"):
        export(store, tmp_path / "t")
    assert {file.name: file.read_bytes() for file in (tmp_path / "t").iterdir()} == before
    assert [file.name for file in tmp_path.iterdir()] == ["t"]


def test_where_folders_cannot_change_places_in_one_step_they_do_in_two(tmp_path, monkeypatch):
    monkeypatch.setattr(folders.ctypes, "CDLL", lambda *arguments, **options: object())
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "old").write_text("")
    with folders.replaced(tmp_path / "t") as stage:
        (stage / "new").write_text("")
    assert [file.name for file in (tmp_path / "t").iterdir()] == ["new"]
    assert [file.name for file in tmp_path.iterdir()] == ["t"]


@pytest.mark.parametrize("form", [None, "parquet", "csv"])
def test_sql_answers_over_a_store_or_an_export(form, path, tmp_path):
    place = path
    if form:
        place = tmp_path / "t"
        written(path, place, form)
    columns, found = answer(place, f'select "{TEAMS}" as teams, count(*) as n from runs group by 1 order by 1')
    assert (columns, found) == (["teams", "n"], [(2, 2), (4, 2)])
    joined = "select count(*) from days join runs using (alternative, point, replication) where status = 'done'"
    assert answer(place, joined)[1] == [(4 * 4,)]


def test_sql_can_write_nothing_and_read_nothing_else(path, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    before = path.read_bytes()
    refused = (f"copy runs to '{tmp_path}/out.csv'", f"select * from '{secret}'", "select nonsense from runs", "selec")
    for sql in refused:
        with pytest.raises(SweepError, match="cannot be answered"):
            answer(path, sql)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["secret.csv"]
    with pytest.raises(SweepError, match="is no export"):
        answer(tmp_path, "select 1")


def test_an_export_to_a_link_fills_the_folder_it_leads_to(path, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    written(path, tmp_path / "link")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real" / "runs.parquet").is_file()
    assert sorted(place.name for place in tmp_path.iterdir()) == ["link", "real"]
