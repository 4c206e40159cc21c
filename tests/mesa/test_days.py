"""A step is a day, and a run that is stepped is the run that `simulate` does at once."""

import numpy as np
import pytest
from mesa.experimental.scenarios import Scenario as MesaScenario

from model.organisation import DAILY, Organisation
from model.scenario import ScenarioError, load_scenario
from model.simulation import simulate
from tests.helpers.organisations import BUNDLES, SMALL, lively, small
from tests.helpers.runs import fingerprint


def same(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether measures are equal to the last bit; nan equals nan."""
    return one.keys() == other.keys() and np.array_equal(
        list(one.values()), list(other.values()), equal_nan=True
    )


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_run_stepped_day_by_day_has_the_event_log_and_the_measures_of_one_run(bundle):
    scenario = lively(bundle)
    model = Organisation(scenario, rng=5, log=True)
    model.run_model()
    result = simulate(scenario, 5, log=True)
    assert len(result.log) > 100
    assert fingerprint(model.log) == fingerprint(result.log)
    assert same(model.measures(), result.measures)


def test_a_result_of_the_model_is_that_of_simulate():
    model = Organisation(small(), rng=5)
    model.run_for(30)
    mine, result = model.result(), simulate(small(), 5)
    assert (mine.seed, mine.n_events, mine.n_contacts) == (5, result.n_events, result.n_contacts)
    assert same(mine.measures, result.measures)
    assert fingerprint(mine.world.ties) == fingerprint(result.world.ties)


def test_a_result_does_not_change_when_the_model_goes_on():
    model = Organisation(small(), rng=5)
    model.step()
    result = model.result()
    minutes = result.world.ledger["minutes"].copy()
    model.step()
    assert float(result.world.clock["now"]) == 480.0
    assert np.array_equal(result.world.ledger["minutes"], minutes)


def test_a_step_is_one_working_day_and_the_last_one_stops_the_model():
    model = Organisation(small(run__days=3), rng=1)
    seen = []
    while model.running:
        model.step()
        seen.append((model.day, model.time, float(model.world.clock["now"]), model.running))
    assert seen == [(1, 1.0, 480.0, True), (2, 2.0, 960.0, True), (3, 3.0, 1440.0, False)]


def test_steps_after_the_last_day_change_nothing():
    model = Organisation(small(run__days=2), rng=1)
    model.run_model()
    events = int(model.world.clock["n_events"])
    model.step()
    assert (model.day, int(model.world.clock["n_events"])) == (2, events)
    assert len(model.datacollector.model_vars["habit"]) == 3


def test_the_model_opens_on_the_first_morning_with_posts_filled_and_no_issue_arisen():
    model = Organisation(small(people__share_ex_service=1.0), rng=1)
    assert all(person.from_service for person in model.salespeople)
    assert all(rep.disposition > 0.0 for rep in model.service_reps)
    assert (model.day, int(model.world.clock["next_issue"])) == (0, 0)


def test_a_name_a_scenario_and_changes_give_the_same_organisation():
    changes = {"run.days": 2, "incentives.quota_multiple": 2.0}
    models = [
        Organisation("mtel", rng=3, **changes),
        Organisation(load_scenario("mtel"), rng=3, **changes),
        Organisation(load_scenario("mtel", changes), rng=3),
    ]
    for model in models:
        model.run_model()
        assert model.setting.incentives.quota_multiple == 2.0
    assert len({fingerprint(model.world.ledger) for model in models}) == 1


def test_the_words_of_a_vocabulary_are_changes_too():
    model = Organisation("textbook_queue", rng=1, agents=3, arrivals_per_hour=12.0, days=4)
    model.run_model()
    expected = simulate(
        load_scenario("textbook_queue", {"agents": 3, "arrivals_per_hour": 12.0, "days": 4}), 1
    )
    assert len(model.salespeople) == 3
    assert same(model.measures(), expected.measures)


def test_a_whole_number_is_the_seed_and_other_generators_give_one():
    days = {"run.days": 1}
    assert Organisation(small(), rng=np.int64(7), **days).seed == 7
    drawn = [Organisation(small(), rng=np.random.default_rng(7), **days).seed for _ in range(2)]
    assert drawn[0] == drawn[1] == int(np.random.default_rng(7).integers(2**31))


def test_without_a_seed_one_is_drawn_and_remembered():
    models = [Organisation(small(run__days=2)) for _ in range(2)]
    assert models[0].seed != models[1].seed
    again = Organisation(small(run__days=2), rng=models[0].seed)
    for model in (models[0], again):
        model.run_model()
    assert fingerprint(models[0].world.requests) == fingerprint(again.world.requests)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"rng": -1}, "The seed is -1; it must be a whole number from 0"),
        ({"rng": 1.5}, "The seed is 1.5; it must be a whole number"),
        ({"scenario": "mtell"}, "did you mean mtel"),
        ({"scenario": MesaScenario(rng=1)}, "scenario is a mesa.*; it must be the name of a scenario"),
        ({"incentives.quota_multipel": 2.0}, "did you mean incentives.quota_multiple"),
        ({"rules": {"choose_repp": max}}, "did you mean choose_rep"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(arguments, message):
    with pytest.raises(ScenarioError, match=message):
        Organisation(**arguments)


def test_mesas_own_scenario_carries_the_seed_and_counts_as_false():
    """A visualiser then makes a new model from its own parameters alone, not from an empty scenario."""
    model = Organisation(small(), rng=9)
    assert isinstance(model.scenario.rng, int | np.random.Generator)
    assert not model.scenario


def name_first_known(ties, parameters, u):
    """Name the first known rep of the page."""
    return next((place for place, tie in enumerate(ties) if tie.known == 1), -1)


def test_ones_own_rule_in_plain_python_runs_day_by_day_and_views_stay_true():
    scenario, rules = lively(run__days=4), {"choose_rep": name_first_known}
    model = Organisation(scenario, rng=2, rules=rules, log=True)
    rep, ledger = model.service_reps[0], model.world.ledger
    model.run_model()
    assert model.world.ledger is not ledger
    assert sum(rep.minutes.values()) > 0.0
    assert fingerprint(model.log) == fingerprint(simulate(scenario, 2, rules=rules, log=True).log)
    assert model.rule("choose_rep") is name_first_known


def test_the_series_of_the_last_day_are_the_measures_of_the_run():
    model = Organisation(lively(), rng=4)
    model.run_model()
    series, measures = model.datacollector.get_model_vars_dataframe(), model.measures()
    assert list(series.columns) == list(DAILY)
    assert len(series) == SMALL["run.days"] + 1
    for name in ("desk_involvement", "occupancy", "rep_occupancy"):
        assert series[name].iloc[-1] == measures[name]
    assert series["habit"].iloc[-1] == measures["habit_final"]
    calls = series[["service_calls", "update_calls", "other_calls"]].sum()
    assert calls["service_calls"] / calls.sum() == measures["share_service_calls"]
    reviews = model.world.reviews
    last = reviews[reviews["day"] == reviews["day"].max()]
    reported = (last["originated"] + last["claimed"]).sum()
    assert series["attainment"].iloc[-1] == pytest.approx(reported / last["quota"].sum())


def test_the_series_begin_before_the_first_day_with_nothing_done():
    first = Organisation(small(), rng=4).datacollector.get_model_vars_dataframe().iloc[0]
    nothing = ["service_calls", "update_calls", "other_calls", "bucket", "mail", "occupancy"]
    assert first[nothing].tolist() == [0] * 6
    assert first["habit"] == pytest.approx(SMALL["customers.initial_habit"])
    assert np.isnan(first["attainment"])


@pytest.mark.parametrize("own", [False, True])
def test_requests_waiting_are_those_in_buckets_and_on_the_lists_of_reps(own):
    """8 accounts · 12 requests · 40 minutes are 64 hours of work a day for 6 reps: buckets fill."""
    model = Organisation(lively(demand__requests_per_account_day=12.0, reps__own_buckets=own), rng=4)
    for _ in range(10):
        model.step()
    waiting = sum(rep.n_waiting for rep in model.service_reps)
    waiting += sum(int(model.world.queues["length"][bucket]) for bucket in model.world.units["bucket"])
    assert model.datacollector.model_vars["bucket"][-1] == waiting > 0
