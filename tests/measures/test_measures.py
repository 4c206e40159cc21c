"""Measures: every record says what it is, and the numbers are those counted from the world and the log."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.measures import MEASURES, View, applies
from model.measures.network import gini
from model.measures.ranks import rank
from model.measures.view import quantile, ratio
from model.scenario import load_scenario, scenario_names
from model.simulation import simulate
from model.world.codes import (
    BREAK, CHASE, DONE, HELPLINE_TIME, IDLE, L_ANSWERED, L_CHASED, L_FORWARDED, L_REPEATED, L_STARTED, MINUTES,
    PRODUCTION, REQUESTS_END, SERVICE_CALL, TRANSCRIPTION, UPDATE,
)  # fmt: skip
from model.world.joined import issues_in_full
from tests.helpers.organisations import small
from tests.helpers.runs import events

ISSUE_2 = [
    "share_service_calls",
    "share_update_calls",
    "share_other_calls",
    "desk_involvement",
    "attainment_before_turn",
    "attainment_after_turn",
    "service_turn_day",
    "bonus_ratio_desk_field",
    "hours_to_completion_named_p10",
    "hours_to_completion_named_p50",
    "hours_to_completion_unnamed_p50",
    "contact_degree_disposition_correlation",
    "request_gini",
    "fifo_inversion_share",
    "rep_minutes_production",
    "rep_minutes_transcription",
    "rep_minutes_update",
    "rep_minutes_chase",
    "rep_minutes_helpline",
    "chases_per_issue",
    "wait_hours_desk_p50",
    "wait_hours_desk_p90",
    "wait_hours_direct_p50",
    "wait_hours_direct_p90",
    "cost_per_contact_official",
    "cost_per_contact_true",
    "share_orders_claimed_not_originated",
    "refusal_share",
    "rep_occupancy",
    "runaway",
    "mean_wait_minutes",
    "p_wait",
    "p_abandon",
    "p_blocked",
    "occupancy",
    "mean_in_queue",
    "service_level_20s",
]


@pytest.fixture(scope="module")
def run():
    """One run of the small organisation with everything that the measures read."""
    return simulate(small(salespeople__chase_rate=2.0), 1, log=True)


def test_the_measures_of_the_first_year_and_of_the_textbook_queue_exist_under_their_names():
    assert set(ISSUE_2) <= set(MEASURES)


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_has_a_unit_a_source_and_a_definition_in_a_sentence(name):
    record = MEASURES[name]
    assert record.name == name and record.unit and record.row and record.theme
    assert record.definition[0].isupper() or record.definition[0].isdigit()
    assert record.definition.rstrip()[-1] == "." and len(record.definition.split()) >= 4


def test_every_measure_is_a_plain_number_and_shares_lie_between_zero_and_one(run):
    assert set(run.measures) == set(MEASURES)
    for name, value in run.measures.items():
        assert isinstance(value, float) and not math.isinf(value), name
        if MEASURES[name].unit in ("share", "probability", "Gini") and not math.isnan(value):
            assert 0.0 <= value <= 1.0, name


def test_the_shares_of_calls_are_those_of_the_log_and_add_up_to_one(run):
    answered = events(run, L_ANSWERED)
    updates = run.world.days["update_calls"].sum()
    service = (answered["value"] == SERVICE_CALL).sum()
    assert run.measures["share_service_calls"] == pytest.approx(service / (len(answered) + updates))
    names = ("share_service_calls", "share_update_calls", "share_other_calls")
    assert sum(run.measures[name] for name in names) == pytest.approx(1.0)


def test_involvement_is_the_share_of_requests_that_arose_with_a_salesperson_in_charge(run):
    arisen = issues_in_full(run.world)[: int(run.world.clock["next_issue"])]
    requests = arisen[arisen["kind"] < REQUESTS_END]
    assert run.measures["desk_involvement"] == pytest.approx(requests["desk"].mean())


def test_rep_minutes_add_up_to_the_time_of_the_reps(run):
    world = run.world
    kinds = ("production", "transcription", "update", "chase", "helpline", "refused")
    worked = sum(run.measures[f"rep_minutes_{kind}"] for kind in kinds) * world.days["completed"].sum()
    free = world.ledger["minutes"].reshape(-1, len(MINUTES))[4:, [IDLE, BREAK]].sum()
    assert worked + free == pytest.approx(world.workers["since"][4:].sum())
    assert run.measures["rep_occupancy"] == pytest.approx(
        worked / (worked + world.ledger["minutes"].reshape(-1, len(MINUTES))[4:, IDLE].sum())
    )


def test_each_kind_of_rep_minutes_is_its_own_column_of_the_ledger(run):
    booked = run.world.ledger["minutes"].reshape(-1, len(MINUTES))[4:].sum(axis=0)
    kinds = {"production": PRODUCTION, "transcription": TRANSCRIPTION, "update": UPDATE, "chase": CHASE,
             "helpline": HELPLINE_TIME}  # fmt: skip
    for name, kind in kinds.items():
        expected = booked[kind] / run.world.days["completed"].sum()
        assert run.measures[f"rep_minutes_{name}"] == pytest.approx(expected)
        assert expected > 0.0


def test_hours_to_completion_run_from_the_last_message_to_the_notice(run):
    issues = issues_in_full(run.world)
    mine = issues[(issues["state"] == DONE) & (issues["desk"] == 1) & (issues["salesperson"] >= 0)]
    plain, named = mine[mine["named"] < 0], mine[(mine["named"] >= 0) & (mine["named"] == mine["rep"])]
    hours = [(rows["completed"] - rows["sent"]) / 60.0 for rows in (plain, named)]
    assert run.measures["hours_to_completion_unnamed_p50"] == pytest.approx(np.median(hours[0]))
    assert run.measures["hours_to_completion_named_p10"] == pytest.approx(np.quantile(hours[1], 0.1))


def test_hours_of_the_obliging_and_the_unwilling_are_those_of_requests_that_named_them(run):
    # 000-35, 000-38: 6 reps, so that a third are two; from the first message on, whoever did the work.
    issues, dispositions = issues_in_full(run.world), run.world.reps["disposition"]
    mine = issues[(issues["state"] == DONE) & (issues["desk"] == 1) & (issues["salesperson"] >= 0)]
    mine = mine[mine["named"] >= 0]
    order = np.argsort(dispositions)
    for name, thirds in (("hours_named_unwilling", order[:2]), ("hours_named_obliging", order[-2:])):
        rows = mine[np.isin(mine["named"], thirds)]
        assert len(rows) > 20
        assert run.measures[name] == pytest.approx(((rows["completed"] - rows["forwarded"]) / 60.0).mean())


def test_whoever_names_obliging_reps_waits_less_and_learns_to_name_them():
    # 000-34, 000-38: what learning is for, in the reference organisation, over five years of it.
    found = [simulate("mtel", seed).measures for seed in range(1, 6)]
    assert all(m["hours_named_obliging"] < m["hours_named_unwilling"] - 0.5 for m in found)
    assert all(m["named_disposition_lead"] > 0.0 for m in found)


def test_the_lead_in_disposition_is_the_difference_of_two_means(run):
    reps = run.world.reps
    named = np.repeat(reps["disposition"], reps["n_named"])
    expected = named.mean() - reps["disposition"].mean()
    assert run.measures["named_disposition_lead"] == pytest.approx(expected, rel=1e-9, abs=1e-12)


def test_the_spread_of_obliging_leaves_out_who_hardly_answered(run):
    # 000-40: shares .8, .2 of twenty each; the third answered nine times.
    few = np.zeros(3, run.world.reps.dtype)
    few["n_asked"], few["n_obliged"] = [20, 20, 9], [16, 4, 9]
    view = View(run.world._replace(reps=few), run.scenario)
    assert MEASURES["obliged_spread"].function(view) == pytest.approx(0.3)
    asked = run.world.channels["n_asked"].sum() + run.world.channels["n_asked_own"].sum()
    assert run.world.reps["n_asked"].sum() == asked > 100


def test_reading_is_spread_over_everybody_unless_one_reads_it_all(run):
    # 000-26: any of three reads, or always the first who is free.
    minutes = run.world.ledger["minutes"].reshape(-1, len(MINUTES))[4:, TRANSCRIPTION]
    assert run.measures["reading_gini"] == pytest.approx(gini(minutes))
    one = simulate(small(people__idle_choice="always_first"), 1).measures["reading_gini"]
    assert run.measures["reading_gini"] < 0.1 < one


def test_the_share_of_tags_by_quarter_is_that_of_the_days(run):
    # 000-45: thirty days, of which the first seven and the last eight are a quarter.
    days = run.world.days
    for name, part in (("first", days[:7]), ("last", days[22:])):
        sent = part["sent_plain"] + part["sent_tagged"] + part["sent_phoned"]
        assert run.measures[f"share_tagged_{name}_quarter"] == part["sent_tagged"].sum() / sent.sum()
    assert run.measures["share_tagged_first_quarter"] < run.measures["share_tagged_last_quarter"]


def test_chases_per_issue_counts_the_desks_chases_over_the_issues_it_took_on():
    # customers who never ask and requests that are never sent back leave only the desk's chases in the log
    scenario = small(customers__direct_chase_rate=0.0, salespeople__send_limit=50, salespeople__chase_rate=2.0)
    result = simulate(scenario, 1, log=True)
    chases = len(events(result, L_CHASED))
    assert chases > 100
    assert result.measures["chases_per_issue"] == pytest.approx(chases / result.world.requests["desk"].sum())


def test_waits_run_from_the_need_to_the_first_minute_of_work(run):
    issues, started = issues_in_full(run.world), events(run, L_STARTED)
    last_start = {int(line["issue"]): float(line["time"]) for line in started}
    done = [i for i in range(len(issues)) if issues["state"][i] == DONE and issues["started"][i] >= 0.0]
    waits = {
        way: [(last_start[i] - issues["arises"][i]) / 60.0 for i in done if issues["desk"][i] == way] for way in (0, 1)
    }
    assert run.measures["wait_hours_direct_p50"] == pytest.approx(np.median(waits[0]))
    assert run.measures["wait_hours_desk_p90"] == pytest.approx(np.quantile(waits[1], 0.9))


def test_the_official_contact_costs_its_fixed_sum_and_the_true_one_more(run):
    world, measures = run.world, run.measures
    assert measures["cost_per_contact_official"] == pytest.approx(2.5)
    sent = len(events(run, L_FORWARDED)) + len(events(run, L_REPEATED))
    calls = sum(world.days[f"{kind}_calls"].sum() for kind in ("service", "update", "other"))
    chases = world.days["chases"].sum()
    went_direct = world.requests["n_sends"][world.requests["desk"] == 1].sum() - sent
    contacts = calls + sent + went_direct + chases
    extra = measures["rep_minutes_displaced"] * 0.6 / contacts
    assert measures["cost_per_contact_true"] == pytest.approx(2.5 + extra) and extra > 0.1


def test_a_free_rep_minute_makes_the_true_cost_the_official_one():
    measures = simulate(small(costs__rep_minute=0.0), 1).measures
    assert measures["cost_per_contact_true"] == pytest.approx(measures["cost_per_contact_official"])


@pytest.mark.parametrize(
    ("values", "expected"),
    [([1, 1, 1, 1], 0.0), ([0, 0, 0, 4], 0.75), ([1, 3], 0.25), ([0, 0, 1, 1], 0.5)],
)
def test_gini_of_small_sets_by_hand(values, expected):
    # Σ_i Σ_j |x_i − x_j| / (2 n² mean)
    assert gini(np.array(values)) == pytest.approx(expected)
    array = np.array(values, float)
    pairs = np.abs(array[:, None] - array[None, :]).sum() / (2.0 * len(array) ** 2 * array.mean())
    assert gini(array) == pytest.approx(pairs)


def test_a_gini_of_nothing_does_not_apply():
    assert math.isnan(gini(np.zeros(4))) and math.isnan(gini(np.zeros(0)))


def test_ranks_average_over_equals():
    assert rank(np.array([10, 30, 20, 20])).tolist() == [1.0, 4.0, 2.5, 2.5]


def test_ratios_and_quantiles_of_nothing_do_not_apply():
    assert math.isnan(ratio(3.0, 0.0)) and ratio(3.0, 4.0) == 0.75
    assert math.isnan(quantile(np.zeros(0), 0.5)) and quantile(np.array([1.0, 3.0]), 0.5) == 2.0


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40), st.floats(0.0, 1.0))
def test_a_quantile_is_numpys_to_the_last_bit(values, q):
    assert quantile(np.sort(values), q) == np.quantile(values, q)


def test_a_quantile_of_what_is_not_known_is_not_known():
    assert math.isnan(quantile(np.sort([1.0, math.nan, 2.0]), 0.5))


@pytest.mark.parametrize("name", scenario_names())
@pytest.mark.parametrize("days", [0, 3])
def test_measures_that_are_not_reckoned_where_their_theme_does_not_apply_would_be_nan(name, days):
    # also where a desk has values that only a centre uses
    result = simulate(load_scenario(name, {"goodwill.praise_minutes": 60.0, "regime.gaming": 0.1}), 1, until_day=days)
    view = View(result.world, result.scenario)
    left_out = [measure for measure in MEASURES if not applies(measure, result.scenario)]
    assert left_out
    assert [measure for measure in left_out if not math.isnan(MEASURES[measure].function(view))] == []


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", ["mtel", "textbook_queue"])
def test_without_any_demand_every_measure_of_flow_is_zero_or_does_not_apply(name):
    nothing = {f"demand.{kind}_per_account_day": 0.0 for kind in ("requests", "opportunities")}
    nothing |= {"demand.bulk_per_account_year": 0.0, "run.days" if name == "mtel" else "days": 12}
    nothing |= {"demand.enquiries_per_account_day" if name == "mtel" else "arrivals_per_hour": 0.0}
    measures = simulate(load_scenario(name, nothing), 1).measures
    for measure in (
        "share_service_calls",
        "desk_involvement",
        "rep_minutes_production",
        "refusal_share",
        "p_wait",
    ):
        assert math.isnan(measures[measure]), measure
    for measure in ("calls_per_salesperson_day", "runaway", "mean_in_queue", "rep_minutes_displaced"):
        assert measures[measure] == 0.0, measure


def test_a_run_away_unit_is_reported_and_a_quiet_one_is_not():
    assert simulate(small(run__days=60, demand__requests_per_account_day=1.0), 1).measures["runaway"] == 0.0
    assert simulate(small(run__days=120, demand__requests_per_account_day=40.0), 1).measures["runaway"] == 1.0
