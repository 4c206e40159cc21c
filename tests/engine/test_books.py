"""Pages of contact books: a row for each rep with whom the salesperson has had to do, in order, wherever they move."""

from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from model.engine.books import find_tie, knows, page, tie_row
from model.simulation import simulate
from model.world.books import names_known, ties_in_books
from model.world.codes import NOBODY
from tests.helpers.organisations import lively
from tests.helpers.runs import plainly

FIND, TIE, PAGE, KNOWS = plainly(find_tie), plainly(tie_row), plainly(page), plainly(knows)
SELLERS, UNITS = 2, 2


def empty_books(size: int, a_few: int = 4) -> SimpleNamespace:
    """Two salespeople and two units of a size, who have had nothing to do with each other."""
    reps = [SimpleNamespace(unit=rep // size, place=rep % size) for rep in range(UNITS * size)]
    rows = size + (size > 1) + a_few * (size > a_few)
    columns = ("value", "last", "rep", "n", "used", "known", "number", "friend", "chosen")
    return SimpleNamespace(
        clock=SimpleNamespace(n_ties=0, n_known=0), parameters=SimpleNamespace(prior_value=0.25),
        units=[SimpleNamespace(first=unit * size, n_reps=size) for unit in range(UNITS)], reps=reps,
        books=[SimpleNamespace(first=0, n=0) for _ in range(SELLERS * UNITS)],
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
