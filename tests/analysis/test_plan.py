"""`desksales plan`: what a sweep costs and what its replications tell, from a pilot or from stored runs."""

import json

import numpy as np
import pytest

from experiments.analysis.luck import shared_luck
from experiments.analysis.pilot import run_pilot, spread
from experiments.analysis.replications import Question, runs_tell
from experiments.cli.main import status
from experiments.cli.plan_shown import cost, size
from experiments.replicate import replicate
from experiments.sweep.file import Sweep
from experiments.sweep.plan import cells
from model.scenario import load_scenario
from tests.analysis.stores import ABSENT, MEASURE, filled, grid
from tests.cli.command import refusal

QUEUE = """
scenario = "textbook_queue"
replications = 6
days = 1
[vary]
agents = [10, 11, 12, 13, 14, 15]
"""


@pytest.fixture
def queue(tmp_path):
    file = tmp_path / "queue.toml"
    file.write_text(QUEUE, encoding="utf-8")
    return file


def told(capsys, *arguments) -> dict:
    assert status(["plan", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_pilot_runs_points_from_one_end_of_the_design_to_the_other(queue):
    sweep = Sweep.read(queue)
    assert [changes["agents"] for changes in spread(sweep)] == [10, 12, 13, 15]
    assert [changes["agents"] for changes in spread(sweep, most=9)] == [10, 11, 12, 13, 14, 15]


def test_the_pilot_tells_the_luck_that_the_sweeps_own_runs_have(queue):
    pilot = run_pilot(Sweep.read(queue), ["mean_wait_minutes"], seconds=600.0)
    assert (pilot.points, pilot.seeds) == (4, 8) and pilot.run_seconds > 0.0 and 1e2 < pilot.run_bytes < 1e6
    points = [load_scenario("textbook_queue", {"days": 1, "agents": agents}) for agents in (10, 12, 13, 15)]
    by_hand = [[run["mean_wait_minutes"] for run in replicate(point, 8).runs] for point in points]
    assert pilot.values["mean_wait_minutes"] == pytest.approx(np.array(by_hand))
    assert pilot.luck["mean_wait_minutes"] == shared_luck(pilot.values["mean_wait_minutes"])


def test_a_pilot_without_time_makes_two_runs_of_each_point(queue):
    assert run_pilot(Sweep.read(queue), ["mean_wait_minutes"], seconds=0.0).seeds == 2


def test_the_plan_counts_runs_time_and_bytes(queue, capsys):
    found = told(capsys, queue, "--workers", "2", "--pilot-seconds", "1")
    assert (found["runs"], found["cells"], found["replications"]) == (36, 6, 6)
    assert found["core_hours"] == pytest.approx(36 * found["run_seconds"] / 3600.0)
    assert found["hours"] == pytest.approx(found["core_hours"] / 2.0)
    assert found["bytes"] == pytest.approx(36 * found["run_bytes"])
    assert "needed" not in found and "mean_wait_minutes" in found["tell"]


def law(varied, seed):
    luck = np.random.default_rng(seed).normal()
    return 10.0 * varied["customers.initial_habit"] + luck + 0.1 * np.random.default_rng([seed, 7]).normal()


def stored(tmp_path, value=law, **more):
    sweep = grid(**more)
    (tmp_path / "grid.toml").write_text(sweep.toml(), encoding="utf-8")
    return tmp_path / "grid.toml", filled(tmp_path / "a.sqlite", sweep, value)


def test_stored_runs_tell_what_a_pilot_would_and_need_not_be_done_again(tmp_path, capsys):
    file, store = stored(tmp_path, lambda v, seed: ABSENT if seed > 3 else law(v, seed), replications=5)
    found = told(capsys, file, "--store", store, "--measure", MEASURE, "--difference", "1", "--half-width", "0.5")
    assert (found["runs"], found["runs_left"]) == (30, 12)
    table = np.array([[law(cell.factors, seed) for seed in (1, 2, 3)] for cell in cells(grid())])
    luck = shared_luck(table)
    assert found["tell"][MEASURE]["sd"] == pytest.approx(luck.sd)
    expected = runs_tell(5, luck, Question(difference=1.0, half_width=0.5), common=True)
    assert found["tell"][MEASURE]["detectable"] == pytest.approx(expected["detectable"])
    assert [entry["question"].split()[0] for entry in found["needed"]] == ["find", "find", "know", "know"]


def test_the_table_says_what_pairing_saves_and_what_the_published_formula_gives(tmp_path, capsys):
    file, store = stored(tmp_path)
    assert status(["plan", str(file), "--store", str(store), "--measure", MEASURE, "--half-width", "0.2"]) == 0
    out = capsys.readouterr().out
    # 14.091 · 6^−0.640 · 0.1^−1.986 = 433.4
    assert "433.4" in out and "Secchi & Seri" in out and "0 runs are left" in out and "saved" in out


REFUSED = {
    "no measure": (["--half-width", "1"], ["--half-width is in the unit of a measure", "--measure"]),
    "no number": (["--effect", "small"], ["--effect is 'small'; it must be a number"]),
    "no effect": (["--effect", "0"], ["effect size is 0"]),
    "alpha above 1": (["--alpha", "5"], ["alpha is 5;"]),
    "power below alpha": (["--power", "0.001"], ["power is 0.001"]),
    "unknown measure": (["--measure", "wait"], ["no measure 'wait'"]),
    "no time": (["--pilot-seconds", "0"], ["--pilot-seconds is 0"]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_planned_is_refused_before_anything_is_run(case, queue, capsys):
    arguments, expected = REFUSED[case]
    sentence = refusal(capsys, "plan", str(queue), *arguments)
    assert [part for part in expected if part not in sentence] == []


def test_a_store_that_cannot_tell_is_refused(tmp_path, capsys):
    file, store = stored(tmp_path, lambda v, seed: ABSENT if seed > 1 else law(v, seed))
    assert "no two seeds" in refusal(capsys, "plan", str(file), "--store", str(store), "--measure", MEASURE)


def test_a_store_of_another_scenario_tells_nothing_of_this_one(queue, tmp_path, capsys):
    _, store = stored(tmp_path)
    sentence = refusal(capsys, "plan", str(queue), "--store", str(store))
    assert "holds a sweep of mtel" in sentence and "textbook_queue" in sentence


def test_amounts_have_units_that_fit_them():
    assert [size(n) for n in (12, 21_500, 6_450_000, 3e9)] == ["12 bytes", "21.5 kB", "6.45 MB", "3 GB"]


def test_the_cost_is_said_in_core_hours_and_for_the_workers_there_are():
    told = {"runs": 300, "runs_left": 120, "run_seconds": 0.3, "workers": 2, "run_bytes": 21_500.0}
    # 120 · 0.3 s = 36 s = 0.01 hours of a core, 18 s with two
    said = cost(told | {"core_hours": 0.01, "hours": 0.005, "bytes": 300 * 21_500.0})
    assert said == (
        "120 runs are left: 0.01 core-hours (0.3 s a run), 18 s with 2 workers; 6.45 MB of store (21.5 kB a run)."
    )
