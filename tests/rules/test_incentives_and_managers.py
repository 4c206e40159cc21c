"""Credit, pay and quota; turn, audit, policing and dismissal."""

import math

import pytest

from model.rules.incentives.attribution.audited import audited
from model.rules.incentives.attribution.handler import handler
from model.rules.incentives.attribution.originator import originator
from model.rules.incentives.attribution.split import split
from model.rules.incentives.pay.commission import commission
from model.rules.incentives.pay.quota_bonus import quota_bonus
from model.rules.incentives.pay.salary_only import salary_only
from model.rules.incentives.quota.fixed import fixed
from model.rules.incentives.quota.ratchet import ratchet
from model.rules.managers.audit.constant import constant
from model.rules.managers.audit.self_interested import self_interested
from model.rules.managers.dismissal import low_periods as low_periods_file
from model.rules.managers.dismissal import never as keep_file
from model.rules.managers.police_bucket.enforce import enforce
from model.rules.managers.police_bucket.tolerate import tolerate
from model.rules.managers.service_turn import never as never_file
from model.rules.managers.service_turn.from_start import from_start
from model.rules.managers.service_turn.gap_to_quota import gap_to_quota
from tests.helpers.runs import plainly, row

BONUS = row(bonus_threshold=0.8, bonus_rate=0.05, bonus_accelerator=1.5, bonus_cap=0.0)
CAPPED = row(bonus_threshold=0.8, bonus_rate=0.05, bonus_accelerator=1.5, bonus_cap=1.2)


def test_credit_goes_to_the_handler_to_nobody_or_is_split():
    parameters = row(credit_split=0.25)
    assert plainly(handler)(400.0, parameters, 0.5) == 400.0
    assert plainly(originator)(400.0, parameters, 0.5) == 0.0
    assert plainly(split)(400.0, parameters, 0.5) == 100.0


def test_an_independent_office_strikes_its_share_of_claims_whole():
    assert plainly(audited)(400.0, row(central_audit=0.5), 0.499) == 0.0
    assert plainly(audited)(400.0, row(central_audit=0.5), 0.501) == 400.0


@pytest.mark.parametrize(
    ("reported", "bonus"),
    [
        (799.0, 0.0),  # below 0.8 of 1000
        (800.0, 40.0),  # 0.05 · 800
        (1000.0, 50.0),  # 0.05 · 1000
        (1400.0, 80.0),  # 0.05 · 1000 + 0.075 · 400
    ],
)
def test_a_quota_bonus_has_a_threshold_and_an_accelerator(reported, bonus):
    assert plainly(quota_bonus)(reported, 1000.0, BONUS) == pytest.approx(bonus)


def test_a_cap_stops_the_bonus_at_its_attainment():
    # 0.05 · 1000 + 0.075 · 200 = 65 at 1200 and beyond
    assert plainly(quota_bonus)(1200.0, 1000.0, CAPPED) == pytest.approx(65.0)
    assert plainly(quota_bonus)(9000.0, 1000.0, CAPPED) == pytest.approx(65.0)


def test_a_quota_of_nothing_earns_no_bonus():
    assert plainly(quota_bonus)(500.0, 0.0, BONUS) == 0.0


def test_commission_pays_from_the_first_dollar_and_salary_never():
    assert plainly(commission)(200.0, 1000.0, BONUS) == pytest.approx(10.0)
    assert plainly(salary_only)(9000.0, 1000.0, BONUS) == 0.0


def test_the_ratchet_rises_faster_than_it_falls():
    parameters = row(ratchet_up=0.3, ratchet_down=0.1)
    assert plainly(ratchet)(1000.0, 1500.0, parameters) == pytest.approx(1150.0)
    assert plainly(ratchet)(1000.0, 500.0, parameters) == pytest.approx(950.0)
    assert plainly(fixed)(1000.0, 1500.0, parameters) == 1000.0


def test_a_supervisor_audits_less_the_more_attainment_rests_on_claims():
    parameters = row(audit_probability=0.1, career_stake=2.0)
    assert plainly(self_interested)(0.0, 1000.0, parameters) == pytest.approx(0.1)
    assert plainly(self_interested)(500.0, 1000.0, parameters) == pytest.approx(0.1 * math.exp(-1.0))
    assert plainly(constant)(500.0, 1000.0, parameters) == 0.1


def test_a_supervisor_without_a_quota_has_no_stake():
    assert plainly(self_interested)(500.0, 0.0, row(audit_probability=0.1, career_stake=2.0)) == pytest.approx(0.1)


def test_enforcement_grows_with_the_share_out_of_turn_up_to_its_strength():
    parameters = row(police_strength=0.5)
    assert plainly(enforce)(0.04, parameters) == pytest.approx(0.2)
    assert plainly(enforce)(0.1, parameters) == plainly(enforce)(0.9, parameters) == 0.5
    assert plainly(tolerate)(0.9, parameters) == 0.0


def test_dismissal_comes_with_the_last_low_period_allowed_or_never():
    dismiss, parameters = plainly(low_periods_file.low_periods), row(dismissal_periods=3)
    assert [dismiss(row(low_periods=n), parameters) for n in (0, 2, 3, 4)] == [0, 0, 1, 1]
    assert plainly(keep_file.never)(row(low_periods=99), parameters) == 0


def test_the_service_turn_comes_when_patience_ends_and_then_stands():
    turn, parameters = plainly(gap_to_quota), row(turn_patience=2)
    assert [turn(row(serves=0, below=n), parameters) for n in (0, 1, 2)] == [0, 0, 1]
    assert turn(row(serves=1, below=0), parameters) == 1


def test_a_desk_may_serve_from_the_start_or_never():
    assert plainly(from_start)(row(serves=0, below=0), row()) == 1
    assert plainly(never_file.never)(row(serves=0, below=99), row()) == 0
