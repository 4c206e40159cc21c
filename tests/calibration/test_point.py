"""The point of a posterior is the particle that meets the figures most often, or the nearest one that does no worse."""

import json
from pathlib import Path

import pytest

from experiments.calibration.page import page
from experiments.calibration.plan import read
from experiments.calibration.point import apart, chosen, error, same
from experiments.calibration.report import rounded

FIGURES = Path(__file__).parents[2] / "figures"


def test_the_nearest_of_those_as_good_as_the_best_is_chosen():
    # Of 200 years .92 and .955 differ by .035; with a year more that met and one that missed, p̃ is .9158 and .9505, the
    # errors are .0195 and .0153, and two of their difference are .0496.
    assert chosen([0.81, 0.92, 0.955, 0.94], 200) == 1
    # .90 is .055 below: p̃ = .8960, error .0215, and two of the difference are .0527.
    assert chosen([0.81, 0.90, 0.955, 0.94], 200) == 2


def test_more_years_tell_more_apart():
    assert chosen([0.8, 0.9], 20) == 0
    assert chosen([0.8, 0.9], 200) == 1


def test_a_share_of_one_has_an_error_too():
    # p̃ = 201/202, so √(201 · 1 / 202² / 202).
    assert error(1.0, 200) == pytest.approx((201 / 202**3) ** 0.5)
    assert error(0.0, 200) == pytest.approx(error(1.0, 200))
    # One year of 200 that missed does not make a worse particle, eight do: .04 is more than 2 √(.00495² + .01452²).
    assert not apart(1.0, 0.995, 200)
    assert apart(1.0, 0.96, 200)


def test_the_best_is_chosen_where_all_others_are_worse():
    assert chosen([0.1, 0.2, 1.0], 200) == 2
    assert chosen([0.0, 0.0], 200) == 0


def test_a_default_is_a_value_rounded_to_two_digits():
    assert same(0.0066, 0.00659061) and same(2.6, 2.57573) and same(40.0, 39.6958) and same(2, 2)
    assert same(0.426, 0.42589)
    assert not same(0.0067, 0.00659061)
    assert not same(0.3, 0.248152)
    assert same(0.0, 0.0) and not same(0.1, 0.0)


def told(changes=None) -> str:
    """The page of a calibration whose default is the first particle, rounded, but for what changes."""
    facts = json.loads((FIGURES / "calibration.json").read_text(encoding="utf-8"))
    one = facts["points"][1] | {"place": 1, "years": 200, "years_met": 1.0, "away": 0}
    values = {name: float(f"{value:.2g}") for name, value in one["values"].items()} | (changes or {})
    default = one | {"place": 0, "years_met": 0.535, "away": 4, "values": values}
    facts["points"] = [default, one, one | {"place": 2, "years_met": 0.06}]
    tables = {
        "calibration": [], "calibration_patterns": [{"measure": "a", "row": "r", "role": "held out", "published": "< 1",
        "q50": 0.5, "q05": 0.4, "q95": 0.6, "met": 1.0, "met_before": 0.5}], "calibration_screening": [],
    }  # fmt: skip
    return page(read(), rounded(facts), tables)


def test_the_page_says_how_often_default_and_point_meet_the_figures_and_how_sure_that_is():
    text = told()
    assert "| years that meet all fitted figures | 54 % | 100 % |" in text
    # p̃ = 108/202 and 201/202: √(p̃ (1 − p̃) / 202) = .0351 and .00494.
    assert "| standard error of this share | 3.51 % | 0.494 % |" in text
    assert "| years that ran away | 4 of 200 | 0 of 200 |" in text
    assert "of all particles it is the nearest to the middle." in text


def test_the_page_says_whether_the_default_is_the_point():
    assert "The default is this point, rounded" in told()
    other = told({"demand.work_minutes": 45.0, "salespeople.chase_rate": 1.0})
    assert "The default is this point" not in other
    assert "The default is another point" in other
    sentence = other.split("The default is another point")[1].split("\n")[0]
    assert "`demand.work_minutes`" in sentence and "`salespeople.chase_rate`" in sentence
    assert "`customers.p_redial`" not in sentence
