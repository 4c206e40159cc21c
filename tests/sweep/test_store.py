"""The store: what is no store is refused and left as it is, what is damaged is mended; one process writes at a time."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from experiments.sweep.errors import SweepError
from experiments.sweep.file import Sweep
from experiments.sweep.store import open_for_writing, open_store, place
from tests.sweep.sweeps import done_here, rows, small_sweep


@pytest.fixture
def path(tmp_path):
    done_here(small_sweep(keep={"days": 1}), tmp_path / "sweep.sqlite")
    return tmp_path / "sweep.sqlite"


def refusals(path, openings=(open_store, open_for_writing)) -> list[str]:
    """What reading and writing a store are refused with; neither may change the file, or leave others beside it."""
    before, beside, said = path.read_bytes(), sorted(path.parent.glob("*")), []
    for opening in openings:
        with pytest.raises(SweepError) as refused, opening(path):
            pass
        said.append(str(refused.value))
    assert path.read_bytes() == before
    assert sorted(path.parent.glob("*")) == beside
    return said


def test_a_finished_store_is_one_file(path):
    assert [file.name for file in path.parent.glob("*") if not file.name.startswith(".")] == [path.name]


def is_mended(path) -> str:
    """A damaged store cannot be read; the same sweep mends it, does what is not whole again, and then it is as before.

    Returns what the sweep said of it.
    """
    assert all("is damaged" in said for said in refusals(path, [open_store]))
    damaged, told = path.read_bytes(), []
    progress, _ = done_here(small_sweep(keep={"days": 1}), path, tell=lambda progress: told.append(progress.message))
    assert path.with_name(f"{path.name}.damaged").read_bytes() == damaged
    assert [(run.seed, run.status, run.measures) for run in rows(path)] == UNDISTURBED
    said = next(message for message in told if message)
    whole = int(re.search(r"damaged: (\d+) runs? in it w", said)[1])
    assert progress.done >= 4 - whole  # more where a run lacks one of its tables
    return said


@pytest.fixture(autouse=True, scope="module")
def undisturbed(tmp_path_factory):
    path = tmp_path_factory.mktemp("undisturbed") / "sweep.sqlite"
    done_here(small_sweep(keep={"days": 1}), path)
    UNDISTURBED[:] = [(run.seed, run.status, run.measures) for run in rows(path)]


UNDISTURBED: list[tuple] = []


@pytest.mark.parametrize("kept", [0, 50], ids=str)
def test_what_is_left_of_a_store_without_its_head_is_refused_and_untouched(kept, path):
    path.write_bytes(path.read_bytes()[:kept])
    assert all("is not a store" in said for said in refusals(path))


@pytest.mark.parametrize("kept", [100, 4096, 0.3, 0.5, 0.9, -1], ids=str)
def test_of_a_truncated_store_what_is_whole_is_kept_and_the_rest_done_again(kept, path):
    whole = path.read_bytes()
    path.write_bytes(whole[: int(kept * len(whole)) if isinstance(kept, float) else kept])
    is_mended(path)


def test_a_second_damage_is_kept_beside_the_first(path):
    for name in ("sweep.sqlite.damaged", "sweep.sqlite.damaged-2"):
        damage(path, CHANGED["a measure"])
        done_here(small_sweep(keep={"days": 1}), path)
        assert path.with_name(name).exists()


def damage(path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


CHANGED = {
    "a measure": "UPDATE runs SET measures = replace(measures, '0.', '1.')",
    "a status": "UPDATE runs SET status = 'runaway' WHERE run = (SELECT min(run) FROM runs)",
    "a byte of a table": "UPDATE blocks SET content = substr(content, 1, 50) || x'00' || substr(content, 52)",
    "a seed": "UPDATE plan SET seed = 99 WHERE cell = 1 AND replication = 1",
    "a factor": "UPDATE cells SET factors = replace(factors, '2', '3')",
    "what is kept": "DELETE FROM kept",
    "the base": "UPDATE meta SET value = replace(value, '0.6', '0.7') WHERE key = 'base'",
}  # fmt: skip


@pytest.mark.parametrize("statement", CHANGED.values(), ids=CHANGED)
def test_a_store_in_which_anything_that_decides_a_table_has_changed_is_mended_by_the_same_sweep(statement, path):
    damage(path, statement)
    is_mended(path)


def test_one_changed_row_costs_one_run(path):
    damage(path, CHANGED["a status"])
    assert "damaged: 3 runs in it were whole" in is_mended(path)


def test_noise_over_a_page_of_the_file_is_found(path):
    raw = bytearray(path.read_bytes())
    for page in range(4096, len(raw) - 4096, 4096):
        noisy = raw.copy()
        noisy[page : page + 512] = bytes((b * 73 + 41) % 256 for b in range(512))
        path.write_bytes(noisy)
        if bytes(noisy) != bytes(raw):
            assert "is damaged" in refusals(path, [open_store])[0], page
    path.write_bytes(raw)
    assert len(rows(path)) == 4


def test_a_file_of_another_kind_is_refused_and_untouched(tmp_path):
    other = tmp_path / "thesis.tex"
    other.write_text("\\documentclass{article}" * 20)
    assert all("is not a store of sweeps" in said for said in refusals(other))
    foreign = tmp_path / "other.sqlite"
    damage(foreign, "CREATE TABLE mine (x)")
    assert all("is not a store of sweeps" in said for said in refusals(foreign))


def test_a_store_of_another_version_of_the_format_is_refused(path):
    damage(path, "PRAGMA user_version = 99")
    assert all("has version 99 of the format" in said for said in refusals(path))


def test_what_is_not_there_or_a_folder_or_not_writable_is_refused(tmp_path):
    with pytest.raises(SweepError, match="There is no store"), open_store(tmp_path / "none.sqlite"):
        pass
    with pytest.raises(SweepError, match="is a folder"), open_for_writing(tmp_path):
        pass
    (tmp_path / "file").write_text("")
    with pytest.raises(SweepError, match="cannot be written"), open_for_writing(tmp_path / "file" / "x.sqlite"):
        pass


def test_a_second_writer_is_told_and_a_reader_is_welcome(path):
    with open_for_writing(path):
        with pytest.raises(SweepError, match="Another sweep is writing"), open_for_writing(path):
            pass
        assert len(rows(path)) == 4
    with open_for_writing(path) as store:
        assert store.n_planned == 4


def test_a_reader_sees_each_run_as_soon_as_it_is_committed(tmp_path):
    path, seen = tmp_path / "sweep.sqlite", []

    def look(progress) -> None:
        if progress.planned:
            seen.append((progress.done, sum(run.status == "done" for run in rows(path))))

    done_here(small_sweep(), path, tell=look)
    assert seen == [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]


@pytest.mark.parametrize("system, network", [("nfs4", True), ("cifs", True), ("lustre", True), ("ext4", False)])
def test_on_a_network_file_system_no_shared_memory_is_used_and_the_user_is_told(system, network, tmp_path, monkeypatch):
    monkeypatch.setattr(place, "file_system", lambda path: system)
    told = []
    done_here(small_sweep(), tmp_path / "s.sqlite", tell=lambda progress: told.append(progress.message))
    assert any("network file system" in message for message in told) == network
    with closing(sqlite3.connect(tmp_path / "s.sqlite")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == ("delete" if network else "wal")


def test_the_file_system_of_a_path_is_that_of_the_innermost_mount(tmp_path):
    assert place.file_system(tmp_path / "x") != ""
    assert place.file_system("/proc/self") == "proc"


@pytest.mark.parametrize("opening", [open_store, open_for_writing])
def test_a_journal_that_a_kill_left_is_rolled_back(opening, path, monkeypatch):
    monkeypatch.setattr(place, "file_system", lambda path: "nfs4")
    before = rows(path)
    killed = f"""
import os, sqlite3
connection = sqlite3.connect({str(path)!r}, isolation_level=None)
connection.execute("PRAGMA journal_mode = DELETE")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE blocks SET content = zeroblob(100000)")
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", killed], check=False)
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0
    with opening(path) as store:
        assert list(store.runs()) == before


def test_a_link_to_a_store_has_the_lock_of_the_store(path):
    link = path.with_name("link.sqlite")
    link.symlink_to(path)
    with open_for_writing(path), pytest.raises(SweepError, match="Another sweep is writing"), open_for_writing(link):
        pass


@pytest.mark.parametrize("what", ["shutil.copy2", "os.replace"])
def test_whatever_stops_a_mending_loses_nothing(what, path, monkeypatch):
    damage(path, CHANGED["a status"])
    damaged = path.read_bytes()

    def stop(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(f"experiments.sweep.store.salvage.{what}", stop)
        with open_for_writing(path):
            pass
    assert path.read_bytes() == damaged
    assert "damaged: 3 runs in it were whole" in is_mended_at(path)


def is_mended_at(path) -> str:
    """What a sweep says of a damaged store that it mends."""
    told = []
    done_here(small_sweep(keep={"days": 1}), path, tell=lambda progress: told.append(progress.message))
    assert [(run.seed, run.status, run.measures) for run in rows(path)] == UNDISTURBED
    return next((message for message in told if message), "")


def test_a_damaged_store_of_another_scenario_is_not_taken_over(path):
    damage(path, CHANGED["a status"])
    other = Sweep.of(scenario="textbook_queue", vary={"agents": [11, 12]}, replications=1, days=1)
    with pytest.raises(SweepError, match="holds a sweep of mtel"):
        done_here(other, path)
    assert is_mended_at(path) == ""  # it was mended before, for its own sweep


def test_a_store_that_somebody_else_has_is_not_taken_for_a_damaged_one(path, monkeypatch):
    monkeypatch.setattr(place, "file_system", lambda path: "nfs4")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr("experiments.sweep.store.opening.BUSY_MILLISECONDS", 50)
        monkeypatch.setattr("experiments.sweep.store.opening._is_at_rest", lambda path: False)
        with pytest.raises(SweepError, match=r"cannot be used .*locked"), open_for_writing(path):
            pass
        assert not path.with_name(f"{path.name}.damaged").exists()
    assert len(rows(path)) == 4
