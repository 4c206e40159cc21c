"""Pages of contact books: a row for each rep with whom the salesperson has had to do, in order, wherever they move."""

from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from model.engine.books import copy_tie, find_tie, forget, knows, page, tie_row
from model.scenario import load_scenario
from model.simulation import engine_for, simulate
from model.world.books import details_in_books, names_known, rows_in_books, ties_in_books
from model.world.build import build
from model.world.codes import ISSUE_TASKS_END, NOBODY
from model.world.tables import TieDetails, Ties
from model.world.world import pack, unpack
from tests.helpers.organisations import lively
from tests.helpers.runs import fingerprint, plainly, stop_at

FIND, TIE, PAGE, KNOWS = plainly(find_tie), plainly(tie_row), plainly(page), plainly(knows)
SELLERS, UNITS = 2, 2


def empty_books(size: int, a_few: int = 4) -> SimpleNamespace:
    """Two salespeople and two units of a size, who have had nothing to do with each other."""
    reps = [SimpleNamespace(unit=rep // size, place=rep % size) for rep in range(UNITS * size)]
    rows = size + (size > 1) + a_few * (size > a_few)
    columns = ("value", "last", "rep", "n", "used", "known", "number", "friend", "chosen")
    return SimpleNamespace(
        clock=SimpleNamespace(n_ties=0, n_known=0, day=0),
        parameters=SimpleNamespace(prior_value=0.25, forgetting=0.0, p_favour=0.0, debt_fading=0.0),
        units=[SimpleNamespace(first=unit * size, n_reps=size) for unit in range(UNITS)], reps=reps,
        books=[SimpleNamespace(first=0, n=0, faded=0) for _ in range(SELLERS * UNITS)],
        ties=[SimpleNamespace(**dict.fromkeys(columns, 0)) for _ in range(SELLERS * UNITS * rows)],
        tie_details=[SimpleNamespace(owed=0, in_bulk=0) for _ in range(SELLERS * UNITS * rows)],
    )  # fmt: skip


meetings = st.integers(1, 9).flatmap(
    lambda size: st.tuples(
        st.just(size), st.lists(st.tuples(st.integers(0, SELLERS - 1), st.integers(0, UNITS * size - 1)), max_size=60)
    )
)


@given(meetings)
def test_what_is_noted_about_a_rep_is_found_again_however_many_come_between(drawn):
    size, met = drawn
    world, noted = empty_books(size), {}
    for number, (seller, rep) in enumerate(met):
        assert (FIND(world, seller, rep) == NOBODY) == ((seller, rep) not in noted)
        row = TIE(world, seller, rep)
        tie, details = world.ties[row], world.tie_details[row]
        before = noted.get((seller, rep), 0.25), noted.get((seller, rep), 0.0)
        assert (tie.rep, tie.value, details.owed) == (rep, *before)
        tie.value = details.owed = noted[seller, rep] = float(number)
    for (seller, rep), value in noted.items():
        row = FIND(world, seller, rep)
        assert world.ties[row].value == world.tie_details[row].owed == value
    for seller in range(SELLERS):
        for unit in range(UNITS):
            reps = [tie.rep for tie in PAGE(world, seller, unit)]
            assert reps == sorted(rep for who, rep in noted if who == seller and rep // size == unit)
    assert world.clock.n_ties <= len(world.ties)


days_and_meetings = st.lists(st.tuples(st.integers(0, 4), st.integers(0, SELLERS - 1), st.integers(0, 5)), max_size=40)


@given(days_and_meetings)
def test_memories_fade_by_the_day_whenever_a_page_is_opened(drawn):
    """As if all values and favours owed were gone through every morning (000-37, 000-43)."""
    world, every_morning = empty_books(3), {}
    world.parameters.forgetting, world.parameters.p_favour, world.parameters.debt_fading = 0.3, 0.5, 0.25
    for days, seller, rep in drawn:
        for _ in range(days):
            every_morning = {
                who: (value + 0.3 * (0.25 - value), owed * (1.0 - 0.25 / 5.0))
                for who, (value, owed) in every_morning.items()
            }
        world.clock.day += days
        row = TIE(world, seller, rep)
        tie, details = world.ties[row], world.tie_details[row]
        assert (tie.value, details.owed) == every_morning.get((seller, rep), (0.25, 0.0))
        tie.value, details.owed = every_morning[seller, rep] = tie.value + 1.0, details.owed + 1.0
    for (seller, rep), kept in every_morning.items():
        row = FIND(world, seller, rep)
        assert (world.ties[row].value, world.tie_details[row].owed) == kept


def test_whoever_reads_a_run_sees_memories_as_they_are_once_pages_are_opened():
    scenario = lively("first").changed({"learning.forgetting": 0.2, "norms.p_favour": 0.5, "norms.debt_fading": 0.5})
    world = stop_at(scenario, [480.0 * 12 + 1e-6], 3)[0]  # right after a day has begun
    places, pages = rows_in_books(world)
    assert (world.books["faded"][pages] == world.clock["day"] - 1).any()
    read, details = ties_in_books(world)[0], details_in_books(world)
    assert (read["value"] != world.ties["value"][places]).any()
    rows = unpack(world)
    for seller in range(len(world.salespeople)):
        for unit in range(len(world.units)):
            PAGE(rows, seller, unit)
    owed = [rows.tie_details[row].owed for row in places]
    assert read["value"].tolist() == [rows.ties[row].value for row in places] and details["owed"].tolist() == owed
    assert max(owed) > 0.0


LOOSE = {
    "learning.forgetting": 0.2, "norms.p_favour": 0.5, "norms.reciprocity": 1.0, "learning.share_book": "tit_for_team",
    "incentives.review_days": 5, "people.turnover_per_year": 3.0, "people.rep_turnover_per_year": 3.0,
}  # fmt: skip


def test_a_tie_moves_with_everything_that_is_known_of_it():
    kinds = {"ties": Ties, "tie_details": TieDetails}
    world = SimpleNamespace(**{
        name: [SimpleNamespace(**{column: (row, column) for column in kind.dtype.names}) for row in range(2)]
        for name, kind in kinds.items()
    })  # fmt: skip
    plainly(copy_tie)(world, 0, 1)
    assert all(getattr(world, name)[0] == getattr(world, name)[1] for name in kinds)


def test_opening_pages_changes_nothing_that_happens():
    scenario = lively("first").changed({**LOOSE, "run.days": 20})
    engine, (left, opened) = engine_for(), (build(scenario, 3, True) for _ in range(2))
    for day in range(1, 21):
        left, opened = (engine.run(world, day * scenario.run.day_minutes) for world in (left, opened))
        rows = unpack(opened)
        for number in range(len(opened.books)):
            PAGE(rows, *divmod(number, len(opened.units)))
        opened = pack(rows, opened)
    assert fingerprint(opened.log) == fingerprint(left.log)
    assert fingerprint(ties_in_books(opened)[0]) == fingerprint(ties_in_books(left)[0])
    assert fingerprint(details_in_books(opened)) == fingerprint(details_in_books(left))
    assert left.clock["n_ties"] > 20


def test_a_task_knows_its_request():
    for scenario in (lively("first"), load_scenario("home_based")):
        world = stop_at(scenario, [480.0 * 6 + 200.0], 2)[0]
        in_hand = np.unique(np.concatenate([world.workers["task"], np.flatnonzero(world.tasks["waiting"])]))
        for task in world.tasks[in_hand[in_hand >= 0]]:
            about_issue = task["kind"] < ISSUE_TASKS_END
            assert task["request"] == (world.issues["request"][task["issue"]] if about_issue else NOBODY)


def test_who_is_forgotten_is_as_if_never_met():
    world = empty_books(3)
    for rep in (2, 0, 1):  # the others move up, so that rows are used again
        row = TIE(world, 0, rep)
        world.tie_details[row].in_bulk = world.tie_details[row].owed = world.ties[row].known = 1
        world.clock.n_known += 1
    for row in range(3):
        assert world.tie_details[world.books[0].first + row].owed == 1
    plainly(forget)(world, FIND(world, 0, 1))
    row = FIND(world, 0, 1)
    assert (world.ties[row].rep, world.ties[row].known, world.ties[row].value, world.clock.n_known) == (1, 0, 0.25, 2)
    assert (world.tie_details[row].in_bulk, world.tie_details[row].owed) == (0, 0.0)


def test_a_rep_whom_one_has_had_to_do_with_is_not_known_by_name_for_that():
    world = empty_books(3)
    assert not KNOWS(world, 0, 2)
    row = TIE(world, 0, 2)
    assert not KNOWS(world, 0, 2)
    world.ties[row].known = 1
    assert KNOWS(world, 0, 2) and not KNOWS(world, 1, 2)


def test_a_run_leaves_every_tie_in_one_place_and_knows_how_many_names_there_are():
    world = simulate(lively("first"), 3).world
    ties, pages = ties_in_books(world)
    units = world.reps["unit"][ties["rep"]]
    assert (units == pages % len(world.units)).all() and len(ties) > 20
    assert len(np.unique(pages * len(world.reps) + ties["rep"])) == len(ties)
    assert names_known(world).sum() == (ties["known"] == 1).sum() == world.clock["n_known"] > 10
