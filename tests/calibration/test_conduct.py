"""A whole calibration from plan to page: the same bytes again, and sentences for what cannot be."""

import csv
import json
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
import tomli_w

from experiments.calibration.conduct import problem_of
from experiments.calibration.errors import CalibrationError
from experiments.calibration.pilot import sweep_of
from experiments.calibration.plan import plan_of, read
from model.scenario import ScenarioError
from tests.calibration.small import content
from tests.cli.command import program

WRITTEN = (
    "calibration.csv", "calibration.json", "calibration.md", "calibration_marginals.png", "calibration_pairs.png",
    "calibration_pairs.svg", "calibration_patterns.csv", "calibration_patterns.png", "calibration_posterior.csv",
    "calibration_screening.csv",
)  # fmt: skip


def calibrate(folder: Path, *arguments: str, **changes) -> subprocess.CompletedProcess:
    (folder / "plan.toml").write_text(tomli_w.dumps(content(**changes)), encoding="utf-8")
    return program("calibrate", "plan.toml", "--workers", "1", *arguments, folder=folder)


@pytest.mark.slow
def test_a_calibration_is_written_whole_and_the_same_again_from_its_files(tmp_path):
    pytest.importorskip("pyabc")
    first = calibrate(tmp_path, "--results", "kept", "--out", "one")
    assert first.returncode == 0, first.stderr
    again = calibrate(tmp_path, "--results", "kept", "--out", "two")
    assert again.returncode == 0, again.stderr
    for name in WRITTEN:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name
    facts = json.loads((tmp_path / "one" / "calibration.json").read_text(encoding="utf-8"))
    with (tmp_path / "one" / "calibration_posterior.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == facts["particles"] == 30
    assert sum(float(row["weight"]) for row in rows) == pytest.approx(1.0, abs=1e-4)
    years = facts["years"]
    assert years["pilot"] == 40
    assert years["check"] == 30 * 2
    assert years["point"] == (4 + 2) * 4  # default and three particles, default and point again
    assert facts["years_in_all"] == sum(years.values())
    page = (tmp_path / "one" / "calibration.md").read_text(encoding="utf-8")
    assert f"{facts['years_in_all']:,} simulated years" in page


MANY = content()["ranges"] | {"people.salespeople_per_team": [2, 9]}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"fitted": ["occupancy", "occupied"]}, r"no published figure 'occupied'.*occupancy"),
        ({"held_out": ["occupancy"]}, r"occupancy stands in fitted and in held_out"),
        ({"fitted": ["mean_wait_minutes"], "held_out": []}, r"mean_wait_minutes is published as a bound.*\[margins\]"),
        ({"margins": {"p_wait": 0.1}}, r"\[margins\] has 'p_wait', which is not fitted"),
        ({"hold": {"calls.wrap_minutes": 1.0}}, r"wrap_minutes stands in \[hold\] and has a range"),
        ({"ranges": {"calls.talk_minutes": [9.0, 2.0]}}, r"talk_minutes is \[9\.0, 2\.0\]; it must be two numbers"),
        ({"ranges": {"calls.talk_minutes": [0.0, 2.0]}}, r"talk_minutes is 0 … 2; it must be a number between 0\.01"),
        (
            {"sequence": {"nearest": 10, "particles": 3, "seed": 1, "tighten": 0.5}},
            r"sequence\.particles of the plan is 3; .* 10",
        ),
        ({"sequence": {"nearest": 10, "particles": 30, "seed": 1}}, r"\[sequence\] of the plan must say tighten"),
        (
            {"pilot": {"years": 10, "seed": 1, "least": 0.1, "grades": ["assumed"]}, "ranges": MANY},
            r"years .* is 10, for 4 parameters; it must be 12",
        ),
        ({"pilot": {"years": 40, "seed": 1, "least": 0.1, "grades": ["guessed"]}}, r"'guessed'; it must be 'measured'"),
        ({"pilot": {"years": 40, "seed": 1, "least": 0.1, "grades": []}}, r"grades"),
        ({"particels": 30}, r"The plan has no 'particels'.*it may say scenario, fitted"),
    ],
)  # fmt: skip
def test_a_plan_that_cannot_be_is_refused_in_one_sentence(changes, said):
    with pytest.raises(CalibrationError, match=said):
        plan_of(content(**changes))


def test_what_is_held_differs_from_the_scenario_in_every_year():
    plan = plan_of(content(hold={"customers.patience_minutes": 7.0}))
    assert sweep_of(plan).base.customers.patience_minutes == 7.0
    piloted = SimpleNamespace(chosen=plan.priors, first=lambda nearest: 2.0)
    assert problem_of(plan, piloted).year.changes == {"customers.patience_minutes": 7.0}
    with pytest.raises(ScenarioError, match=r"no parameter 'customers\.patience_minuets'.*patience_minutes"):
        plan_of(content(hold={"customers.patience_minuets": 7.0}))


def test_a_plan_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(CalibrationError, match=r"plan\.toml' cannot be read \(No such file or directory\)"):
        read(tmp_path / "plan.toml")
    (tmp_path / "plan.toml").write_text("fitted = [", encoding="utf-8")
    with pytest.raises(CalibrationError, match="is not valid TOML"):
        read(tmp_path / "plan.toml")


def test_at_the_command_line_a_refusal_is_status_two_and_writes_nothing(tmp_path):
    done = calibrate(tmp_path, "--results", "kept", "--out", "one", held_out=["occupancy"])
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.toml"]
