"""The closing tally agrees with the books of the run."""

import numpy as np
import pytest

from model.story.ledger import WORK, median_of_desk, n_contacts, rep_minutes
from model.story.tell import tell
from model.world.codes import DONE, L_UPDATED, MINUTES, REQUESTS_END
from model.world.joined import issues_in_full
from tests.story.runs import cases, lively_run, logged

BUNDLES = ("first", "second", "third", "fourth", "fifth", "sixth")


@pytest.mark.parametrize("bundle", BUNDLES)
def test_minutes_told_of_all_issues_add_up_to_the_ledger_of_the_reps(bundle):
    result = lively_run(bundle)
    told = dict.fromkeys(WORK, 0.0)
    for case in cases(result):
        for kind, minutes in rep_minutes(case).items():
            told[kind] += minutes
    booked = result.world.ledger["minutes"].reshape(-1, len(MINUTES))[len(result.world.salespeople) :].sum(axis=0)
    # Sums of a thousand floating-point numbers: 1e-9 of 30,000 minutes is far above their rounding.
    assert told == pytest.approx({kind: booked[kind] for kind in WORK}, rel=1e-9)


@pytest.mark.parametrize("bundle", BUNDLES)
def test_contacts_told_are_those_the_run_counted_but_for_updates_still_waiting(bundle):
    result = lively_run(bundle)
    made, taken = np.sum(result.log["event"] == L_UPDATED), result.world.days["update_calls"].sum()
    assert sum(n_contacts(case) for case in cases(result)) == result.n_contacts + made - taken


def test_the_median_is_that_of_completed_requests_which_the_desk_took_on():
    result = logged(1)
    times = [
        row["completed"] - row["arises"]
        for row in issues_in_full(result.world)
        if row["kind"] < REQUESTS_END and row["desk"] == 1 and row["state"] == DONE
    ]
    median = median_of_desk(result)
    assert sum(time <= median for time in times) >= len(times) / 2 <= sum(time >= median for time in times)
    assert "The median request that the desk took on" in " ".join(tell(result, "tagged").split())
