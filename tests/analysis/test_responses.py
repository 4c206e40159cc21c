"""`desksales curve` and `desksales heatmap` on stores whose answer is known."""

import json

import pandas as pd
import pytest

from experiments.cli.main import status
from tests.analysis.stores import ABSENT, MEASURE, filled, grid, scattered, weighted
from tests.cli.command import refusal

HABIT, SCHEME = "customers.initial_habit", "incentives.attribution"
CURVE = ["--measure", MEASURE, "--x", HABIT]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def law(varied, seed):
    """10 a habit, 5 more for the originator, and luck that all points share."""
    return 10.0 * varied[HABIT] + 5.0 * (varied[SCHEME] == "originator") + seed**2


def printed(capsys, *arguments) -> str:
    assert status(list(map(str, arguments))) == 0
    return capsys.readouterr().out


def told(capsys, *arguments) -> tuple[dict, pd.DataFrame]:
    found = json.loads(printed(capsys, *arguments, "--json"))
    return found, pd.DataFrame(found["rows"])


@pytest.fixture
def store(tmp_path):
    return filled(tmp_path / "a.sqlite", grid(), law)


def test_the_curve_is_the_mean_over_seeds_and_over_what_else_is_varied(store, capsys):
    about, rows = told(capsys, "curve", store, *CURVE)
    # seeds 1 to 4: luck 7.5 on average; half of the points have the 5
    assert list(rows["mean"]) == pytest.approx([1.0 + 10.0, 2.0 + 10.0, 3.0 + 10.0])
    assert f"Averaged over {SCHEME}." in about["notes"] and about["title"] == MEASURE


def test_a_curve_may_be_split_and_narrowed(store, capsys):
    _, split = told(capsys, "curve", store, *CURVE, "--by", SCHEME)
    assert len(split) == 6
    _, narrowed = told(capsys, "curve", store, *CURVE, "--where", f"{SCHEME}=originator")
    assert list(narrowed["mean"]) == list(split[split[SCHEME] == "originator"]["mean"])


def test_differences_are_paired_and_free_of_shared_luck(store, capsys):
    about, rows = told(capsys, "curve", store, *CURVE, "--against", "0.1")
    assert list(rows["mean"]) == pytest.approx([0.0, 1.0, 2.0])
    assert (rows["high"] - rows["low"]).max() < 1e-9 and "difference to 0.1" in about["y_label"]


def test_the_only_parameter_left_needs_no_name(store, capsys):
    _, rows = told(capsys, "heatmap", store, *CURVE)
    assert {HABIT, SCHEME} < set(rows.columns) and len(rows) == 6


def test_an_incomplete_sweep_says_so_in_table_and_figure(tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", grid(), lambda varied, seed: ABSENT if seed == 4 else law(varied, seed))
    about, _ = told(capsys, "curve", store, *CURVE)
    assert "18 of 24 planned runs done" in about["title"] and (about["done"], about["planned"]) == (18, 24)
    out = printed(capsys, "curve", store, *CURVE)
    assert "incomplete, 18 of 24 planned runs done" in out
    svg = next((tmp_path / "results").rglob("curve.svg")).read_text(encoding="utf-8")
    assert "incomplete, 18 of 24 planned runs done" in svg


@pytest.mark.parametrize("command", ["curve", "heatmap"])
def test_runs_that_ran_away_have_a_share_and_no_part_in_the_mean(command, tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", grid(), law, lambda varied, seed: varied[HABIT] == 0.3 and seed > 2)
    _, rows = told(capsys, command, store, *CURVE)
    away = rows[rows[HABIT] == 0.3]
    assert set(away["ran_away"]) == {0.5}
    # seeds 1 and 2 are left: 2.5 of luck
    assert away["mean"].mean() == pytest.approx(3.0 + 2.5 + 2.5)
    out = printed(capsys, command, store, *CURVE)
    assert "50%" in out and "in no mean" in out
    assert "ran away" in next((tmp_path / "results").rglob(f"{command}.svg")).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["curve", "heatmap"])
def test_table_and_figure_are_the_same_bytes_each_time(command, store, tmp_path, capsys):
    for folder in ("one", "two"):
        printed(capsys, command, store, *CURVE, "--out", tmp_path / folder)
    files = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert files == [f"{command}.{kind}" for kind in ("csv", "json", "png", "svg")]
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_axes_have_the_units_of_the_records(store, tmp_path, capsys):
    printed(capsys, "curve", store, *CURVE, "--out", tmp_path / "one")
    svg = (tmp_path / "one" / "curve.svg").read_text(encoding="utf-8")
    assert f"{HABIT} (share)" in svg and "minutes" in svg


def test_scattered_points_make_a_curve_of_bins(tmp_path, capsys):
    store = filled(tmp_path / "b.sqlite", scattered(kind="latin_hypercube", n=200), weighted)
    about, rows = told(capsys, "curve", store, "--measure", MEASURE, "--x", "reps.disposition_mean")
    assert len(rows) == 10 and "10 with equally many points" in about["notes"][0]
    assert rows["mean"].iloc[-1] - rows["mean"].iloc[0] == pytest.approx(5.0 * 0.54, abs=0.3)


REFUSED = {
    "no x": (["curve", "--measure", MEASURE], ["--x is not given", HABIT, SCHEME]),
    "unknown x": (["curve", "--measure", MEASURE, "--x", "customers.initial_habbit"], ["did you mean", HABIT]),
    "x twice": (["curve", *CURVE, "--by", HABIT], ["--by is", "so is --x"]),
    "unknown value": (["curve", *CURVE, "--against", "0.4"], ["--against is '0.4'", "0.1, 0.2, 0.3"]),
    "no value": (["heatmap", *CURVE, "--where", SCHEME], ["--where is", "name=value"]),
    "unknown scheme": (["heatmap", *CURVE, "--where", f"{SCHEME}=orignator"], ["'orignator'"]),
    "unknown measure": (["curve", "--measure", "nothing", "--x", HABIT], ["no measure 'nothing'"]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_refusal_names_the_value_and_what_is_allowed(case, store, tmp_path, capsys):
    (command, *rest), expected = REFUSED[case]
    sentence = refusal(capsys, command, str(store), *rest)
    assert [part for part in expected if part not in sentence] == []
    assert not (tmp_path / "results").exists()


def test_nothing_is_paired_that_has_luck_of_its_own(tmp_path, capsys):
    store = filled(tmp_path / "c.sqlite", grid(luck="independent"), lambda varied, seed: varied[HABIT])
    assert "luck of its own" in refusal(capsys, "curve", str(store), *CURVE, "--against", "0.1")


def test_a_store_without_a_run_is_refused(tmp_path, capsys):
    store = filled(tmp_path / "d.sqlite", grid(), lambda *_: ABSENT)
    assert "0 of 24 planned runs done" in refusal(capsys, "curve", str(store), *CURVE)


def test_differences_to_a_value_that_was_not_run_yet_are_refused(tmp_path, capsys):
    store = filled(tmp_path / "half.sqlite", grid(), lambda v, s: ABSENT if v[HABIT] == 0.1 else law(v, s))
    assert "No run with customers.initial_habit = 0.1 is done yet" in refusal(
        capsys, "curve", str(store), *CURVE, "--against", "0.1"
    )
