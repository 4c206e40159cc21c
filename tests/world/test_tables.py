"""The world: docstrings are schemas, people stand where they belong, rows and arrays hold the same."""

import numpy as np
import pytest

from model.engine.agenda import NEXT_LINE
from model.parameters.flat import flat_records
from model.scenario import load_scenario
from model.world import agenda_tables, ledgers, tables
from model.world.build import build, memory_needed, unaided_sales
from model.world.codes import GENERAL_MANAGER, N_MINUTES, REP, SALESPERSON, SUPERVISOR, UNIT_MANAGER
from model.world.world import TABLES, grow, pack, unpack
from tests.helpers.organisations import small
from tests.helpers.runs import fingerprint


@pytest.mark.parametrize("name", [name for name in TABLES if name != "parameters"])
def test_every_column_of_a_table_states_its_type_unit_and_meaning(name):
    table = TABLES[name]
    assert table.dtype.names == tuple(column for column, *_ in table.schema)
    assert len(table.schema) >= 1
    for column, kind, unit, meaning in table.schema:
        assert table.dtype[column] == np.dtype(kind)
        assert unit and len(meaning) >= 3, (name, column)


def test_arrays_come_back_from_python_rows_unchanged():
    world = build(small(), 1, log=True)
    again = pack(unpack(world), world)
    for name in TABLES:
        assert fingerprint(getattr(again, name)) == fingerprint(getattr(world, name)), name


@pytest.mark.parametrize("way", [lambda world: world, unpack], ids=["arrays", "rows"])
def test_a_table_that_grows_keeps_what_it_held(way):
    world = build(small(), 1)
    grown = grow(way(world), "tasks")
    packed = pack(grown, world) if isinstance(grown.tasks, list) else grown
    n = len(world.tasks)
    assert len(packed.tasks) == 2 * n
    assert fingerprint(packed.tasks[:n]) == fingerprint(world.tasks)
    assert packed.tasks[n:].tolist() == np.zeros(n, world.tasks.dtype).tolist()


def test_people_stand_in_their_teams_units_pools_and_queues():
    world = build(small(), 1)
    assert world.workers["role"].tolist() == [SALESPERSON] * 4 + [REP] * 6
    assert world.salespeople["team"].tolist() == [0, 0, 1, 1]
    assert world.reps["unit"].tolist() == [0, 0, 0, 1, 1, 1]
    assert world.workers["pool"].tolist() == [0] * 4 + [1] * 3 + [2] * 3
    assert world.managers["kind"].tolist() == [SUPERVISOR] * 2 + [UNIT_MANAGER] * 2 + [GENERAL_MANAGER]
    queues = [0, *world.units["mailbox"], *world.units["helpline"], *world.units["bucket"]]
    queues += [*world.workers["line"], *world.workers["todo"]]
    assert sorted(queues) == list(range(len(world.queues)))  # every queue has exactly one place
    assert np.flatnonzero(world.queues["measured"]).tolist() == [0, *world.workers["line"][:4]]


def test_reps_with_own_buckets_have_a_queue_more_each():
    world = build(small(reps__own_buckets=True), 1)
    own = world.workers["bucket"][4:]
    queues = [0, *world.units["mailbox"], *world.units["helpline"], *world.units["bucket"]]
    queues += [*world.workers["line"], *world.workers["todo"], *own]
    assert sorted(queues) == list(range(len(world.queues)))
    assert world.queues["owner"][own].tolist() == list(range(4, 10))


def test_accounts_are_dealt_out_evenly_to_salespeople():
    owners = np.bincount(build(small(people__accounts=10), 1).accounts["salesperson"], minlength=4)
    assert owners.tolist() == [3, 3, 2, 2]


def test_dispositions_have_the_mean_and_spread_of_the_scenario():
    scenario = small(people__units=40, people__reps_per_unit=25, reps__disposition_mean=0.4, reps__disposition_sd=0.2)
    candidates = build(scenario, 1).candidates["disposition"]
    n = len(candidates)
    assert abs(candidates.mean() - 0.4) < 4.0 * 0.2 / np.sqrt(n)
    assert candidates.std() == pytest.approx(0.2, abs=0.01)
    assert (build(small(reps__disposition_sd=0.0), 1).candidates["disposition"] == 0.5).all()


def test_one_more_unit_leaves_the_reps_of_the_others_as_they_were():
    two, three = (build(small(people__units=n), 1).candidates for n in (2, 3))
    assert fingerprint(three[: len(two)]) == fingerprint(two)


def test_unaided_sales_are_offers_times_chance_times_value_and_the_accounts_own_enquiries():
    scenario = small(
        people__availability_desk=0.85, salespeople__sell_minutes=12.0, salespeople__conversion_novice=0.05,
        salespeople__share_difficult=0.4, salespeople__difficult_conversion=0.5,
        salespeople__opportunity_conversion=3.0, demand__opportunities_per_account_day=0.1,
        demand__order_value_mean=500.0,
    )  # fmt: skip
    # 34 offers · 0.05 · (1 − 0.4 · 0.5) = 1.36 sales a day, and 0.1 · 8/4 · 0.15 = 0.03 on enquiry
    assert unaided_sales(scenario) == pytest.approx((1.36 + 0.03) * 500.0 * 10)
    world = build(scenario, 1)
    assert world.salespeople["quota"] == pytest.approx([scenario.incentives.quota_multiple * 1.39 * 5000.0] * 4)


def test_memory_needed_grows_with_the_days():
    short, long = (memory_needed(small(run__days=days)) for days in (100, 200))
    assert long == pytest.approx(2.0 * short, rel=0.05)


def test_tables_begin_at_a_line_of_the_cache_also_after_they_have_grown():
    world = build(small(), 1)
    assert all(table.ctypes.data % 64 == 0 for table in (world.issues, world.requests, world.queues, world.ties))
    larger = grow(world, "tasks")
    assert larger.tasks.ctypes.data % 64 == 0 and len(larger.tasks) == 2 * len(world.tasks)


def test_what_an_event_touches_of_a_queue_or_a_worker_fits_a_line_of_the_cache():
    assert tables.Workers.dtype.itemsize == tables.Tasks.dtype.itemsize == 64
    assert tables.Queues.dtype.itemsize % 64 == 0
    touched = ("head", "tail", "length", "owner", "pool", "changed", "area", "waited", "n_in", "n_begun", "n_out")
    assert max(tables.Queues.dtype.fields[name][1] for name in touched) < 64


def test_what_stands_side_by_side_fills_lines_of_the_cache():
    assert tables.Ties.dtype.itemsize == 64 // 2 and agenda_tables.Far.dtype.itemsize == 64 // NEXT_LINE
    assert tables.Requests.dtype.itemsize == 2 * 64 and tables.Requests.dtype.fields["work"][1] == 64
    assert N_MINUTES * ledgers.Ledger.dtype.itemsize == 2 * 64


def test_what_a_sale_or_a_claim_adds_to_stands_in_one_line_of_the_cache():
    added_to = ("originated", "claimed", "voided", "reported_all", "origin_all", "claimed_all", "n_orders", "n_claims")
    assert {tables.Salespeople.dtype.fields[name][1] // 64 for name in added_to} == {1}
    assert tables.Salespeople.dtype.itemsize % 64 == 0


def test_narrow_columns_hold_the_most_that_a_scenario_may_have():
    highest = {record.full_name: record.high for record in flat_records()}
    for name in ("run.days", "people.reps_per_unit"):
        assert highest[name] < np.iinfo(np.int16).max, name


def test_every_tie_has_its_details():
    organisation, centre = (build(scenario, 1) for scenario in (small(), load_scenario("tcc")))
    assert len(organisation.tie_details) == len(organisation.ties) > 0
    assert len(centre.tie_details) == len(centre.ties) == 0  # it has no units
