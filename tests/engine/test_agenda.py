"""The agenda gives events back in order of time and of scheduling, whatever slots they fall into."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.engine.agenda import open_slot, schedule, spread
from model.engine.foresight import STEP, look_further
from model.engine.heap import drop_first
from model.scenario import load_scenario
from model.simulation import simulate
from model.world import agenda, agenda_tables
from model.world.build import build
from model.world.codes import CALL_AGAIN, NOBODY
from model.world.slots import BLOCK, COMING, SLOTS
from tests.helpers.organisations import lively
from tests.helpers.runs import fingerprint, plainly

SCHEDULE, OPEN_SLOT, DROP_FIRST = plainly(schedule), plainly(open_slot), plainly(drop_first)
SPREAD = plainly(spread)
ROWS = 4
FINE, COARSE = SLOTS / 3.0, 1.3
"""Slots a minute: stretches of three minutes, which come round every twelve, and one for all the tests' time."""


def empty_world(slots_per_minute: float) -> SimpleNamespace:
    """A world with nothing on the agenda; the rows of the stretches repeat every four."""
    clock = dict.fromkeys(("slot", "n_heap", "n_later", "n_later_rows", "sequence", "looks_ahead"), 0)
    clock |= {"free_later": NOBODY, "free_block": NOBODY, "listed": 1, "n_far_rows": BLOCK}
    rows = {"heap": 200, "later": 200, "far": 200 * BLOCK}
    return SimpleNamespace(
        clock=SimpleNamespace(**clock, slots_per_minute=slots_per_minute),
        slots=[SimpleNamespace(first=NOBODY) for _ in range(2 * SLOTS)],
        stretches=[SimpleNamespace(end=0) for _ in range(ROWS)],
        **{name: [SimpleNamespace() for _ in range(n)] for name, n in rows.items()},
    )


def take(world: SimpleNamespace) -> tuple[float, int]:
    """Take the next event off the agenda: its time and number."""
    OPEN_SLOT(world)
    event = world.heap[agenda_tables.FIRST]
    taken = event.time, event.who
    DROP_FIRST(world)
    return taken


times = st.one_of(st.floats(0.0, 20.0), st.integers(0, 20).map(float), st.floats(0.0, 1000.0))


@given(st.lists(times, max_size=60), st.sampled_from([0.0, 0.1, COARSE, FINE]))
def test_events_come_in_order_of_time_and_for_equal_times_of_scheduling(moments, slots_per_minute):
    world = empty_world(slots_per_minute)
    for number, moment in enumerate(moments):
        SCHEDULE(world, moment, CALL_AGAIN, number, 0)
    found = [take(world) for _ in moments]
    assert found == sorted((moment, number) for number, moment in enumerate(moments))
    assert world.clock.n_heap == world.clock.n_later == 0


@given(st.lists(st.tuples(st.floats(0.0, 30.0), st.booleans()), max_size=60), st.sampled_from([COARSE, FINE]))
def test_events_scheduled_while_others_happen_find_their_place(steps, slots_per_minute):
    world, waiting, now = empty_world(slots_per_minute), [], 0.0
    for number, (wait, happens) in enumerate(steps):
        SCHEDULE(world, now + wait, CALL_AGAIN, number, 0)
        waiting.append((now + wait, number))
        if happens:
            first = min(waiting)
            assert take(world) == first
            waiting.remove(first)
            now = first[0]
    assert [take(world) for _ in sorted(waiting)] == sorted(waiting)


def test_an_event_too_far_off_to_have_a_slot_of_its_own_comes_after_all_others():
    world = empty_world(4.0)
    for number, moment in enumerate((1e300, float("inf"), 1e19, 5.0)):
        SCHEDULE(world, moment, CALL_AGAIN, number, 0)
    assert world.clock.n_heap == 0
    assert take(world) == (5.0, 3)


def test_a_chase_too_far_off_to_come_leaves_the_days_of_a_compiled_run_alone():
    scenario = lively("first", salespeople__chase_rate=1e-300, customers__direct_chase_rate=1e-300)
    never = lively("first", salespeople__chase_rate=0.0, customers__direct_chase_rate=0.0)
    found, usual = simulate(scenario, 4, log=True), simulate(never, 4, log=True)
    assert fingerprint(found.log) == fingerprint(usual.log)


def test_rows_are_used_again():
    world = empty_world(FINE)
    for day in range(40):
        for place in range(3):
            SCHEDULE(world, 10.0 * day + place + 1.5, CALL_AGAIN, place, 0)
            SCHEDULE(world, 10.0 * day + place + 9.0, CALL_AGAIN, place, 0)
        assert [take(world)[1] for _ in range(6)] == [0, 1, 2, 0, 1, 2]
    assert world.clock.n_later_rows <= 6
    assert world.clock.n_far_rows <= BLOCK * (1 + 6)


@given(st.lists(times, max_size=60), st.sampled_from([0.0, COARSE, FINE]))
def test_the_events_that_are_known_at_the_start_are_put_away_as_if_they_had_been_scheduled(moments, slots_per_minute):
    world = empty_world(slots_per_minute)
    for number, moment in enumerate(sorted(moments)):
        event = world.heap[agenda_tables.FIRST + number]
        event.time, event.sequence, event.kind, event.who, event.stamp = moment, number, CALL_AGAIN, number, 0
    world.clock.n_heap = len(moments)
    SPREAD(world)
    assert world.clock.n_heap == sum(int(min(moment * slots_per_minute, 9.0)) == 0 for moment in moments)
    assert [take(world) for _ in moments] == [(moment, number) for number, moment in enumerate(sorted(moments))]


@pytest.mark.parametrize("per_person", [1, 300])
def test_the_length_of_a_slot_changes_nothing(per_person, monkeypatch):
    usual = fingerprint(simulate(lively("first"), 4, log=True).log)
    monkeypatch.setattr(agenda, "SLOTS_PER_PERSON", per_person)
    assert fingerprint(simulate(lively("first"), 4, log=True).log) == usual


@pytest.mark.parametrize("interpreted", [False, True])
def test_looking_ahead_changes_nothing(interpreted, monkeypatch):
    def run():
        return simulate(lively("first"), 4, log=True, interpreted=interpreted)

    usual = run()
    monkeypatch.setattr(agenda, "MANY", 1)
    looking = run()
    assert (usual.world.clock["looks_ahead"], looking.world.clock["looks_ahead"]) == (0, 1)
    assert fingerprint(looking.log) == fingerprint(usual.log)


def test_a_centre_in_which_nobody_asks_for_service_is_not_looked_ahead_in(monkeypatch):
    monkeypatch.setattr(agenda, "MANY", 1)
    assert build(load_scenario("tcc"), 1).clock["looks_ahead"] == 0


def test_what_is_known_of_a_coming_event_stays_until_its_last_step():
    assert COMING > 3 * STEP and COMING & (COMING - 1) == 0


@pytest.mark.parametrize(
    "issue, life, looked_at", [(1, 2, (1, 2)), (1, NOBODY, (1, 0)), (7, NOBODY, (3, 0)), (NOBODY, NOBODY, (3, 0))]
)
def test_a_task_that_is_about_no_issue_or_request_leads_to_none(issue, life, looked_at):
    row = SimpleNamespace
    world = row(
        workers=[row(line=0, todo=0, bucket=0, pool=0)], units=[row(mailbox=0, helpline=0)], queues=[row()],
        tasks=[row(issue=0, request=0), row(issue=issue, request=life)],
        issues=[row() for _ in range(4)], requests=[row() for _ in range(3)],
    )  # fmt: skip
    it = row(worker=0, task=1, issue=3, request=1)
    plainly(look_further)(world, it)
    assert (it.issue, it.request) == looked_at
