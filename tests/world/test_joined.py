"""Issues and requests: one row of requests for every issue that is one, and both side by side for readers."""

import numpy as np

from model.simulation import simulate
from model.world.codes import REQUESTS_END
from model.world.joined import issues_in_full
from model.world.tables import Issues, Requests
from tests.helpers.organisations import lively


def test_exactly_the_issues_that_are_service_requests_have_a_row_of_requests_in_the_same_order():
    world = simulate(lively(), 1).world
    requests = np.flatnonzero(world.issues["kind"] < REQUESTS_END)
    assert len(requests) > 500 and len(requests) < len(world.issues)
    assert np.array_equal(world.requests["issue"], requests)
    assert np.array_equal(world.issues["request"][requests], np.arange(len(requests)))
    assert (np.delete(world.issues["request"], requests) == -1).all()


def test_in_full_an_issue_has_all_columns_of_both_tables_but_their_links():
    world = simulate(lively(), 1).world
    full = issues_in_full(world)
    assert set(full.dtype.names) == {*Issues.dtype.names, *Requests.dtype.names} - {"issue", "request"}
    for name in full.dtype.names:
        if name in Issues.dtype.names:
            assert np.array_equal(full[name], world.issues[name]), name
        else:
            assert np.array_equal(full[name][world.requests["issue"]], world.requests[name]), name
    others = full[full["kind"] >= REQUESTS_END]
    assert (others["completed"] == -1.0).all() and (others["salesperson"] == -1).all() and not others["n_sends"].any()


def test_chosen_issues_in_full_are_the_same_rows():
    world = simulate(lively(), 1).world
    assert issues_in_full(world, [7, 3]).tolist() == issues_in_full(world)[[7, 3]].tolist()


def test_a_row_of_issues_and_half_a_row_of_requests_fit_a_line_of_the_cache():
    assert Issues.dtype.itemsize == 64 and Requests.dtype.itemsize == 2 * 64
