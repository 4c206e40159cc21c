"""Two designs under the same luck: differences, their intervals, and what the pairing saves."""

import math

import pytest

from experiments.compare import Comparison, compare, following, paired
from experiments.replicate import replicate
from model.measures import MEASURES
from model.scenario import ScenarioError
from tests.helpers.organisations import small

T_2 = 4.302653
"""t(0.975, 2), from any table of Student's t."""


def test_the_interval_is_that_of_the_differences_seed_by_seed():
    # differences 1, 2, 0: mean 1, s_d = 1, half-width t(0.975, 2) / √3
    found = paired([1.0, 2.0, 3.0], [2.0, 4.0, 3.0])
    half = T_2 / math.sqrt(3.0)
    assert (found["a"], found["b"], found["difference"], found["sd"], found["n"]) == (2.0, 3.0, 1.0, 1.0, 3)
    assert (found["low"], found["high"]) == pytest.approx((1.0 - half, 1.0 + half), abs=1e-6)


def test_the_runs_saved_are_those_that_luck_of_their_own_would_have_needed_beyond_the_ones_made():
    # s_a² = s_b² = 1 ({1, 2, 3} and {2, 4, 3}), s_d² = 1: m = 3 (1 + 1) / 1 = 6 runs of each design, 3 more
    found = paired([1.0, 2.0, 3.0], [2.0, 4.0, 3.0])
    assert (found["independent_runs"], found["runs_saved"]) == (6, 3)


def test_pairing_costs_runs_where_luck_counts_in_opposite_directions():
    # s_a² = s_b² = 1, differences 2, 0, -2: s_d² = 4: m = 3 · 2 / 4 = 1.5, so 2 runs instead of 3
    found = paired([1.0, 2.0, 3.0], [3.0, 2.0, 1.0])
    assert (found["independent_runs"], found["runs_saved"]) == (2, -1)


def test_independent_runs_of_that_number_have_the_half_width_of_the_pairs():
    # s_a² = 20.75 / 3, s_b² = 24.75 / 3 and, for the differences 1, 2, 1, 0, s_d² = 2 / 3: m = 4 · 45.5 / 2 = 91,
    # and √((s_a² + s_b²) / 91) = √(s_d² / 4)
    found = paired([3.0, 5.0, 9.0, 4.0], [4.0, 7.0, 10.0, 4.0])
    assert found["independent_runs"] == 91
    assert math.sqrt((20.75 / 3 + 24.75 / 3) / 91) == pytest.approx(found["sd"] / math.sqrt(4))


@pytest.mark.parametrize("by", [0.0, 0.3])
def test_a_difference_that_never_varies_has_no_number_of_runs_saved(by):
    found = paired([0.1, 0.2, 0.7], [0.1 + by, 0.2 + by, 0.7 + by])
    assert found["difference"] == pytest.approx(by) and found["runs_saved"] is None


def test_only_pairs_to_which_the_measure_applies_on_both_sides_count():
    found = paired([1.0, None, 3.0, 5.0], [2.0, 9.0, None, 8.0])
    assert (found["n"], found["a"], found["b"], found["difference"]) == (2, 3.0, 5.0, 2.0)


def test_without_a_pair_each_design_has_its_own_mean_and_there_is_no_difference():
    found = paired([1.0, None, 3.0], [None, 5.0, None])
    assert (found["n"], found["a"], found["b"]) == (0, 2.0, 5.0)
    assert found["difference"] is found["low"] is found["runs_saved"] is None


def test_one_pair_has_a_difference_but_no_interval():
    found = paired([1.0], [4.0])
    assert (found["difference"], found["low"], found["runs_saved"]) == (3.0, None, None)


def test_a_design_does_not_differ_from_itself_in_a_single_run():
    found = compare(small(), small(), 3).measures
    assert {entry["difference"] for entry in found.values()} <= {0.0, None}
    # a measure of another kind of organisation has no difference; those of the desk and its units have
    of_the_desk = [name for name, about in MEASURES.items() if about.theme in ("calls", "waits", "work")]
    assert sum(found[name]["difference"] == 0.0 for name in of_the_desk) > len(of_the_desk) / 2


def test_both_designs_run_under_the_same_seeds():
    a, b = small(), small(channels__updates_per_request=0.0)
    told = compare(a, b, 3, seed=5)
    assert [run["seed"] for run in told.a.runs] == [run["seed"] for run in told.b.runs] == [5, 6, 7]
    assert told.a.runs == replicate(a, 3, 5).runs and told.b.runs == replicate(b, 3, 5).runs


def test_common_luck_tells_a_longer_update_call_apart_with_fewer_runs():
    told = compare(small(), small(channels__update_minutes=6.0), 10)
    entry = told.measures["rep_minutes_update"]
    # 6 instead of 4 minutes a call for the same calls; what is left of luck is the share of requests completed
    assert entry["difference"] / entry["a"] == pytest.approx(0.5, abs=0.1)
    assert entry["low"] > 0.0 and entry["runs_saved"] > 0


def test_the_median_is_over_measures_whose_difference_varies():
    entries = {"x": {"runs_saved": 4}, "y": {"runs_saved": None}, "z": {"runs_saved": 10}}
    assert Comparison(None, None, entries).saved == (7, 2)
    assert Comparison(None, None, {"y": {"runs_saved": None}}).saved == (None, 0)


def test_progress_counts_the_runs_of_both_designs_and_begins_once():
    told = []
    compare(small(run__days=2), small(run__days=3), 2, progress=lambda done, text: told.append(done))
    assert [done for done in told if done > 0] == [1, 2, 3, 4]
    assert 0 not in told[told.index(1) :]
    assert following(None, 3) is None


def test_a_design_that_would_not_fit_into_memory_is_refused_before_the_other_runs(monkeypatch):
    monkeypatch.setattr("model.simulation._free_memory", lambda: 2.0**24)
    ran = []
    with pytest.raises(ScenarioError, match="memory"):
        compare(small(), small(run__days=20_000), 2, progress=lambda done, text: ran.append(done))
    assert ran == []
