"""`desksales sensitivity` on stores whose answer is known: tables, figure, luck, refusals."""

import json

import numpy as np
import pytest

from experiments.analysis.sensitivity import notes, sensitivity
from experiments.cli.main import status
from tests.analysis.stores import ABSENT, MEASURE, WEIGHTS, filled, grid, scattered, weighted
from tests.analysis.test_stored import read
from tests.cli.command import refusal

ASKED = ["--measure", MEASURE]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def printed(capsys, *arguments) -> str:
    assert status(["sensitivity", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_the_indices_of_a_sum_are_the_shares_of_its_parts(tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", scattered(kind="saltelli", n=256), weighted)
    told = json.loads(printed(capsys, store, *ASKED, "--json"))
    shares = [entry["first"] for entry in told["parameters"]]
    assert shares == pytest.approx([1 / 14, 4 / 14, 9 / 14], abs=0.05)
    assert [entry["total"] for entry in told["parameters"]] == pytest.approx(shares, abs=0.05)
    assert (told["points"], told["replications"], told["unit"]) == (256 * 5, 2, "minutes")


def test_the_screening_of_a_sum_gives_its_weights_over_the_full_ranges(tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", scattered(kind="morris", trajectories=8), weighted)
    told = {entry["name"]: entry for entry in json.loads(printed(capsys, store, *ASKED, "--json"))["parameters"]}
    assert [told[name]["mu_star"] for name in WEIGHTS] == pytest.approx([1.0, 2.0, 3.0])
    assert all(entry["sigma"] == pytest.approx(0.0, abs=1e-9) for entry in told.values())


def test_the_part_of_luck_is_that_of_the_law(tmp_path):
    # luck moves all points alike: none of it is left in what the points' means differ by
    stored = read(filled(tmp_path / "a.sqlite", scattered(kind="saltelli", n=64), weighted))
    found = sensitivity(stored, MEASURE)
    # two seeds 0.1 apart have the variance 0.005, the points 14 / 12
    assert found.shares.luck == pytest.approx(0.005 / (0.005 + 14.0 / 12.0), rel=0.1)
    assert found.shares.of_means == pytest.approx(0.0, abs=1e-9) and "seeds 1 to 2" in notes(found)[0]


@pytest.mark.parametrize("luck", ["common", "independent"])
def test_a_parameter_without_effect_shows_the_part_of_luck_only_where_points_do_not_share_it(luck, tmp_path):
    def value(varied, seed):  # the updates do nothing
        return 3.0 * varied["customers.initial_habit"] + np.random.default_rng(seed).normal(0.0, 0.5)

    sweep = scattered(kind="saltelli", n=256).model_copy(update={"luck": luck})
    found = sensitivity(read(filled(tmp_path / "a.sqlite", sweep, value)), MEASURE)
    inert = next(row["total"] for row in found.rows if row["name"] == "channels.updates_per_request")
    # of the means of two seeds, (0.25 / 2) / (9 / 12 + 0.25 / 2) = 1 / 7 is luck of their own
    expected = 0.0 if luck == "common" else 1.0 / 7.0
    assert inert == pytest.approx(expected, abs=0.03)
    assert found.shares.of_means == pytest.approx(expected, abs=0.03)
    assert ("without any effect" in " ".join(notes(found))) == (luck == "independent")


def test_with_one_replication_the_part_of_luck_is_not_made_up(tmp_path):
    stored = read(filled(tmp_path / "a.sqlite", scattered(1, kind="morris", trajectories=4), weighted))
    assert sensitivity(stored, MEASURE).shares is None
    assert "cannot be told" in " ".join(notes(sensitivity(stored, MEASURE)))


def test_runs_that_ran_away_are_said(tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", scattered(kind="morris", trajectories=4), weighted,
                   lambda varied, seed: varied["reps.disposition_mean"] > 0.5 and seed == 1)  # fmt: skip
    assert "of 32 runs ran away" in printed(capsys, store, *ASKED)


def test_table_and_figure_are_written_and_the_same_bytes_each_time(tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", scattered(kind="saltelli", n=16), weighted)
    out = printed(capsys, store, *ASKED)
    folder = tmp_path / "results" / "a" / MEASURE
    assert sorted(file.name for file in folder.iterdir()) == [
        "sensitivity.csv", "sensitivity.json", "sensitivity.png", "sensitivity.svg",
    ]  # fmt: skip
    assert out.index("reps.disposition_mean") < out.index("customers.initial_habit")
    printed(capsys, store, *ASKED, "--out", tmp_path / "again")
    for file in folder.iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes()



REFUSED = {
    "an incomplete block": (lambda v, s: ABSENT if s == 2 else 1.0, scattered(kind="saltelli", n=4), [],
                            ["The saltelli design needs every point", "20 of 40 runs are missing",
                             "points 1, 2, 3, 4, 5 and 15 more", "--replications 1"]),
    "another design": (lambda v, s: 1.0, grid(), [], ["design grid", "saltelli", "morris"]),
    "no replications": (lambda v, s: 1.0, grid(), ["--replications", "0"], ["--replications is 0"]),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_would_be_a_pretence_is_refused(case, tmp_path, capsys):
    value, sweep, more, expected = REFUSED[case]
    store = filled(tmp_path / "a.sqlite", sweep, value)
    before = store.read_bytes()
    sentence = refusal(capsys, "sensitivity", str(store), *ASKED, *more)
    assert [part for part in expected if part not in sentence] == []
    assert store.read_bytes() == before and not (tmp_path / "results").exists()


def test_an_unknown_measure_a_missing_store_and_one_that_is_none_are_refused(tmp_path, capsys):
    misspelt = refusal(capsys, "sensitivity", "a.sqlite", "--measure", "wait_minutes_men")
    assert "did you mean wait_minutes_mean" in misspelt
    refusal(capsys, "sensitivity", str(tmp_path / "none.sqlite"), *ASKED)
    (tmp_path / "text.sqlite").write_text("no store")
    refusal(capsys, "sensitivity", str(tmp_path / "text.sqlite"), *ASKED)


def test_a_screening_on_the_first_replications_is_possible_before_all_are_done(tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", scattered(3, kind="morris", trajectories=4),
                   lambda varied, seed: ABSENT if seed == 3 else weighted(varied, seed))  # fmt: skip
    told = json.loads(printed(capsys, store, *ASKED, "--json", "--replications", "2"))
    assert told["replications"] == 2
