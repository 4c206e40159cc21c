"""Demand drawn up front: the right amounts, and luck that belongs to each account alone."""

import numpy as np
import pytest

from model.world import tables
from model.world.codes import CHANGE, COMPLAINT, ENQUIRY, OPPORTUNITY, ORDER, QUERY, REQUESTS_END
from model.world.demand import _in_order, account_sizes, draw_demand, draw_issues, expected_issues
from tests.helpers.organisations import small
from tests.helpers.runs import fingerprint

QUIET = {
    "demand__bulk_per_account_year": 0.0, "demand__day_cv": 0.0, "demand__load_curve": [1.0],
    "demand__account_size_cv": 0.0, "demand__opportunities_per_account_day": 0.0,
    "demand__enquiries_per_account_day": 0.0,
}  # fmt: skip


def test_one_more_account_leaves_every_issue_of_the_others_as_it_was():
    before = draw_issues(small(people__accounts=8), 3)
    after = draw_issues(small(people__accounts=9), 3)
    kept = after[after["account"] < 8]
    assert len(before) > 500 and len(after) > len(kept)
    assert fingerprint(kept) == fingerprint(before)


def test_more_days_leave_the_issues_of_the_first_days_as_they_were():
    before, after = draw_issues(small(run__days=20, **QUIET), 3), draw_issues(small(run__days=40, **QUIET), 3)
    kept = after[after["arises"] < 20 * 480.0]
    assert np.array_equal(kept["key"], before["key"])
    assert kept["arises"] == pytest.approx(before["arises"], rel=1e-12)


def test_a_doubled_rate_brings_the_same_issues_in_half_the_time():
    slow = draw_issues(small(demand__requests_per_account_day=2.0, **QUIET), 3)
    fast = draw_issues(small(demand__requests_per_account_day=4.0, **QUIET), 3)
    for account in range(8):
        one, two = slow[slow["account"] == account], fast[fast["account"] == account]
        n = len(one)
        assert len(two) > n > 30
        assert np.array_equal(one["key"], two["key"][:n])
        assert np.array_equal(one["work"], two["work"][:n]) and np.array_equal(one["unit"], two["unit"][:n])
        assert two["arises"][:n] == pytest.approx(one["arises"] / 2.0, rel=1e-9)


def test_enquiries_do_not_change_the_luck_of_requests():
    without = draw_issues(small(demand__enquiries_per_account_day=0.0), 3)
    among = draw_issues(small(demand__enquiries_per_account_day=9.0), 3)
    assert fingerprint(among[among["kind"] != ENQUIRY]) == fingerprint(without)


def test_issues_are_sorted_within_the_run_and_have_names_of_their_own():
    issues = draw_issues(small(), 1)
    assert (np.diff(issues["arises"]) >= 0.0).all()
    assert issues["arises"][0] > 0.0 and issues["arises"][-1] < 30 * 480.0
    assert len(np.unique(issues["key"])) == len(issues)


@pytest.mark.parametrize(
    ("times", "places"), [([1.0, 2.0, 2.0, 3.0], [0, 1, 2, 3]), ([3.0, 1.0, 2.0], [1, 2, 0]), ([], [])]
)
def test_arrivals_are_put_in_order_of_time(times, places):
    assert _in_order(np.array(times)).tolist() == places


def test_arrivals_of_one_moment_stay_as_they_were_drawn():
    times = np.random.default_rng(1).integers(0, 50, 5000).astype(float)
    assert np.array_equal(_in_order(times), np.argsort(times, kind="stable"))


def test_every_column_of_an_issue_is_written_whatever_its_row_held_before(monkeypatch):
    scenario = small(run__days=5, customers__patience_minutes=0.0)
    usual = draw_demand(scenario, 3)
    blank = tables.Issues.blank

    def worn(n):
        rows = blank(n)
        rows.view(np.uint8)[:] = 0xFF
        return rows

    monkeypatch.setattr(tables.Issues, "blank", worn)
    again = draw_demand(scenario, 3)
    assert len(usual.issues) > 100
    for name in tables.Issues.dtype.names:
        assert np.array_equal(usual.issues[name], again.issues[name]), name


def test_the_number_of_issues_is_as_expected():
    scenario = small(run__days=250, demand__day_cv=0.0, demand__account_size_cv=0.0, demand__bulk_per_account_year=0.0)
    numbers = [len(draw_issues(scenario, seed)) for seed in range(10)]
    expected = expected_issues(scenario)  # 8 · 250 · (4 + 0.216 + enquiries)
    assert abs(np.mean(numbers) - expected) < 4.0 * np.sqrt(expected / 10)


def test_kinds_units_and_sizes_have_the_shares_and_means_of_the_scenario():
    scenario = small(run__days=250, people__units=4, demand__work_factor_order=2.0, **QUIET)
    issues = draw_issues(scenario, 2)
    n = len(issues)
    assert (issues["kind"] < REQUESTS_END).all()
    shares = {ORDER: 0.32, CHANGE: 0.35, COMPLAINT: 0.2, QUERY: 0.13}
    for kind, share in shares.items():
        assert abs((issues["kind"] == kind).mean() - share) < 4.0 * np.sqrt(share * (1.0 - share) / n)
    for unit in range(4):
        assert abs((issues["unit"] == unit).mean() - 0.25) < 4.0 * np.sqrt(0.1875 / n)
    orders = issues[issues["kind"] == ORDER]
    # lognormal work with a coefficient of variation of 1 and a mean of 2 · 40 minutes
    assert abs(orders["work"].mean() - 80.0) < 4.0 * 80.0 / np.sqrt(len(orders))
    assert abs(issues["n_updates"].mean() - 0.6) < 4.0 * np.sqrt(0.6 / n)  # Poisson


def test_only_orders_and_opportunities_carry_value():
    issues = draw_issues(small(), 1)
    valued = np.isin(issues["kind"], (ORDER, OPPORTUNITY))
    assert (issues["order"][valued] > 0.0).all() and (issues["order"][~valued] == 0.0).all()


def test_a_bulk_project_brings_its_requests_to_one_unit_within_its_days():
    nothing_else = {f"demand__{kind}_per_account_day": 0.0 for kind in ("requests", "opportunities", "enquiries")}
    scenario = small(people__accounts=60, run__days=125, demand__bulk_per_account_year=1.0, **nothing_else)
    issues = draw_issues(scenario, 1)
    assert (issues["bulk"] == 1).all() and np.isin(issues["kind"], (ORDER, CHANGE)).all()
    own = [issues[issues["account"] == account] for account in range(60)]
    single = [project for project in own if len(project) == 30]  # accounts with one whole project
    assert len(single) > 10
    for project in single:
        assert len(np.unique(project["unit"])) == 1
        assert np.ptp(project["arises"]) <= 5.0 * 480.0
    assert {int(project["unit"][0]) for project in single} == {0, 1}


def test_accounts_of_equal_size_have_size_one_and_others_spread_around_one():
    assert (account_sizes(small(demand__account_size_cv=0.0), 1) == 1.0).all()
    sizes = account_sizes(small(people__accounts=4000, demand__account_size_cv=0.5), 1)
    assert abs(sizes.mean() - 1.0) < 4.0 * 0.5 / np.sqrt(4000)
    assert abs(sizes.std() - 0.5) < 0.08


def test_arrivals_follow_the_load_curve():
    scenario = small(run__days=250, **(QUIET | {"demand__load_curve": [3.0, 1.0]}))
    morning = draw_issues(scenario, 1)["arises"] % 480.0 < 240.0
    assert abs(morning.mean() - 0.75) < 4.0 * np.sqrt(0.1875 / len(morning))


@pytest.mark.parametrize("kind", ["requests", "opportunities", "enquiries"])
def test_without_demand_of_a_kind_no_issue_of_it_arises(kind):
    scenario = small(demand__bulk_per_account_year=0.0, **{f"demand__{kind}_per_account_day": 0.0})
    kinds = draw_issues(scenario, 1)["kind"]
    absent = {
        "requests": kinds < REQUESTS_END,
        "opportunities": kinds == OPPORTUNITY,
        "enquiries": kinds == ENQUIRY,
    }
    assert not absent[kind].any() and len(kinds) > 0


def test_no_demand_at_all_gives_no_issues():
    nothing = {f"demand__{kind}_per_account_day": 0.0 for kind in ("requests", "opportunities", "enquiries")}
    assert len(draw_issues(small(demand__bulk_per_account_year=0.0, **nothing), 1)) == 0
    # and a stream so thin that it happens to bring nothing leaves the others alone
    thin = small(demand__bulk_per_account_year=1e-9, demand__enquiries_per_account_day=1e-9)
    assert len(draw_issues(thin, 1)) > 300
