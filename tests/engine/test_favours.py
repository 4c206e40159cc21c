"""Norms of helping at M-Tel, where they are off (000-43; C17): favours owed by reps, and beneficence."""

import numpy as np
import pytest

from model.simulation import simulate
from model.world.books import details_in_books, ties_in_books
from model.world.codes import L_FAVOUR
from tests.helpers.organisations import small
from tests.helpers.runs import fingerprint

SEEDS = (1, 2, 3)


def obliged(**changes) -> float:
    """Share of the desk's requests that reps did at once, over three seeds."""
    worlds = [simulate(small(**changes), seed).world for seed in SEEDS]
    asked = sum(int(w.channels["n_asked"].sum() + w.channels["n_asked_own"].sum()) for w in worlds)
    done = sum(int(w.channels["n_obliged"].sum() + w.channels["n_obliged_own"].sum()) for w in worlds)
    return done / asked


def test_reciprocity_without_favours_changes_nothing():
    """000-43: reps get nothing in return at M-Tel, so the norm has nothing to weigh on."""
    plain, norm = (simulate(small(norms__reciprocity=r), 1, log=True) for r in (0.0, 1.0))
    assert fingerprint(plain.log) == fingerprint(norm.log)


def test_favours_without_the_norm_of_reciprocity_are_done_for_nothing():
    plain, kind = (simulate(small(norms__p_favour=p), 1, log=True) for p in (0.0, 0.5))
    favours = kind.log["event"] == L_FAVOUR
    assert np.count_nonzero(favours) > 20
    assert fingerprint(kind.log[~favours]) == fingerprint(plain.log)
    assert details_in_books(kind.world)["owed"].max() > 1.0


def test_reps_oblige_salespeople_who_did_something_for_them():
    assert obliged(norms__p_favour=0.5, norms__reciprocity=1.0) > obliged() + 0.05


def test_beneficence_obliges_reps_towards_everybody():
    """P = 1 − (1 − P_0) (1 − b): half of those who would not oblige do, where no list is full."""
    free = {"reps__own_list_limit": 1000}
    usual = obliged(**free)
    assert obliged(**free, norms__beneficence=1.0) == 1.0
    assert obliged(**free, norms__beneficence=0.5) == pytest.approx(1.0 - 0.5 * (1.0 - usual), abs=0.06)


def test_a_favour_returned_is_owed_no_more():
    """With the whole obligation felt at once, a rep who owes returns it at the next request, so that little is owed."""
    forgetful = {"norms__p_favour": 0.2, "norms__debt_fading": 0.0}
    runs = (simulate(small(**forgetful, norms__reciprocity=r, norms__debt_half=0.01), 1) for r in (0.0, 1.0))
    kept, returned = (details_in_books(run.world)["owed"] for run in runs)
    assert returned.sum() < 0.6 * kept.sum()
    assert returned.min() >= 0.0


def test_compiled_and_interpreted_engines_agree_on_norms_at_m_tel():
    scenario = small(norms__p_favour=0.5, norms__reciprocity=0.8, norms__beneficence=0.1, run__days=10)
    compiled, plain = (simulate(scenario, 2, log=True, interpreted=way) for way in (False, True))
    assert fingerprint(compiled.log) == fingerprint(plain.log)
    assert fingerprint(ties_in_books(compiled.world)[0]) == fingerprint(ties_in_books(plain.world)[0])
