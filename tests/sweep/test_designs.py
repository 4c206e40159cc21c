"""Designs: their points, and that a bigger design contains the smaller one."""

import warnings
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from experiments.sweep.designs import Sampled, design_class, design_names
from experiments.sweep.errors import SweepError
from experiments.sweep.factors import Factor
from experiments.sweep.plan import cells
from tests.sweep.sweeps import HABIT, TEAMS, small_sweep

THREE = (
    Factor("a", levels=("x", "y")),
    Factor("b", low=0.0, high=10.0, n_levels=3),
    Factor("c", low=1, high=4, n_levels=4, whole=True),
)

GROWING = {
    "latin_hypercube": ({"n": 6, "blocks": 1}, {"n": 6, "blocks": 3}),
    "sobol_sequence": ({"n": 5}, {"n": 40}),
    "saltelli": ({"n": 4}, {"n": 16}),
    "saltelli, second order": ({"n": 4, "second_order": True}, {"n": 16, "second_order": True}),
    "morris": ({"trajectories": 2}, {"trajectories": 7}),
}


def made(name: str, settings: dict):
    return design_class(name.split(",")[0])(**settings)


@pytest.mark.parametrize("name", design_names())
def test_every_design_says_how_it_nests_and_is_found_by_the_name_of_its_file(name):
    design = design_class(name)
    assert design.kind() == name
    assert design.nests.endswith(".")


def test_every_sampled_design_is_among_those_whose_growth_is_tested():
    sampled = {name for name in design_names() if issubclass(design_class(name), Sampled)}
    assert sampled == {name.split(",")[0] for name in GROWING}


@pytest.mark.parametrize("name, small, big", [(name, *pair) for name, pair in GROWING.items()], ids=GROWING)
def test_a_bigger_design_begins_with_the_points_of_the_smaller(name, small, big):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        few, many = (list(made(name, settings).points(THREE, Path())) for settings in (small, big))
    assert len(few) < len(many) and many[: len(few)] == few
    assert len(few) == made(name, small).n_points(THREE) and len(many) == made(name, big).n_points(THREE)


@pytest.mark.parametrize("name, settings", [(name, pair[1]) for name, pair in GROWING.items()], ids=GROWING)
def test_another_seed_gives_other_points_and_the_same_seed_the_same(name, settings):
    first, again, other = (made(name, settings | {"seed": seed}).sample(3) for seed in (1, 1, 2))
    assert np.array_equal(first, again) and not np.array_equal(first, other)
    assert first.min() >= 0.0 and first.max() <= 1.0


def test_a_grid_has_every_combination_and_its_last_factor_turns_fastest():
    points = list(made("grid", {}).points(THREE, Path()))
    assert [tuple(point.values()) for point in points] == list(product("xy", (0.0, 5.0, 10.0), (1, 2, 3, 4)))


def test_a_latin_hypercube_has_one_point_in_every_stratum_of_every_factor():
    places = made("latin_hypercube", {"n": 10}).sample(4)
    assert np.array_equal(np.sort((places * 10).astype(int), axis=0), np.tile(np.arange(10)[:, None], 4))


def test_a_trajectory_of_morris_changes_one_factor_at_a_time_and_each_once():
    path = made("morris", {"trajectories": 1}).sample(5)
    changed = (np.diff(path, axis=0) != 0.0).sum(axis=1)
    assert changed.tolist() == [1] * 5
    assert np.allclose(np.abs(np.diff(path, axis=0)).max(axis=0), 2 / 3)  # Δ = p / (2 (p − 1)) for p = 4 levels


def test_a_block_of_saltelli_exchanges_one_factor_of_its_first_row_for_that_of_its_last():
    first, *exchanged, last = made("saltelli", {"n": 2}).sample(3)[:5]
    for k, row in enumerate(exchanged):
        assert [row[j] == (last if j == k else first)[j] for j in range(3)] == [True] * 3


def test_levels_and_whole_numbers_share_the_unit_interval_equally():
    name, _, whole = THREE
    assert [name.at(u) for u in (0.0, 0.49, 0.5, 1.0)] == ["x", "x", "y", "y"]
    assert [whole.at(u) for u in (0.0, 0.24, 0.25, 0.74, 0.75, 1.0)] == [1, 1, 2, 3, 4, 4]


def test_a_logarithmic_range_has_equal_steps_of_the_logarithm_and_exact_ends():
    factor = Factor("rate", low=0.1, high=10.0, n_levels=3, scale="log")
    assert factor.grid() == (0.1, 1.0, 10.0)


def test_points_of_a_list_become_values_of_the_parameters_types(tmp_path):
    (tmp_path / "list.csv").write_text(f"{TEAMS},{HABIT}\n2,0.5\n4,0.25\n")
    listed = small_sweep(vary={}, design={"kind": "points", "file": "list.csv"}, folder=tmp_path)
    assert [cell.factors for cell in cells(listed)] == [{TEAMS: 2, HABIT: 0.5}, {TEAMS: 4, HABIT: 0.25}]


LISTS = {
    "no file": (None, "cannot be read"),
    "no line": ("", "has no points"),
    "no point": (f"{TEAMS}\n", "has no points"),
    "a line too short": (f"{TEAMS},{HABIT}\n2\n", "Line 2"),
    "unknown name": ("people.teems\n2\n", "people.teams"),
    "no number": (f"{TEAMS}\nmany\n", "Point 1"),
    "out of bounds": (f"{TEAMS}\n2\n0\n", "Point 2"),
    "column twice": (f"{TEAMS},{TEAMS}\n2,3\n", "stands twice"),
}


@pytest.mark.parametrize("content, said", LISTS.values(), ids=LISTS)
def test_a_list_with_a_fault_is_refused(content, said, tmp_path):
    if content is not None:
        (tmp_path / "list.csv").write_text(content)
    listed = small_sweep(vary={}, design={"kind": "points", "file": "list.csv"}, folder=tmp_path)
    with pytest.raises(SweepError, match=said):
        list(cells(listed))
