"""`desksales sweep`, `status`, `failed`, `export` and `query`, as one types them."""

import json
import math
import os
import shlex
import signal
import time
from pathlib import Path

import pandas as pd
import pytest

from experiments.cli import sweep_progress
from experiments.cli.main import status
from experiments.cli.sweep_progress import duration
from experiments.sweep.file import Sweep
from experiments.sweep.reproduce import command, written
from experiments.sweep.run import Progress
from experiments.sweep.store import open_for_writing, open_store
from tests.cli.command import program, refusal, started
from tests.helpers.organisations import SMALL
from tests.sweep.sweeps import HABIT, REFUSED, TEAMS, done_here, refusing, small_sweep

HELD = "\n".join(f"{name} = {json.dumps(value)}" for name, value in SMALL.items() if name not in (TEAMS, HABIT))
SWEEP = f"""
scenario = "mtel"
replications = 2
[hold]
{HELD}
[vary]
people.teams = [2, 4]
customers.initial_habit = [0.6, 0.123456789012345]
"""


@pytest.fixture(autouse=True)
def in_a_folder_with_a_sweep(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.toml").write_text(SWEEP)


def test_from_the_file_to_a_table_in_four_commands(tmp_path):
    done = program("sweep", "s.toml", "--workers", "2", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "8 runs planned, 8 done now. Kept in results/s.sqlite.\n"
    store = "results/s.sqlite"
    told = json.loads(program("status", store, "--json", folder=tmp_path).stdout)
    assert (told["planned"], told["missing"], told["by_status"]) == (8, 0, {"done": 8})
    assert program("export", store, "--out", "t", folder=tmp_path).stdout == "Wrote 8 runs to t\n"
    assert len(pd.read_parquet("t/runs.parquet")) == 8
    found = program("query", store, "select count(*) n from runs", "--json", folder=tmp_path)
    assert json.loads(found.stdout) == [{"n": 8}]
    assert program("failed", store, folder=tmp_path).stdout == "None of the planned runs failed or ran away.\n"
    again = program("sweep", "s.toml", folder=tmp_path)
    assert again.stdout == "8 runs planned, 0 done now, 8 were there before. Kept in results/s.sqlite.\n"


def test_ctrl_c_says_what_is_kept_and_how_to_go_on_and_the_rest_is_done_then(tmp_path):
    (tmp_path / "s.toml").write_text(SWEEP.replace("replications = 2", "replications = 500"))
    for signal_sent in (signal.SIGINT, signal.SIGTERM):
        process = started("sweep", "s.toml", "--workers", "2", folder=tmp_path)
        wait_for_runs(tmp_path / "results" / "s.sqlite", 20)
        process.send_signal(signal_sent)
        out, said = process.communicate(timeout=60)
        assert process.returncode == 130 and out == ""
        assert "runs of this session are kept in results/s.sqlite" in said
        assert said.endswith("Interrupted.\n") and "Traceback" not in said
    kept = json.loads(program("status", "results/s.sqlite", "--json", folder=tmp_path).stdout)["by_status"]["done"]
    (tmp_path / "s.toml").write_text(SWEEP.replace("replications = 2", "replications = 6"))
    assert program("sweep", "s.toml", folder=tmp_path).returncode == 0
    left = json.loads(program("status", "results/s.sqlite", "--json", folder=tmp_path).stdout)
    assert left["missing"] == 0 and left["of_earlier_designs"] + 24 >= kept


def wait_for_runs(store, n: int) -> None:
    """Wait until so many runs more than before are committed."""
    deadline, first = time.monotonic() + 120.0, None
    while time.monotonic() < deadline:
        if store.exists():
            with open_store(store) as opened:
                done = sum(opened.by_status().values())
            first = done if first is None else first
            if done >= first + n:
                return
        time.sleep(0.1)
    raise AssertionError("the sweep makes no headway")


def test_the_command_that_failed_gives_does_the_run_alone(capsys):
    done_here(Sweep.read(Path("s.toml")), Path("s.sqlite"))
    with open_store(Path("s.sqlite")) as store:
        run = list(store.runs())[-1]
        typed = shlex.split(command(store, run))
    assert typed[:2] == ["desksales", "run"] and f"{HABIT}=0.123456789012345" in typed
    assert status([*typed[1:], "--json"]) == 0
    (alone,) = json.loads(capsys.readouterr().out)["runs"]
    assert alone["seed"] == run.seed and alone["n_events"] == run.n_events
    assert {name: alone[name] for name in run.measures} == run.measures


def test_runs_that_failed_are_listed_with_reason_and_command(tmp_path, capsys, monkeypatch):
    refusing(monkeypatch)
    sweep = small_sweep(hold={}, vary={}, alternatives={"small": SMALL, "huge": SMALL | REFUSED}, replications=1)
    done_here(sweep, tmp_path / "s.sqlite")
    assert status(["failed", "s.sqlite"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("huge, point 1, replication 1: failed: ScenarioError: There are too many accounts")
    assert said[1].startswith("  desksales run mtel --seed 1 --replications 1 --set ")
    assert said[1].endswith(" --out results/s-huge-1-1")
    assert said[2] == "1 of the planned runs failed or ran away."


BAD = {
    "no such sweep": (("sweep", "none.toml"), "cannot be read"),
    "not toml": (("sweep", "bad.toml"), "not valid TOML"),
    "unknown parameter": (("sweep", "unknown.toml"), "people.teams"),
    "unknown measure": (("sweep", "measure.toml"), "rep_occupancy"),
    "empty design": (("sweep", "empty.toml"), "Nothing is varied"),
    "contradictory design": (("sweep", "both.toml"), "only one of them can decide it"),
    "too many runs": (("sweep", "large.toml"), "add --yes"),
    "a store that is a folder": (("sweep", "s.toml", "--store", "."), "is a folder"),
    "a store below a file": (("sweep", "s.toml", "--store", "s.toml/x"), "cannot be written"),
    "a store of another kind": (("sweep", "s.toml", "--store", "bad.toml"), "is not a store of sweeps"),
    "no workers": (("sweep", "s.toml", "--workers", "0"), "1 or more"),
    "status of nothing": (("status", "none.sqlite"), "There is no store"),
    "status of something else": (("status", "bad.toml"), "is not a store of sweeps"),
    "failed of nothing": (("failed", "none.sqlite"), "There is no store"),
    "export of nothing": (("export", "none.sqlite", "--out", "t"), "There is no store"),
    "export without a folder": (("export", "none.sqlite"), "--out"),
    "unknown format": (("export", "none.sqlite", "--out", "t", "--format", "xls"), "parquet, csv"),
    "query of nothing": (("query", "none.sqlite", "select 1"), "There is no store"),
    "query of a folder": (("query", ".", "select 1"), "is no export"),
}  # fmt: skip


@pytest.mark.parametrize("arguments, said", BAD.values(), ids=BAD)
def test_bad_input_is_refused_with_a_sentence_and_leaves_nothing_behind(arguments, said, tmp_path, capsys):
    vary = "[vary]\npeople.teams = [2, 4]\n"
    files = {
        "bad.toml": "scenario = ",
        "unknown.toml": 'scenario = "mtel"\n[vary]\npeople.teems = [2]\n',
        "measure.toml": f'scenario = "mtel"\n{vary}[keep]\nmeasures = ["rep_ocupancy"]\n',
        "empty.toml": 'scenario = "mtel"\n',
        "both.toml": f'scenario = "mtel"\n{vary}[hold]\npeople.teams = 3\n',
        "large.toml": f'scenario = "mtel"\nreplications = 5001\n{vary}',
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert said in refusal(capsys, *arguments)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_sweep_that_is_refused_while_it_is_planned_leaves_no_store(tmp_path, capsys):
    (tmp_path / "p.csv").write_text("people.teams\n2\n\n0\n")
    (tmp_path / "p.toml").write_text('scenario = "mtel"\n[design]\nkind = "points"\nfile = "p.csv"\n')
    assert "between 1 and 200" in refusal(capsys, "sweep", "p.toml")
    assert not (tmp_path / "results" / "p.sqlite").exists()
    (tmp_path / "p.csv").write_text("people.teams\n2\n\n3,4\n")
    assert "Line 4 of" in refusal(capsys, "sweep", "p.toml")


def test_a_sweep_that_is_refused_leaves_the_store_of_an_earlier_one(tmp_path, capsys):
    done_here(small_sweep(vary={TEAMS: [2]}, replications=1), tmp_path / "s.sqlite")
    before = (tmp_path / "s.sqlite").read_bytes()
    (tmp_path / "p.csv").write_text("people.teams\n0\n")
    (tmp_path / "p.toml").write_text('scenario = "mtel"\n[design]\nkind = "points"\nfile = "p.csv"\n')
    assert "between 1 and 200" in refusal(capsys, "sweep", "p.toml", "--store", "s.sqlite")
    assert (tmp_path / "s.sqlite").read_bytes() == before


def test_a_folder_without_permission_is_refused(tmp_path, capsys):
    (tmp_path / "locked").mkdir(mode=0o500)
    locked = "/proc" if os.geteuid() == 0 else "locked"  # root may write anywhere but where nobody can
    assert "cannot be written" in refusal(capsys, "sweep", "s.toml", "--store", f"{locked}/s.sqlite")


def test_a_second_sweep_on_one_store_is_told(tmp_path, capsys):
    with open_for_writing(Path("s.sqlite")):
        assert "Another sweep is writing" in refusal(capsys, "sweep", "s.toml", "--store", "s.sqlite")


def test_a_length_of_time_is_told_in_two_units():
    told = [duration(seconds) for seconds in (0.4, 59, 61, 3600, 7 * 3600 + 90, 90_000)]
    assert told == ["0 s", "59 s", "1 min 1 s", "1 h 0 min", "7 h 1 min", "1 d 1 h"]


def test_the_pace_counts_from_the_first_outcome_on(monkeypatch):
    now = iter([100.0, 110.0, 110.0])
    monkeypatch.setattr(sweep_progress.time, "monotonic", lambda: next(now, math.nan))
    pace = sweep_progress.Pace()
    assert pace.said(Progress(50, 50, 0)) == "just begun"
    pace.said(Progress(50, 50, 10))  # at 100 s
    assert pace.said(Progress(50, 50, 30, 2)) == "2.0 runs/s, 10 s left, 2 failed"  # 20 runs in 10 s, 20 left


def test_points_that_are_the_same_are_said_to_share_their_runs(tmp_path, capsys):
    same = {"one": {"incentives.attribution": "handler"}, "other": {"incentives.attribution": "handler"}}
    (tmp_path / "same.toml").write_text(small_sweep(alternatives=same, vary={}, replications=2).toml())
    assert status(["sweep", "same.toml"]) == 0
    assert "4 runs planned (2 of them the same as another), 2 done now. Kept" in capsys.readouterr().out
    assert status(["sweep", "same.toml"]) == 0
    assert "0 done now, 2 were there before" in capsys.readouterr().out


def test_a_value_of_several_names_is_written_as_it_is_read():
    assert written(["orders", "queries"]) == "orders,queries"
    assert written([0.5, 1]) == "[0.5,1.0]" and written(True) == "true"
