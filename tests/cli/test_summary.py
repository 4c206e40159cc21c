"""Many runs in a few numbers: means, intervals, and whether a published figure is met."""

import math

import pytest

from experiments.replicate import replicate
from experiments.summary import interval, meets, summarise
from model.measures import MEASURES
from model.scenario import ScenarioError, load_scenario


def test_the_interval_is_that_of_student():
    # mean 2, s = 1, n = 3; t(0.975, 2) = 4.302653 (any table of Student's t): half-width 4.302653 / √3
    found = interval([1.0, 2.0, 3.0])
    half = 4.302653 / math.sqrt(3.0)
    assert (found["mean"], found["sd"], found["n"]) == (2.0, 1.0, 3)
    assert (found["low"], found["high"]) == pytest.approx((2.0 - half, 2.0 + half), abs=1e-6)


def test_one_run_has_a_mean_but_no_spread():
    assert interval([7.0]) == {"mean": 7.0, "sd": None, "low": None, "high": None, "n": 1}


def test_no_run_has_nothing():
    assert interval([]) == {"mean": None, "sd": None, "low": None, "high": None, "n": 0}


def test_runs_to_which_a_measure_does_not_apply_are_left_out_of_its_mean():
    runs = [dict.fromkeys(MEASURES, 1.0), dict.fromkeys(MEASURES, 3.0), dict.fromkeys(MEASURES, None)]
    entry = summarise(load_scenario("mtel"), runs)["service_turn_day"]
    assert (entry["mean"], entry["n"], entry["unit"]) == (2.0, 2, "day")


@pytest.mark.parametrize(
    ("mean", "figure", "met"),
    [
        (0.52, {"value": 0.5, "tolerance": 0.03}, True),
        (0.54, {"value": 0.5, "tolerance": 0.03}, False),
        (0.46, {"value": 0.5, "tolerance": 0.03}, False),
        (0.99, {"below": 1.0}, True),
        (1.0, {"below": 1.0}, False),
        (1.01, {"above": 1.0}, True),
        (1.0, {"above": 1.0}, False),
        (None, {"above": 1.0}, False),
    ],
)
def test_a_figure_is_met_within_its_tolerance_or_beyond_its_bound(mean, figure, met):
    assert meets(mean, figure) is met


def test_every_published_figure_stands_beside_a_mean():
    scenario = load_scenario("mtel", {"people.accounts": 20, "run.days": 5})
    summary = replicate(scenario, 2).summary
    beside = {name: entry["published"] for name, entry in summary.items() if "published" in entry}
    assert beside == scenario.published
    assert all(summary[name]["row"] == figure["row"] for name, figure in scenario.published.items())


@pytest.mark.parametrize("number", [0, -1, 1.5, True, "3"])
def test_a_number_of_runs_or_workers_that_cannot_be_is_refused(number):
    with pytest.raises(ScenarioError, match="replications"):
        replicate("mtel", number)
    with pytest.raises(ScenarioError, match="workers"):
        replicate("mtel", 2, workers=number)


def test_the_caller_is_told_of_every_run_and_of_compiling(monkeypatch):
    monkeypatch.setattr("model.compiled.is_cached", lambda: False)
    told = []
    short = load_scenario("textbook_queue", {"days": 1})
    replicate(short, 3, progress=lambda done, text: told.append((done, text)))
    assert told[0][0] == 0 and "Compiling" in told[0][1]
    assert [done for done, _ in told[1:]] == [0, 1, 2, 3]


def test_a_defect_in_one_run_is_not_swallowed():
    def extract(result):
        if result.seed == 3:
            raise ZeroDivisionError("in run 3")

    with pytest.raises(ZeroDivisionError, match="in run 3"):
        replicate(load_scenario("textbook_queue", {"days": 1}), 5, workers=2, extract=extract)
