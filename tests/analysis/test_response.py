"""Responses of a measure that is made by hand: levels, paired differences, runs that ran away, bins."""

import numpy as np
import pandas as pd
import pytest

from experiments.analysis.response import BINS, MOST_LEVELS, binned, response
from experiments.compare import paired

SEEDS = range(1, 9)


def grid(ran_away: set = frozenset(), missing: set = frozenset()) -> pd.DataFrame:
    """y = 10 x + z + luck of the seed, for x in 0, 1, 2 and z in 0, 4; `(x, z, seed)` may have run away."""
    luck = dict(zip(SEEDS, np.random.default_rng(1).normal(size=len(SEEDS)), strict=True))
    rows = [
        {
            "point": 2 * x + (z > 0), "seed": seed, "x": x, "z": z, "y": 10.0 * x + z + luck[seed],
            "runaway": float((x, z, seed) in ran_away),
        }
        for x in (0, 1, 2) for z in (0, 4) for seed in SEEDS if (x, z, seed) not in missing
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_the_mean_at_a_value_is_over_all_seeds_and_all_else():
    told = response(grid(), ["x", "z"], "y", "x")
    luck = grid().query("x == 0 and z == 0")["y"].mean()
    # z adds 0 or 4, on average 2
    assert list(told["mean"]) == pytest.approx([luck + 2.0, luck + 12.0, luck + 22.0])
    assert list(told["n"]) == [16, 16, 16] and list(told["ran_away"]) == [0.0, 0.0, 0.0]


def test_a_second_parameter_splits_the_curve():
    told = response(grid(), ["x", "z"], "y", "x", by="z").set_index(["x", "z"])["mean"]
    assert told[1, 4] - told[1, 0] == pytest.approx(4.0) and len(told) == 6


def test_differences_to_a_value_are_free_of_the_luck_that_the_runs_share():
    told = response(grid(), ["x", "z"], "y", "x", against=1)
    assert list(told["mean"]) == pytest.approx([-10.0, 0.0, 10.0])
    assert list(told["high"] - told["low"]) == pytest.approx([0.0, 0.0, 0.0], abs=1e-9)


def test_a_paired_difference_is_that_of_compare():
    table = grid()
    table["y"] += np.random.default_rng(2).normal(size=len(table))
    told = response(table, ["x", "z"], "y", "x", by="z", against=0).set_index(["x", "z"])
    a, b = (list(table.query(f"x == {x} and z == 4").sort_values("seed")["y"]) for x in (0, 2))
    assert told.loc[(2, 4), "mean"] == pytest.approx(paired(a, b)["difference"])


def test_runs_that_ran_away_are_counted_and_not_averaged():
    table = grid(ran_away={(2, 0, 1), (2, 0, 2)})
    table.loc[table["runaway"] == 1.0, "y"] = 1e9
    told = response(table, ["x", "z"], "y", "x", by="z").set_index(["x", "z"])
    kept = table.query("x == 2 and z == 0 and runaway == 0")["y"]
    assert told.loc[(2, 0), "mean"] == pytest.approx(kept.mean())
    assert (told.loc[(2, 0), "n"], told.loc[(2, 0), "runs"], told.loc[(2, 0), "ran_away"]) == (6, 8, 0.25)


def test_a_pair_of_which_one_ran_away_is_no_pair():
    told = response(grid(ran_away={(0, 0, 3)}), ["x", "z"], "y", "x", by="z", against=0).set_index(["x", "z"])
    assert (told.loc[(1, 0), "n"], told.loc[(1, 0), "ran_away"]) == (7, 1 / 8)
    assert told.loc[(1, 4), "n"] == 8


def test_a_run_that_is_missing_leaves_its_partners_out_of_the_differences():
    told = response(grid(missing={(0, 4, 5)}), ["x", "z"], "y", "x", by="z", against=0).set_index(["x", "z"])
    assert told.loc[(2, 4), "runs"] == 7 and told.loc[(2, 0), "runs"] == 8


def scattered(points: int) -> pd.DataFrame:
    rng = np.random.default_rng(5)
    x = rng.random(points)
    return pd.DataFrame(
        {"point": range(points), "seed": 1, "x": x, "z": rng.random(points), "y": 3.0 * x, "runaway": 0.0}
    )


def test_points_scattered_over_a_range_are_put_in_bins_of_equal_size():
    table = scattered(40 * BINS)
    told = response(table, ["x", "z"], "y", "x")
    assert list(told["n"]) == [40] * BINS
    # within a bin of x the mean of 3 x is near three times its middle, and its interval says how near
    assert list(told["mean"]) == pytest.approx(list(3.0 * told["x"]), abs=0.06)
    assert (told["low"] < told["mean"]).all() and (told["mean"] < told["high"]).all()


def test_points_that_share_a_value_count_as_one_in_the_interval_of_a_bin():
    table = scattered(400)
    copies = pd.concat([table.assign(point=table["point"] + 400 * k) for k in range(3)])
    once, thrice = response(table, ["x", "z"], "y", "x"), response(copies, ["x", "z"], "y", "x")
    assert list(thrice["n"]) == [3 * n for n in once["n"]]
    assert list(thrice["high"] - thrice["low"]) == pytest.approx(list(once["high"] - once["low"]))


def test_few_values_are_not_put_in_bins():
    assert len(response(scattered(MOST_LEVELS), ["x", "z"], "y", "x")) == MOST_LEVELS
    assert binned(scattered(100), "x").nunique() == BINS
