"""What is read from a store, and the sentences with which an incomplete one is refused."""

import pytest

from experiments.analysis.stored import points_of, range_of, read_runs, unit_of
from experiments.sweep.errors import SweepError
from experiments.sweep.store import open_for_writing, open_store
from tests.analysis.stores import ABSENT, MEASURE, filled, grid, scattered, weighted


def read(path, measures=(MEASURE,)):
    with open_store(path) as store:
        return read_runs(store, list(measures))


def test_a_row_is_a_planned_run_with_what_is_varied_and_measured(tmp_path):
    stored = read(filled(tmp_path / "a.sqlite", grid(), lambda varied, seed: 10.0 * seed))
    assert stored.varied == ("customers.initial_habit", "incentives.attribution") and len(stored.runs) == 24
    row = stored.runs.iloc[5]
    assert (row["point"], row["replication"], row["incentives.attribution"], row[MEASURE]) == (2, 2, "originator", 20.0)
    assert stored.progress == "24 runs"


def test_what_does_not_vary_is_not_varied(tmp_path):
    sweep = grid(alternatives={"one": {"people.teams": 4}, "two": {"people.teams": 6}})
    assert read(filled(tmp_path / "a.sqlite", sweep, lambda *_: 1.0)).varied[-1] == "alternative"


def test_points_with_the_same_parameters_count_their_runs_once(tmp_path):
    sweep = scattered(kind="morris", trajectories=12)
    stored = read(filled(tmp_path / "a.sqlite", sweep, weighted))
    different = {tuple(row) for row in stored.runs[list(stored.varied)].itertuples(index=False)}
    assert len(stored.distinct) == 2 * len(different) < len(stored.finished)


def test_progress_says_how_many_runs_are_done_of_how_many(tmp_path):
    def value(varied, seed):
        return {1: 1.0, 2: 1.0, 3: "failed", 4: ABSENT}[seed]

    assert read(filled(tmp_path / "a.sqlite", grid(), value)).progress == "12 of 24 planned runs done, 6 failed"


def test_a_block_has_a_row_a_point_and_a_column_a_replication(tmp_path):
    stored = read(filled(tmp_path / "a.sqlite", grid(), lambda varied, seed: varied["customers.initial_habit"] + seed))
    assert stored.block(MEASURE).shape == (6, 4)
    assert stored.block(MEASURE)[2].tolist() == pytest.approx([1.2, 2.2, 3.2, 4.2])
    assert stored.block(MEASURE, replications=2).shape == (6, 2)


def at(habit: float, seed: int, what):
    return lambda varied, s: what if (varied["customers.initial_habit"], s) == (habit, seed) else 1.0


REFUSED = {
    "missing": (at(0.2, 3, ABSENT), {}, ["2 of 24 runs are missing (points 3, 4)", "desksales sweep SWEEP.toml --store",
                                          "--replications 2"]),
    "failed": (at(0.3, 1, "failed"), {}, ["2 of 24 runs failed (points 5, 6)", "--retry", "desksales failed"]),
    "first replication": (at(0.1, 1, ABSENT), {}, ["2 of 24 runs are missing (points 1, 2)"]),
    "does not apply": (at(0.1, 4, None), {}, ["does not apply to 2 of 24 runs (points 1, 2)"]),
    "too many replications": (at(0.1, 9, ABSENT), {"replications": 5}, ["--replications is 5", "has 4 of each point"]),
    "unknown alternative": (at(0.1, 9, ABSENT), {"alternative": "b"}, ["no alternative 'b'", "as_it_is"]),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_design_with_a_gap_is_refused_with_the_points_and_the_remedy(case, tmp_path):
    value, more, expected = REFUSED[case]
    stored = read(filled(tmp_path / "a.sqlite", grid(), value))
    with pytest.raises(SweepError) as refused:
        stored.block(MEASURE, **more)
    assert [part for part in expected if part not in str(refused.value)] == []
    assert ("or analyse what is complete" in str(refused.value)) == (case == "missing")


def test_what_is_complete_can_be_analysed_before_the_rest_is_done(tmp_path):
    stored = read(filled(tmp_path / "a.sqlite", grid(), at(0.2, 3, ABSENT)))
    assert stored.block(MEASURE, replications=2).shape == (6, 2)


def test_an_empty_store_and_an_unknown_measure_are_refused(tmp_path):
    with open_for_writing(tmp_path / "empty.sqlite"):
        pass
    with pytest.raises(SweepError, match="is empty"):
        read(tmp_path / "empty.sqlite")
    with pytest.raises(SweepError, match=r"no measure 'wait_minutes_men' \(did you mean wait_minutes_mean"):
        read(tmp_path / "empty.sqlite", ["wait_minutes_men"])


def test_many_points_are_named_in_part(tmp_path):
    stored = read(filled(tmp_path / "a.sqlite", grid(), lambda *_: ABSENT))
    assert points_of(stored.runs) == "points 1, 2, 3, 4, 5 and 1 more"
    assert points_of(stored.runs[:2]) == "point 1"


def test_axes_and_ranges_have_the_units_of_the_records():
    sweep = scattered(kind="morris", trajectories=1)
    assert unit_of(sweep, "customers.initial_habit") == "customers.initial_habit (share)"
    assert unit_of(sweep, "incentives.attribution") == "incentives.attribution"
    assert range_of(sweep, "channels.updates_per_request") == "0 … 2 calls"
    assert range_of(grid(), "incentives.attribution") == "handler, originator"
