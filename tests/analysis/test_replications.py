"""The replication planner puts the parts together: a question's runs with and without pairing."""

import pytest

from experiments.analysis.luck import SharedLuck
from experiments.analysis.power import power_of_t_test, runs_for_f_test, runs_for_t_test
from experiments.analysis.precision import half_width
from experiments.analysis.replications import Question, runs_needed, runs_tell

LUCK = SharedLuck(points=6, seeds=10, mean=0.5, sd=0.02, correlation=0.9)
"""s_d = 0.02 √(2 · 0.1) = 0.02 √0.2."""


def test_pairing_saves_what_the_shared_luck_is_worth():
    found = {entry["question"].split("(")[0].strip(): entry for entry in
             runs_needed(6, LUCK, Question(difference=0.01, half_width=0.005))}  # fmt: skip
    two = found["find that two points differ by 0.01"]
    assert two["own"] == runs_for_t_test(0.01, 0.02, 0.01, 0.95, paired=False)
    assert two["common"] == runs_for_t_test(0.01, 0.02 * 0.2**0.5, 0.01, 0.95, paired=True)
    # a tenth of the variance is left: about a tenth of the runs, and a few for the t of few pairs
    assert two["own"] / 10.0 < two["common"] < two["own"] / 5.0
    assert found["know the mean of a point to ± 0.005"]["common"] is None


def test_the_published_formula_stands_beside_the_exact_number_only_where_it_was_fitted():
    assert runs_needed(6, LUCK, Question())[0]["formula"] == pytest.approx(14.091 * 6**-0.640 * 0.1**-1.986)
    assert runs_needed(6, LUCK, Question(alpha=0.05))[0]["formula"] is None
    assert runs_needed(6, LUCK, Question())[0]["own"] == runs_for_f_test(6, 0.1, 0.01, 0.95)


def test_a_single_point_has_no_other_to_differ_from():
    alone = SharedLuck(1, 10, 0.5, 0.02, float("nan"))
    asked = Question(half_width=0.01)
    assert [entry["common"] for entry in runs_needed(1, alone, asked)] == [None, None]
    assert "differ" not in runs_needed(1, alone, asked)[0]["question"]


@pytest.mark.parametrize("common", [True, False])
def test_the_difference_that_can_be_found_is_found_with_the_power(common):
    told = runs_tell(20, LUCK, Question(), common)
    sd = LUCK.sd_of_difference if common else LUCK.sd
    assert power_of_t_test(20, told["detectable"], sd, 0.01, paired=common) == pytest.approx(0.95)
    assert told["mean"] == half_width(20, 0.02)


def test_one_replication_tells_no_interval():
    assert set(runs_tell(1, LUCK, Question(), True).values()) == {None}
