"""Segments computed from bills (002-03, 002-04, 002-05, 002-13, 002-15)."""

import numpy as np
import pytest

from model.rules.marketing.segment.by_bill import by_bill
from model.rules.marketing.segment.by_usual_bill import by_usual_bill
from model.rules.marketing.segment.incident_first import incident_first
from model.simulation import simulate
from model.world.codes import BAD_PAYERS, MODERATE, STARS, VIP, WINBACK
from tests.centre.star import found, quick, ran
from tests.helpers.runs import plainly, row

LIMITS = row(star_bill=80.0, arrears_limit=1.3)


def customer(**known):
    return row(**({"listed": 0, "bill": 40.0, "usual_bill": 40.0, "arrears": 0.0, "incident": 0, "falling": 0} | known))


@pytest.mark.parametrize(
    ("known", "by", "first", "usual"),
    [
        ({}, MODERATE, MODERATE, MODERATE),
        ({"listed": 1, "bill": 200.0}, VIP, VIP, VIP),
        ({"bill": 90.0, "usual_bill": 90.0}, STARS, STARS, STARS),
        # a large bill in the course of a payment incident: the false Star of the source
        ({"bill": 90.0, "usual_bill": 90.0, "incident": 1, "arrears": 1.0}, STARS, MODERATE, STARS),
        ({"bill": 90.0, "usual_bill": 90.0, "incident": 1, "arrears": 2.0}, STARS, BAD_PAYERS, STARS),
        # a large bill at a given moment only
        ({"bill": 90.0, "usual_bill": 50.0}, STARS, STARS, MODERATE),
        ({"arrears": 1.3}, BAD_PAYERS, BAD_PAYERS, BAD_PAYERS),
        ({"falling": 1}, WINBACK, WINBACK, WINBACK),
    ],
)
def test_each_rule_reads_the_record_in_its_own_order(known, by, first, usual):
    rules = (by_bill, incident_first, by_usual_bill)
    assert [plainly(rule)(customer(**known), LIMITS) for rule in rules] == [by, first, usual]


def test_without_computing_the_record_shows_the_true_segment():
    assert ran(segmentation__computed=False).measures["misclassification"] == 0.0
    assert ran().measures["misclassification"] > 0.05


def test_every_customer_is_counted_in_exactly_one_segment_at_each_computation():
    segments = ran().world.segments
    assert segments["n_observed"].sum() == segments["n_customers"].sum() * segments["n_computed"][0]
    assert (segments["n_computed"] == 20 // 5).all()  # every fifth of twenty days, the first included
    assert (segments["n_right"] <= segments["n_observed"]).all()


def test_stars_with_a_payment_incident_are_fewer_when_incidents_are_looked_at_first():
    rules = ({"segmentation__p_feedback": 0.0, "segmentation__segment": rule} for rule in ("by_bill", "incident_first"))
    shares = [found("star_incident_share", **rule) for rule in rules]
    assert shares[0] > 0.0 and shares[1] == 0.0
    efforts = [found("false_star_effort", segmentation__segment=rule) for rule in ("by_bill", "incident_first")]
    assert efforts[0] > efforts[1]
    assert found("false_star_share", segmentation__segment="incident_first") < found("false_star_share")


def test_noisier_bills_make_more_false_stars_and_the_remembered_bill_fewer():
    shares = [found("false_star_share", segmentation__bill_noise=noise) for noise in (0.0, 0.3, 0.6)]
    assert shares == sorted(shares) and shares[0] < shares[2]
    assert found("false_star_share", segmentation__segment="by_usual_bill") < shares[1]


def test_the_more_advisors_report_upwards_the_more_exact_the_records():
    gaps = [found("misclassification_final", segmentation__p_feedback=p) for p in (0.0, 0.1, 1.0)]
    assert gaps[0] > gaps[1] > gaps[2]
    result = ran(segmentation__p_feedback=1.0)
    told = result.world.records["corrected"] >= 0
    assert told.any() and (result.world.records["observed"] == result.world.records["segment"])[told].all()


def test_without_reports_no_record_is_put_right():
    result = ran(segmentation__p_feedback=0.0)
    assert result.measures["feedback_rate"] == 0.0
    assert (result.world.records["corrected"] == -1).all()


def test_care_keeps_winback_customers_and_nobody_else():
    cold, caring = (ran(segmentation__care_effect=effect) for effect in (0.0, 1.0))
    assert caring.measures["churn_winback"] < cold.measures["churn_winback"]
    others = [result.world.segments["n_churned"][:4].sum() for result in (cold, caring)]
    assert others[1] == pytest.approx(others[0], rel=0.1)  # they meet other people, but nobody cares less for them


def test_customers_leave_at_the_stated_rate_when_satisfaction_does_not_matter():
    scenario = quick(segmentation__churn_sensitivity=0.0, segmentation__care_effect=0.0)
    rates = [simulate(scenario, seed).measures["churn_winback"] for seed in range(1, 5)]
    # 2,000 customers · 0.6 a year · 15 of 250 days (three of four weeks follow the first computation) = 72 expected,
    # reported over 20 days: 0.6 · 15 / 20 = 0.45
    assert np.mean(rates) == pytest.approx(0.45, abs=4 * 0.45 / np.sqrt(4 * 72))


def test_bills_follow_the_segments_of_who_pays_them():
    segments = ran().world.segments
    means = segments["bills"] / (segments["n_customers"] * segments["n_computed"])
    assert means == pytest.approx(segments["bill_mean"], rel=0.05)
