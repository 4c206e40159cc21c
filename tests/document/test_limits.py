"""What the limits of table H say about results is true of the model as it stands."""

import math

import pytest

from model import load_scenario, simulate
from model.document.coverage import rows

SEEDS = (1, 2, 3)


def limit(row: str) -> str:
    return rows()[row]["limit"]


@pytest.fixture(scope="module")
def year():
    """Measures of the first year, a list a seed."""
    return [simulate(load_scenario("mtel"), seed=seed).measures for seed in SEEDS]


@pytest.fixture(scope="module")
def five_years():
    """The same for the first five years."""
    return [simulate(load_scenario("mtel", {"run.days": 1250}), seed=seed).measures for seed in SEEDS]


def test_the_general_manager_is_offered_a_seat_in_the_fifth_year(year, five_years):
    assert "in the fifth year (days 1,001 to 1,250)" in limit("000-06")
    assert all(math.isnan(run["promotion_day"]) for run in year)
    assert all(1001 <= run["promotion_day"] <= 1250 for run in five_years)


def test_a_score_above_the_first_quotas_goes_with_an_attainment_near_1(five_years):
    assert "beyond the desk's first quotas, which do not rise" in limit("000-06")
    assert all(run["career_general_manager"] > 15.0 and 0.9 < run["attainment_all"] < 1.1 for run in five_years)


def test_the_target_is_surpassed_after_the_turn_but_not_over_the_whole_year_or_five(year, five_years):
    # Of forty seeds 1.04 to 1.08 after the turn, 0.95 to 0.99 over the year; of twenty 0.94 to 0.95 over five years.
    assert "neither over all of its reviews nor over five years" in limit("000-20")
    assert all(run["attainment_after_turn"] > 1.0 > run["attainment_all"] for run in year)
    assert all(run["attainment_all"] < 1.0 for run in five_years)


def test_a_salesperson_has_most_of_the_36_numbers_at_the_end_of_the_year(year):
    assert "has most numbers" in limit("000-29")
    assert all(run["direct_numbers"] > 36 / 2 for run in year)


def test_a_favourite_gets_about_a_quarter_and_chance_alone_gives_a_sixth_or_somewhat_more(year):
    assert "about a quarter" in limit("000-34")
    assert all(0.2 < run["share_to_favourite"] < 0.3 for run in year)
    by_chance = simulate(load_scenario("mtel", {"learning.choose_rep": "uniform"}), seed=1).measures
    assert 1 / 6 < by_chance["share_to_favourite"] < min(run["share_to_favourite"] for run in year)


def test_names_from_bulk_projects_are_rare(year):
    assert "rare" in limit("000-37")
    assert all(0.0 < run["share_met_in_bulk"] < 0.1 for run in year)


def test_staying_with_the_rep_named_last_hardly_changes_with_tenure(year):
    assert "hardly changes with tenure" in limit("000-39")
    change = [run["share_same_name_later"] - run["share_same_name_early"] for run in year]
    assert abs(sum(change) / len(change)) < 0.05


@pytest.mark.parametrize("row", ["000-33", "000-45"])
def test_nobody_puts_a_request_to_the_helpline(row, year):
    assert "helpline" in limit(row)
    assert all(run["share_phoned_unit"] == 0.0 for run in year)
    assert all(run["obliged_share_helpline"] > 0.0 for run in year)
