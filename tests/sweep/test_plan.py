"""From a sweep to its runs: order, seeds and ids."""

import re
from dataclasses import replace

import pytest

from experiments.sweep.errors import SweepError
from experiments.sweep.plan import cells, n_runs, run_of, seed_of
from experiments.sweep.run_spec import fingerprint, run_id
from model.scenario import Scenario
from tests.helpers.organisations import SMALL
from tests.sweep.sweeps import HABIT, TEAMS, small_sweep

MODEL = "0123456789abcdef"
OWN = {"own": {"incentives.attribution": "originator"}, "split": {"incentives.attribution": "split"}}


def runs(sweep) -> list[tuple[int, str]]:
    return [run_of(sweep, cell, r, MODEL) for cell in cells(sweep) for r in range(1, sweep.n_replications + 1)]


def test_every_alternative_is_crossed_with_every_point_in_the_order_of_the_file():
    crossed = list(cells(small_sweep(alternatives=OWN)))
    assert [(cell.alternative, cell.point, cell.factors[TEAMS]) for cell in crossed] == [
        ("own", 1, 2), ("own", 2, 4), ("split", 1, 2), ("split", 2, 4),
    ]  # fmt: skip
    assert [cell.changes["incentives.attribution"] for cell in crossed] == ["originator"] * 2 + ["split"] * 2
    assert n_runs(small_sweep(alternatives=OWN)) == 4 * 2


def test_replication_r_has_one_seed_at_all_points():
    sweep = small_sweep(seed=7, replications=3)
    assert [[seed_of(sweep, cell, r) for r in (1, 2, 3)] for cell in cells(sweep)] == [[7, 8, 9], [7, 8, 9]]


def test_with_independent_luck_every_point_has_seeds_of_its_own_that_do_not_depend_on_the_others():
    few = small_sweep(luck="independent")
    more = small_sweep(luck="independent", vary={TEAMS: [3, 2, 4]}, replications=5)
    seeds = [seed for seed, _ in runs(few)]
    assert len(set(seeds)) == 4 and all(0 <= seed < 2**63 for seed in seeds)
    assert set(runs(few)) < set(runs(more))


def test_independent_luck_stays_when_the_model_gets_a_parameter_more(monkeypatch):
    sweep = small_sweep(luck="independent")
    before = list(cells(sweep))
    values, records = Scenario.values, Scenario.records
    new = replace(sweep.base.records()[0], group="people", name="quite_new", default=7)
    monkeypatch.setattr(Scenario, "values", lambda self: values(self) | {"people.quite_new": 7})
    monkeypatch.setattr(Scenario, "records", lambda self: [*records(self), new])
    after = list(cells(sweep))
    assert [cell.parameters for cell in after] != [cell.parameters for cell in before]
    for old, cell in zip(before, after, strict=True):
        assert seed_of(sweep, cell, 1) == seed_of(sweep, old, 1)


def test_a_run_has_another_id_when_its_parameters_its_seed_its_horizon_or_the_model_change():
    sweep = small_sweep()
    cell = next(cells(sweep))
    longer = next(cells(small_sweep(days=31, hold={})))
    same = {run_of(sweep, cell, 1, MODEL)[1], run_id(cell.parameters, 1, MODEL)}
    others = {
        run_id(cell.parameters, 2, MODEL), run_id(cell.parameters, 1, MODEL[::-1]), run_id(longer.parameters, 1, MODEL),
    }  # fmt: skip
    assert len(same) == 1 and len(others) == 3 and not same & others


def test_an_id_says_nothing_of_how_the_design_came_to_the_point():
    varied = next(cells(small_sweep()))
    held = next(cells(small_sweep(vary={HABIT: [0.6]}, hold=small_sweep().hold | {TEAMS: 2})))
    by_hand = next(cells(small_sweep(hold={}, vary={name: [SMALL[name]] for name in reversed(SMALL)})))
    assert held.parameters == by_hand.parameters
    assert varied.parameters != held.parameters  # the small organisation's habit is 0.6, the scenario's another


def test_the_order_of_parameters_plays_no_part_in_their_fingerprint():
    assert fingerprint({"a": 1, "b": 0.1}) == fingerprint({"b": 0.1, "a": 1}) != fingerprint({"a": 1.5, "b": 0.1})


@pytest.mark.parametrize(
    ("column", "more", "where"),
    [
        ("incentives.attribution", {"alternatives": OWN}, "[alternatives.own]"), ("run.days", {"days": 5}, "days"),
        (HABIT, {}, "[hold]"),
    ],
)  # fmt: skip
def test_a_list_of_points_decides_nothing_that_stands_elsewhere(column, more, where, tmp_path):
    value = {"incentives.attribution": "handler", "run.days": "4", HABIT: "0.5"}[column]
    (tmp_path / "points.csv").write_text(f"{TEAMS},{column}\n2,{value}\n")
    hold = {name: value for name, value in SMALL.items() if name not in (TEAMS, HABIT, "run.days")}
    hold |= {} if more else {HABIT: 0.3}
    sweep = small_sweep(vary={}, hold=hold, design={"kind": "points", "file": "points.csv"}, folder=tmp_path, **more)
    with pytest.raises(SweepError, match=re.escape(f"{column} stands in {where} and in the list of points")):
        list(cells(sweep))
