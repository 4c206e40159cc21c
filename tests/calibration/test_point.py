"""The point of a posterior is the particle that meets the figures most often, or the nearest one that does no worse."""

import json
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from experiments.calibration.page import page
from experiments.calibration.plan import read
from experiments.calibration.point import again, apart, error, same, tried
from experiments.calibration.posterior import posterior_of
from experiments.calibration.report import rounded
from tests.calibration.small import plan

FIGURES = Path(__file__).parents[2] / "figures"


@contextmanager
def quiet():
    """Nobody is told how it goes."""
    yield (lambda line: None), None


def met(n_missed: int, first: int = 0, years: int = 200) -> np.ndarray:
    """Years that met the figures, all but so many from the first on."""
    found = np.ones(years, bool)
    found[first : first + n_missed] = False
    return found


def test_two_particles_are_told_apart_seed_by_seed():
    # The same nine seeds missed by both tell nothing: both differ by nothing.
    assert not apart(met(9), met(9))
    # 18 against 9 of the same seeds: 9.5 and .5 of 202, 9 > 2 √(10 − 81/202) = 6.20.
    assert apart(met(9), met(18))
    # 18 against 9 others: 18.5 and 9.5, 9 < 2 √(28 − 81/202) = 10.5.
    assert not apart(met(9), met(18, first=9))


def test_a_share_of_one_has_an_error_too():
    # Four seeds missed of 200 do not make a worse particle, five do:
    # 4 < 2 √(5 − 16/202) = 4.44, and 5 > 2 √(6 − 25/202) = 4.85.
    assert not apart(met(0), met(4))
    assert apart(met(0), met(5))
    # p̃ = 201/202, so √(201 · 1 / 202² / 202).
    assert error(1.0, 200) == pytest.approx((201 / 202**3) ** 0.5)
    assert error(0.0, 200) == pytest.approx(error(1.0, 200))


def test_the_nearest_of_those_that_cannot_be_told_from_the_best_is_the_point(tmp_path):
    asked = plan()
    drawn = np.random.default_rng(1).normal(size=(40, len(asked.priors)))
    found = posterior_of(asked.priors, drawn, np.ones(40))
    default, best, *others = tried(asked, found, tmp_path / "point.sqlite", 1, quiet)
    assert default.place == 0 and default.values == {prior.name: prior.default for prior in asked.priors}
    highest = max(particle.years_met for particle in (best, *others))
    assert best.alike and best.place == min(each.place for each in (best, *others) if each.alike)
    assert any(particle.years_met == highest and particle.alike for particle in (best, *others))
    fresh = again(asked, [default, best], tmp_path / "again.sqlite", 1, quiet)
    assert [each.values for each in fresh] == [default.values, best.values]
    assert [each.years for each in fresh] == [asked.point.replications] * 2
    assert fresh[1].means != best.means


def test_a_default_is_a_value_rounded_to_two_digits():
    assert same(0.0066, 0.00659061) and same(2.6, 2.57573) and same(40.0, 39.6958) and same(2, 2)
    assert same(0.426, 0.42589)
    assert not same(0.0067, 0.00659061)
    assert not same(0.3, 0.248152)
    assert same(0.0, 0.0) and not same(0.1, 0.0)


def told(changes=None) -> str:
    """The page of a calibration whose default is the first particle, rounded, but for what changes."""
    facts = json.loads((FIGURES / "calibration.json").read_text(encoding="utf-8"))
    one = facts["points"][1] | {"place": 1, "years": 200, "years_met": 1.0, "away": 0, "alike": True}
    values = {name: float(f"{value:.2g}") for name, value in one["values"].items()} | (changes or {})
    default = one | {"place": 0, "years_met": 0.535, "away": 4, "values": values}
    facts |= {"points": [default, one, one | {"place": 2, "years_met": 0.06, "alike": False}], "again": [default, one]}
    facts["hold"] = {"managers.promotion_score": 30.0}
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
    assert "In every year other than in the scenario: `managers.promotion_score` 30." in text


def test_the_page_says_whether_the_default_is_the_point():
    assert "The default is this point, rounded" in told()
    other = told({"demand.work_minutes": 45.0, "salespeople.chase_rate": 1.0})
    assert "The default is this point" not in other
    assert "The default is another point" in other
    sentence = other.split("The default is another point")[1].split("\n")[0]
    assert "`demand.work_minutes`" in sentence and "`salespeople.chase_rate`" in sentence
    assert "`customers.p_redial`" not in sentence
