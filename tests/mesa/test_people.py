"""Agents are views: what they show stands in the tables, and what is written to them the engine reads."""

import mesa
import numpy as np
import pytest

from model.agents import Column, Customer, FieldSalesperson, Manager, Salesperson, ServiceRep
from model.organisation import Organisation
from model.world import ledgers, tables
from model.world.codes import L_ANSWERED, MINUTES
from model.world.books import ties_in_books
from tests.helpers.organisations import SMALL, lively, small


def worked(days: int = 10, **changes) -> Organisation:
    """A lively small organisation after some days."""
    model = Organisation(lively(**changes), rng=1)
    model.run_for(days)
    return model


VIEWS = [
    (Customer, tables.Accounts), (Salesperson, tables.Salespeople), (FieldSalesperson, ledgers.FieldLedger),
    (ServiceRep, tables.Reps), (Manager, tables.Managers),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "table"), VIEWS)
def test_every_column_of_a_role_is_an_attribute_that_says_meaning_and_unit(kind, table):
    for name, _, unit, meaning in table.schema:
        attribute = getattr(kind, name)
        assert attribute.__doc__
        if isinstance(attribute, Column):
            assert meaning[1:] in attribute.__doc__
            assert f"({unit})" in attribute.__doc__
    own = [name for name, *_ in table.schema if not isinstance(getattr(kind, name), Column)]
    assert own == {Customer: ["salesperson"], Manager: ["kind"]}.get(kind, [])


@pytest.mark.parametrize(("kind", "table"), VIEWS)
def test_attributes_read_and_write_the_columns_of_the_own_row_only(kind, table):
    model = Organisation(small(), rng=1)
    agent = model.agents_by_type[kind].to_list()[1]
    for name, *_ in table.schema:
        if not isinstance(getattr(kind, name), Column):
            continue
        before = getattr(model.world, kind.table)[name].copy()
        setattr(agent, name, 1)
        after = getattr(model.world, kind.table)[name]
        assert after[1] == getattr(agent, name) == 1
        assert np.array_equal(np.delete(after, 1), np.delete(before, 1))


def test_numbers_come_as_plain_python_numbers_and_switches_as_true_or_false():
    model = Organisation(small(), rng=1)
    assert type(model.service_reps[0].disposition) is float
    assert type(model.service_reps[0].n_named) is int
    assert model.managers[0].serves is True


def test_a_fraction_is_refused_where_a_column_counts():
    rep = Organisation(small(), rng=1).service_reps[0]
    with pytest.raises(ValueError, match=r"n_named is 1\.5; it is a whole number"):
        rep.n_named = 1.5


def test_a_disposition_that_is_written_changes_what_the_rep_does_from_then_on():
    """At disposition 1 and 0, P(at once) = min(1, d κ ℓ) is κ = .6 or more (000-33), and exactly 0."""
    for disposition, happens in ((1.0, True), (0.0, False)):
        model = Organisation(small(people__rep_turnover_per_year=0.0), rng=1)
        model.agents_by_type[ServiceRep].set("disposition", disposition)
        model.run_for(20)
        assert (sum(model.agents_by_type[ServiceRep].get("n_obliged")) > 0) is happens


def test_agents_are_registered_by_type_in_the_numbers_of_the_setting():
    model = Organisation(small(), rng=1)
    counts = {kind: len(agents) for kind, agents in model.agents_by_type.items()}
    desk = SMALL["people.teams"] * SMALL["people.salespeople_per_team"]
    reps = SMALL["people.units"] * SMALL["people.reps_per_unit"]
    assert counts == {
        Customer: SMALL["people.accounts"],
        Salesperson: desk,
        FieldSalesperson: SMALL["people.field_salespeople"],
        ServiceRep: reps,
        Manager: SMALL["people.teams"] + SMALL["people.units"] + 1,
    }
    assert len(model.agents) == sum(counts.values())
    assert all(isinstance(agent, mesa.Agent) for agent in model.agents)


def test_agent_sets_get_select_agg_set_and_group():
    model = worked()
    reps = model.agents_by_type[ServiceRep]
    assert reps.get("disposition") == model.world.reps["disposition"].tolist()
    assert reps.agg("n_completed", sum) == int(model.world.reps["n_completed"].sum()) > 0
    busy = reps.select(lambda rep: rep.n_completed > np.median(reps.get("n_completed")))
    assert 0 < len(busy) < len(reps)
    by_unit = reps.groupby("unit").agg("n_completed", sum)
    assert by_unit == {unit: sum(rep.n_completed for rep in reps if rep.unit == unit) for unit in (0, 1)}
    assert model.agents_by_type[Manager].groupby("kind").count() == {
        "supervisor": 2, "unit manager": 2, "general manager": 1,
    }  # fmt: skip
    model.agents_by_type[Customer].set("habit", 0.25)
    assert set(model.world.accounts["habit"].tolist()) == {0.25}


def test_everybody_is_placed_by_the_chart():
    model = Organisation(small(), rng=1)
    for person in model.salespeople:
        assert person.supervisor.kind == "supervisor"
        assert person in person.supervisor.subordinates
        assert person not in person.team_mates
        assert {person, *person.team_mates} == set(person.supervisor.subordinates)
        assert all(account.salesperson is person for account in person.accounts)
    assert sum(len(person.accounts) for person in model.salespeople) == SMALL["people.accounts"]
    for rep in model.service_reps:
        assert rep.unit_manager.kind == "unit manager"
        assert {rep, *rep.unit_mates} == set(rep.unit_manager.subordinates)
    assert model.managers[-1].label == "general manager"
    assert [manager.kind for manager in model.managers[-1].subordinates] == ["supervisor", "supervisor"]


def test_field_salespeople_share_the_accounts_out():
    model = Organisation(small(), rng=1)
    owned = [(account, person) for person in model.field_salespeople for account in person.accounts]
    assert sorted(account.row for account, _ in owned) == list(range(SMALL["people.accounts"]))
    assert all(account.field_salesperson is person for account, person in owned)
    assert Organisation(small(people__field_salespeople=0), rng=1).customers[0].field_salesperson is None


def test_an_account_handed_over_calls_its_new_owner():
    model = Organisation(small(people__teams=1, people__salespeople_per_team=2), rng=1, log=True)
    old, new = model.salespeople
    for account in old.accounts:
        account.salesperson = new
    model.run_for(3)
    assert (old.accounts, len(new.accounts)) == ([], SMALL["people.accounts"])
    answered = model.log[model.log["event"] == L_ANSWERED]
    assert set(answered["actor"].tolist()) == {new.worker}


def test_minutes_of_all_workers_are_the_ledger_and_fill_the_days_at_work():
    model = worked(days=30, people__availability_desk=1.0)
    workers = [*model.salespeople, *model.service_reps]
    total = sum(sum(worker.minutes.values()) for worker in workers)
    assert total == pytest.approx(model.world.ledger["minutes"].sum())
    assert list(workers[0].minutes) == list(MINUTES)
    assert all(worker.minutes["selling"] == 0.0 for worker in model.service_reps)


def test_occupancy_is_the_time_on_tasks_over_the_time_at_work():
    model = worked()
    rep, seller = model.service_reps[0], model.salespeople[0]
    rep.cells("ledger", "minutes")[:] = 0.0
    assert np.isnan(rep.occupancy)
    ledger = model.world.ledger["minutes"].reshape(-1, len(MINUTES))
    booked = {"calls": 30.0, "production": 15.0, "selling": 20.0, "idle": 35.0, "breaks": 80.0}
    for worker in (rep, seller):
        for kind, minutes in booked.items():
            ledger[worker.worker, MINUTES.index(kind)] = minutes
    assert seller.occupancy == pytest.approx((30.0 + 15.0) / 100.0)
    assert rep.occupancy == pytest.approx((30.0 + 15.0 + 20.0) / 100.0)


def test_contact_books_hold_the_names_known_and_their_numbers():
    model = worked()
    ties, _ = ties_in_books(model.world)
    book = [contact for person in model.salespeople for contact in person.contact_book]
    assert len(book) == (ties["known"] == 1).sum() > 0
    assert sum(contact.number for contact in book) == ties["number"].sum() > 0
    assert sum(contact.used for contact in book) == ties["used"].sum()
    assert sorted(contact.value for contact in book) == sorted(ties["value"][ties["known"] == 1].tolist())


def test_a_salesperson_would_name_the_rep_the_rule_picks_and_nobody_when_none_is_known():
    model = Organisation(
        small(learning__choose_rep="greedy", learning__exploration=0.0, people__share_ex_service=0.0), rng=1
    )
    seller = model.salespeople[0]
    assert seller.contact_book == []
    assert seller.would_name(0) is None
    model.run_for(20)
    best = max((c for c in seller.contact_book if c.rep.unit == 0), key=lambda contact: contact.value)
    assert seller.would_name(0) is best.rep


def test_a_rep_would_answer_by_disposition_channel_and_voice():
    """P(at once) = d ℓ κ, ℓ = 1 in the customer's voice, κ = .9 on direct numbers, .6 by mail (000-33).

    P(refusal) at d = 0 in the own voice by plain mail, which costs nothing to refuse, is ρ = .6.
    """
    model = Organisation(small(people__share_ex_service=0.0), rng=1)
    rep, seller = model.service_reps[0], model.salespeople[0]
    rep.disposition = 0.5
    assert rep.would_answer(seller, "direct number", u=0.449) == "at once"
    assert rep.would_answer(seller, "direct number", u=0.9) == "in turn"
    assert rep.would_answer(seller, "shared mailbox", u=0.301) != "at once"
    assert rep.would_answer(seller, "direct number", customer_voice=False, u=0.449) != "at once"
    rep.disposition = 0.0
    assert rep.would_answer(seller, "shared mailbox", customer_voice=False, u=0.599) == "refuse"
    with pytest.raises(ValueError, match="one of shared mailbox, tagged mail"):
        rep.would_answer(seller, "letter")


def test_an_account_would_call_the_desk_with_the_probability_of_its_habit():
    account = Organisation(small(), rng=1).customers[0]
    account.habit = 0.3
    assert [account.would_call_desk(u) for u in (0.29, 0.31)] == [True, False]


def test_somebody_on_a_break_is_not_at_work():
    model = worked()
    rep = model.service_reps[0]
    for away, at_work in ((0, True), (1, False), (2, False)):
        model.world.workers["away"][rep.worker] = away
        assert rep.at_work is at_work


def test_removing_a_view_removes_nobody():
    one, other = Organisation(small(), rng=1), Organisation(small(), rng=1)
    one.service_reps[0].remove()
    for model in (one, other):
        model.run_for(5)
    assert len(one.agents) == len(other.agents) - 1
    assert one.world.reps["n_completed"].tolist() == other.world.reps["n_completed"].tolist()
