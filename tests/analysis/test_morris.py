"""Morris screening of functions whose elementary effects are known exactly."""

import numpy as np
import pytest
from SALib.analyze import morris as salib
from SALib.sample import morris as trajectories

from experiments.analysis.morris import elementary_effects, morris_measures
from experiments.analysis.sensitivity import sensitivity
from experiments.analysis.stored import read_runs
from experiments.sweep.factors import Factor
from experiments.sweep.file import Sweep
from experiments.sweep.store import open_store
from tests.analysis.stores import MEASURE, filled

NAMES = ["a", "b", "c"]
PROBLEM = {"num_vars": 3, "names": NAMES, "bounds": [[0.0, 1.0]] * 3}


def design(r: int = 20) -> np.ndarray:
    return trajectories.sample(PROBLEM, r, num_levels=4, seed=3)


def test_the_effects_of_a_sum_are_its_weights_everywhere():
    x = design()
    found = morris_measures(NAMES, x, x @ np.array([1.0, -2.0, 0.0]))
    assert [entry["mu"] for entry in found] == pytest.approx([1.0, -2.0, 0.0])
    assert [entry["mu_star"] for entry in found] == pytest.approx([1.0, 2.0, 0.0])
    assert [entry["sigma"] for entry in found] == pytest.approx([0.0, 0.0, 0.0], abs=1e-12)


def test_the_effect_of_a_product_is_the_other_factor():
    # y = a b: the effect of a is b, of b is a; c has none. On four levels b is 0, 1/3, 2/3 or 1 where a moves
    x = design(200)
    effects = elementary_effects(x, x[:, 0] * x[:, 1])
    assert set(np.round(3.0 * effects[:, 0], 9)) == {0.0, 1.0, 2.0, 3.0}
    assert effects[:, 0].mean() == pytest.approx(0.5, abs=0.1) and (effects[:, 2] == 0.0).all()


def test_the_statistics_are_those_of_salib():
    x = design()
    values = np.sin(5.0 * x[:, 0]) + x[:, 1] * x[:, 2]
    ours, theirs = morris_measures(NAMES, x, values), salib.analyze(PROBLEM, x, values, num_levels=4, seed=1)
    for key in ("mu", "mu_star", "sigma"):
        assert [entry[key] for entry in ours] == pytest.approx(list(np.asarray(theirs[key], float)))


def test_the_interval_of_the_mean_effect_is_that_of_the_normal_law_where_trajectories_are_many():
    x = design(400)
    entry = morris_measures(NAMES, x, x[:, 0] * x[:, 1], resamples=2000)[0]
    effects = elementary_effects(x, x[:, 0] * x[:, 1])[:, 0]
    expected = 2.0 * 1.96 * effects.std(ddof=1) / np.sqrt(len(effects))
    assert entry["mu_star_high"] - entry["mu_star_low"] == pytest.approx(expected, rel=0.1)
    assert entry["sigma_low"] < entry["sigma"] < entry["sigma_high"]


def test_a_step_that_rounding_took_away_is_left_out_and_a_shorter_one_counts_as_it_ran():
    # two trajectories of one parameter: one whose step of 2/3 became 1/2, one whose step became none
    points, values = np.array([[0.0], [0.5], [0.5], [0.5]]), np.array([1.0, 2.0, 7.0, 7.0])
    assert morris_measures(["a"], points, values)[0]["mu"] == pytest.approx(1.0 / 0.5)
    assert morris_measures(["a"], points, values)[0]["trajectories"] == 1


def test_points_that_are_no_trajectories_are_refused():
    x = design()
    with pytest.raises(ValueError, match="no whole number of trajectories"):
        elementary_effects(x[:-1], np.zeros(len(x) - 1))
    with pytest.raises(ValueError, match="two parameters at once"):
        elementary_effects(np.random.default_rng(1).random((8, 3)), np.zeros(8))


def test_the_bootstrap_repeats_with_its_seed():
    x = design()
    values = x[:, 0] * x[:, 1]
    assert morris_measures(NAMES, x, values, 2) == morris_measures(NAMES, x, values, 2)
    assert morris_measures(NAMES, x, values, 2) != morris_measures(NAMES, x, values, 3)


def test_a_whole_number_and_a_list_count_as_they_ran():
    whole = Factor("people.teams", (), 1, 3, 0, "linear", whole=True)
    assert [whole.taken(u) for u in (0.0, 1 / 3, 2 / 3, 1.0)] == [0.0, 0.5, 1.0, 1.0]
    listed = Factor("incentives.attribution", ("a", "b", "c"))
    assert [listed.taken(u) for u in (0.0, 0.4, 0.99, 1.0)] == [0.0, 0.5, 1.0, 1.0]
    logarithmic = Factor("people.teams", (), 1, 100, 0, "log", whole=True)
    assert logarithmic.taken(0.5) == pytest.approx(0.5)
    assert Factor("customers.initial_habit", (), 0.1, 0.9).taken(0.3) == 0.3


def test_the_effect_of_a_whole_number_on_a_sum_is_the_same_everywhere(tmp_path):
    varied = {"people.teams": {"low": 1, "high": 3}, "customers.initial_habit": {"low": 0.0, "high": 1.0}}
    design = {"kind": "morris", "trajectories": 10, "seed": 2}
    sweep = Sweep.of(scenario="mtel", vary=varied, design=design, replications=1)
    store = filled(tmp_path / "a.sqlite", sweep, lambda varied, seed: 0.5 * varied["people.teams"])
    with open_store(store) as opened:
        rows = sensitivity(read_runs(opened, [MEASURE]), MEASURE).rows
    teams = next(row for row in rows if row["name"] == "people.teams")
    assert (teams["mu_star"], teams["sigma"]) == pytest.approx((1.0, 0.0), abs=1e-12)
