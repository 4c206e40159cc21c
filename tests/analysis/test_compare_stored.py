"""`desksales compare --store`: points of a stored sweep, paired on the luck that they share."""

import json

import numpy as np
import pytest

from experiments.cli.main import status
from experiments.compare import paired
from tests.analysis.stores import ABSENT, MEASURE, filled, grid
from tests.cli.command import refusal

HABIT, SCHEME = "customers.initial_habit", "incentives.attribution"
SCHEMES = ["--a", f"{SCHEME}=handler", "--b", f"{SCHEME}=originator"]


def law(varied, seed):
    rng = np.random.default_rng([seed, int(10 * varied[HABIT]), len(varied[SCHEME])])
    return 10.0 * varied[HABIT] + 5.0 * (varied[SCHEME] == "originator") + seed**2 + rng.normal()


def told(capsys, *arguments) -> dict:
    assert status(["compare", "--store", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_two_points_are_compared_seed_by_seed(tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", grid(), law)
    both = [["--a", f"{SCHEME}=handler", "--a", f"{HABIT}=0.2"], ["--b", f"{SCHEME}=originator", "--b", f"{HABIT}=0.2"]]
    found = told(capsys, store, *both[0], *both[1])["measures"][MEASURE]
    a, b = ([law({HABIT: 0.2, SCHEME: scheme}, s) for s in (1, 2, 3, 4)] for scheme in ("handler", "originator"))
    expected = paired(a, b)
    assert found["n"] == 4 and found["unit"] == "minutes"
    assert [found[key] for key in ("a", "b", "difference", "low", "high")] == pytest.approx(
        [expected[key] for key in ("a", "b", "difference", "low", "high")]
    )


def test_what_else_is_varied_is_averaged_within_a_seed(tmp_path, capsys):
    found = told(capsys, filled(tmp_path / "a.sqlite", grid(), law), *SCHEMES)
    assert (found["seeds"], found["points"], found["averaged_over"]) == (4, 3, [HABIT])
    means = [
        [np.mean([law({HABIT: h, SCHEME: scheme}, seed) for h in (0.1, 0.2, 0.3)]) for seed in (1, 2, 3, 4)]
        for scheme in ("handler", "originator")
    ]
    assert found["measures"][MEASURE]["difference"] == pytest.approx(paired(*means)["difference"])
    assert found["measures"][MEASURE]["n"] == 4


def test_only_seeds_done_on_both_sides_are_pairs(tmp_path, capsys):
    def value(varied, seed):
        return ABSENT if seed == 4 and varied[SCHEME] == "handler" else law(varied, seed)

    assert told(capsys, filled(tmp_path / "a.sqlite", grid(), value), *SCHEMES)["seeds"] == 3


def test_runs_that_ran_away_are_said(tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", grid(), law, lambda varied, seed: varied[SCHEME] == "handler" and seed == 1)
    assert told(capsys, store, *SCHEMES)["ran_away"] == [3, 0]
    assert status(["compare", "--store", str(store), *SCHEMES, "--all"]) == 0
    out = capsys.readouterr().out
    assert "A: 3 of 12 runs ran away" in out and MEASURE in out and "averaged over 3 points" in out


REFUSED = {
    "no designs": ([], ["are the same", HABIT]),
    "one design twice": (["--a", f"{HABIT}=0.1", "--b", f"{HABIT}=0.1"], ["are the same"]),
    "different names": (["--a", f"{HABIT}=0.1", "--b", f"{SCHEME}=handler"], ["must name the same parameters"]),
    "not varied": (["--a", "people.teams=4", "--b", "people.teams=5"], ["--a is 'people.teams'", "not varied"]),
    "a scenario too": (["mtel", *SCHEMES], ["SCENARIO cannot be given with --store"]),
    "replications too": ([*SCHEMES, "--replications", "3"], ["--replications cannot be given with --store"]),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_refusal_names_the_value_and_what_is_allowed(case, tmp_path, capsys):
    arguments, expected = REFUSED[case]
    store = filled(tmp_path / "a.sqlite", grid(), law)
    sentence = refusal(capsys, "compare", "--store", str(store), *arguments)
    assert [part for part in expected if part not in sentence] == []


def test_luck_of_its_own_makes_no_pairs(tmp_path, capsys):
    store = filled(tmp_path / "a.sqlite", grid(luck="independent"), lambda varied, seed: 1.0)
    assert "there are no pairs" in refusal(capsys, "compare", "--store", str(store), *SCHEMES)


def test_without_scenario_and_store_there_is_nothing_to_compare(capsys):
    assert "Give the SCENARIO" in refusal(capsys, "compare", *SCHEMES)
