"""What Mesa users do with a model: collect, run in batches, copy, keep many."""

import copy
import gc
import pickle
import time
import weakref

import mesa
import pytest

from model.agents import Salesperson, ServiceRep
from model.organisation import Organisation
from model.scenario import load_scenario
from model.simulation import simulate
from tests.helpers.organisations import SMALL, small
from tests.helpers.runs import fingerprint


def obliging(rep: ServiceRep) -> float:
    """Share of requests in which the rep was named and that were done at once."""
    return rep.n_obliged / rep.n_named if rep.n_named else 0.0


def test_a_data_collector_of_ones_own_collects_from_the_agents_every_day():
    model = Organisation(small(), rng=1)
    reporters = {"disposition": "disposition", "done": "n_completed", "obliging": obliging}
    model.datacollector = mesa.DataCollector(agenttype_reporters={ServiceRep: reporters})
    model.run_for(5)
    frame = model.datacollector.get_agenttype_vars_dataframe(ServiceRep)
    assert len(frame) == 5 * len(model.service_reps)
    assert frame.loc[5.0, "done"].tolist() == model.world.reps["n_completed"].tolist()
    assert frame.loc[5.0, "obliging"].tolist() == [obliging(rep) for rep in model.service_reps]


def test_an_agent_reporter_over_all_agents_may_ask_for_what_all_have():
    model = Organisation(small(), rng=1)
    model.datacollector = mesa.DataCollector(agent_reporters={"label": "label"})
    model.step()
    labels = model.datacollector.get_agent_vars_dataframe()["label"].tolist()
    assert len(set(labels)) == len(model.agents)


def test_batch_run_gives_what_simulate_gives_for_the_same_seeds(start_method):
    quota = "incentives.quota_multiple"
    parameters = SMALL | {quota: [1.0, 2.0], "run.days": 20}
    rows = mesa.batch_run(Organisation, parameters, rng=[1, 2], display_progress=False)
    assert [(row["rng"], row[quota]) for row in rows] == [(1, 1.0), (1, 2.0), (2, 1.0), (2, 2.0)]
    for row in rows:
        changes = SMALL | {quota: row[quota], "run.days": 20}
        measures = simulate(load_scenario("mtel", changes), row["rng"]).measures
        assert row["desk_involvement"] == measures["desk_involvement"]
        assert row["rep_occupancy"] == measures["rep_occupancy"]
        assert row["habit"] == measures["habit_final"]
    assert len({row["attainment"] for row in rows}) == 4


@pytest.mark.slow
def test_batch_run_in_two_processes_gives_the_same_rows_as_in_one(start_method):
    parameters = SMALL | {"run.days": [5, 10]}
    options = {"rng": [1], "display_progress": False}
    one = mesa.batch_run(Organisation, parameters, number_processes=1, **options)
    two = mesa.batch_run(Organisation, parameters, number_processes=2, **options)
    assert sorted(map(str, one)) == sorted(map(str, two))


def test_batch_run_takes_a_scenario_by_name(start_method):
    parameters = {"scenario": ["textbook_queue"], "agents": [2, 3], "arrivals_per_hour": 6.0, "days": 4}
    rows = mesa.batch_run(Organisation, parameters, rng=[1], display_progress=False)
    for row in rows:
        changes = {"agents": row["agents"], "arrivals_per_hour": 6.0, "days": 4}
        assert row["occupancy"] == simulate(load_scenario("textbook_queue", changes), 1).measures["occupancy"]


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_a_copy_goes_on_by_itself_and_just_as_the_original_would(copied):
    model = Organisation(small(), rng=1, log=True)
    model.run_for(5)
    twin, before = copied(model), fingerprint(model.world.ledger)
    twin.run_model()
    assert fingerprint(model.world.ledger) == before
    assert (model.day, twin.day, len(model.datacollector.model_vars["habit"])) == (5, 30, 6)
    model.run_model()
    assert fingerprint(twin.log) == fingerprint(model.log) == fingerprint(simulate(small(), 1, log=True).log)
    assert twin.datacollector.model_vars["bucket"] == model.datacollector.model_vars["bucket"]


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_agents_of_a_copy_are_views_on_the_copy(copied):
    model = Organisation(small(), rng=1)
    twin = copied(model)
    twin.agents_by_type[ServiceRep].set("disposition", 0.125)
    assert set(twin.world.reps["disposition"].tolist()) == {0.125}
    assert 0.125 not in model.world.reps["disposition"].tolist()
    assert all(agent.model is twin for agent in twin.agents)
    assert twin.salespeople[0] is twin.agents_by_type[Salesperson].to_list()[0]


def test_two_models_in_one_process_do_not_share_state():
    alone = Organisation(small(), rng=1)
    alone.run_model()
    one, other = Organisation(small(), rng=1), Organisation(small(reps__disposition_mean=0.9), rng=2)
    while one.running:
        other.step()
        one.step()
        other.agents_by_type[ServiceRep].set("disposition", 0.5)
    assert fingerprint(one.world.ties) == fingerprint(alone.world.ties)
    assert one.datacollector.model_vars["bucket"] == alone.datacollector.model_vars["bucket"]


def test_fifty_models_leave_nothing_behind():
    references = []
    for seed in range(50):
        model = Organisation(small(run__days=3), rng=seed)
        model.step()
        _ = model.graph, model.service_reps[0].minutes
        references.append(weakref.ref(model))
    del model, _
    gc.collect()
    assert [reference for reference in references if reference() is not None] == []


def test_the_full_organisation_is_built_fast_enough_to_be_looked_at():
    """8 teams of 10, 20 units of 8, 100 accounts, 12 in the field, 29 managers: 381 views."""
    full = {"people.salespeople_per_team": 10, "people.units": 20, "people.reps_per_unit": 8}
    Organisation(small(), rng=1)
    began = time.perf_counter()
    model = Organisation("mtel", rng=1, **full)
    assert len(model.agents) == 8 * 10 + 20 * 8 + 100 + 12 + (8 + 20 + 1)
    assert time.perf_counter() - began < 3.0
