"""Bonuses by indicators, and targets after a reorganisation (002-28..32)."""

import numpy as np
import pytest

from model.rules.incentives.target.inherited import inherited
from model.rules.incentives.target.recalibrated import recalibrated
from tests.centre.star import found, ran
from tests.helpers.runs import plainly, row

YEAR = {"run__days": 60}
ONLY_HANDLED = {"indicators__weight_products": 0.0, "indicators__weight_information": 0.0}


def over(seeds, measure: str, **changes) -> float:
    """Mean of a measure over seeds."""
    return float(np.mean([ran(seed, **changes).measures[measure] for seed in seeds]))


def periods(result) -> np.ndarray:
    """Bonus periods of a run, a row a review and a column a group."""
    n_groups = len(result.world.groups)
    held = int(result.world.clock["review"])
    return result.world.bonus_periods[: held * n_groups].reshape(held, n_groups)


def test_targets_stay_or_follow_half_way_once_the_lag_is_over():
    p = row(recalibration_days=60)
    assert plainly(inherited)(100.0, 50.0, 400, p) == 100.0
    assert plainly(recalibrated)(100.0, 50.0, 59, p) == 100.0
    assert plainly(recalibrated)(100.0, 50.0, 60, p) == 75.0
    assert plainly(recalibrated)(100.0, 0.0, 60, p) == 100.0


def test_a_bonus_is_the_bonus_at_target_times_the_weighted_attainment_of_the_targets():
    result = ran()
    records, p = periods(result), result.scenario.indicators
    # inherited targets are the same for all groups, so the mean bonus follows from the mean indicators
    weighted = (
        0.25 * records["products"] / p.target_products + 0.6 * records["handled"] / p.target_handled
        + 0.15 * records["captured"] / p.target_information
    )  # fmt: skip
    assert records["attainment"] == pytest.approx(weighted)
    assert records["bonus"] == pytest.approx(200.0 * weighted)


def test_customers_handled_in_all_periods_are_the_calls_answered():
    result = ran()
    records = periods(result)
    handled = (records["handled"] * records["n"]).sum() + result.world.sellers["n_handled"].sum()
    assert handled == pytest.approx(result.world.advisors["n_calls"].sum())


def test_where_only_customers_count_pay_follows_traffic_entirely_and_less_where_products_count():
    assert ran(**YEAR, **ONLY_HANDLED).measures["pay_variance_from_traffic"] == pytest.approx(1.0)
    products = {"indicators__weight_handled": 0.0, "indicators__weight_information": 0.0}
    assert ran(**YEAR, **products).measures["pay_variance_from_traffic"] < 0.9
    assert ran(**YEAR, **ONLY_HANDLED).measures["bonus_share_handled"] == pytest.approx(1.0)


def test_chosen_best_sellers_fall_short_of_targets_that_were_set_for_another_mix_of_customers():
    measures = ran(**ONLY_HANDLED).measures
    assert measures["attainment_chosen"] < measures["attainment_others"]
    assert measures["attainment_chosen"] < 1.0


def test_a_pool_pays_alike_for_like_work_and_sub_units_do_not():
    # Half of the gap is luck of small numbers, which a pool has, too: 0.51 over 24 seeds, give or take 0.05 a seed.
    pooled, apart = (over(range(1, 7), "pay_gap_between_segments", routing__pooled=way) for way in (True, False))
    assert pooled / apart == pytest.approx(0.51, abs=4 * 0.05 / 6**0.5)


def test_recalibrated_targets_close_the_gap_and_the_later_the_longer_it_lasts():
    kept, closed = (
        over(range(1, 25), "pay_gap_final", **YEAR, indicators__target=target)
        for target in ("inherited", "recalibrated")
    )
    assert closed < 0.5 * kept
    late = [YEAR | {"indicators__target": "recalibrated", "indicators__recalibration_days": lag} for lag in (0, 20, 45)]
    gaps = [found("pay_gap_between_segments", **change) for change in late]
    assert gaps[0] < gaps[1] < gaps[2]


def test_best_sellers_earn_more_but_not_at_equal_skill():
    # at equal skill the part for products is divided by the skill, so skill alone opens no gap between segments
    flat = {f"groups__{g}__selling": 1.0 for g in ("star_sales", "star_service", "vip")}
    skilled = {f"groups__{g}__selling": 2.0 for g in ("star_sales", "star_service", "vip")}
    rule = {"conversation__close_talk": "to_the_end"}
    earned = [found("advisor_bonus_mean", **rule, **change) for change in (flat, skilled)]
    assert earned[0] < earned[1]
    gaps = [found("pay_gap_between_segments", **rule, **change) for change in (flat, skilled)]
    assert gaps[1] == pytest.approx(gaps[0], rel=0.15)


def test_missing_the_targets_costs_morale():
    hard = {"indicators__target_handled": 3000.0}
    morale = [found("morale_mean", **hard, indicators__pay_morale=loss) for loss in (0.0, 0.1, 0.2)]
    assert morale[0] > morale[1] > morale[2]


def test_without_weights_there_are_no_bonuses():
    nothing = {f"indicators__weight_{name}": 0.0 for name in ("products", "handled", "information")}
    result = ran(**nothing)
    assert np.isnan(result.measures["pay_gap_between_segments"])
    assert result.world.sellers["bonus_all"].sum() == 0.0
