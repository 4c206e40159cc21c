"""One more account, team, unit or rep, or a rule switched for one rep, changes nobody's luck but through contact."""

import numpy as np

from model.rules.reps.respond.by_disposition import by_disposition
from model.simulation import Result, simulate
from model.world.codes import L_EXPEDITED, L_IGNORED, L_LOGGED, L_REFUSED, L_SET_ASIDE, REFUSE
from tests.helpers.organisations import small
from tests.helpers.runs import fingerprint, plainly
from tests.luck.contact import contacts, moved, taking_part, untouched

WIDE = {
    "people__units": 12, "people__reps_per_unit": 2, "people__teams": 6, "people__accounts": 12,
    "people__share_ex_service": 0.0, "demand__requests_per_account_day": 0.7, "demand__enquiries_per_account_day": 2.0,
    "demand__opportunities_per_account_day": 0.0, "demand__bulk_per_account_year": 0.0, "run__days": 10,
    "incentives__review_days": 250, "salespeople__chase_rate": 2.0, "reps__pick_request": "skip_any",
}  # fmt: skip
"""12 accounts with a salesperson each and 12 small units, so that news of a change takes days to get around."""


def run(seed: int = 1, rules=None, **changes) -> Result:
    """A run of the wide organisation with its log."""
    return simulate(small(**(WIDE | changes)), seed, log=True, rules=rules)


def same_until_contact(one: Result, other: Result, first: dict, at_least: int) -> None:
    """Everybody whom the change has not reached lives through the same events, and there are many such events."""
    before, after = untouched(one, other, first)
    assert len(before) >= at_least
    assert sorted(before) == sorted(after)


def test_an_extra_account_leaves_everybody_alone_who_has_not_dealt_with_it():
    one, other = run(), run(people__accounts=13)
    assert len(other.world.issues) > len(one.world.issues)
    same_until_contact(one, other, {("account", 12): 0.0}, at_least=200)


def test_an_extra_account_that_only_calls_its_salesperson_changes_no_other_salespersons_day():
    calls = {"demand__requests_per_account_day": 0.0, "demand__enquiries_per_account_day": 8.0}
    one, other = run(**calls), run(**calls, people__accounts=13)
    before, after = untouched(one, other, {("account", 12): 0.0})
    assert sorted(before) == sorted(after)
    # its owner also owns account 0; nobody else is reached, so their whole runs were compared
    reached = contacts(taking_part(other), {("account", 12): 0.0})
    assert set(reached) == {("account", 12), ("account", 0), ("salesperson", 0)}
    assert len(before) > 0.8 * len(one.log)


def test_an_extra_team_without_customers_changes_nobody_elses_run():
    one, other = run(), run(people__teams=7)
    newcomers = {("salesperson", post): 0.0 for post in (12, 13)}  # six teams of two stand before them
    before, after = untouched(one, other, newcomers)
    assert len(before) == len(one.log) < len(other.log)
    assert sorted(before) == sorted(after)


def test_an_extra_unit_leaves_everybody_alone_until_a_request_goes_elsewhere():
    one, other = run(people__field_salespeople=0), run(people__field_salespeople=0, people__units=13)
    same_until_contact(one, other, moved(one, other) | {("unit", 12): 0.0}, at_least=200)


def test_an_extra_rep_changes_nothing_before_taking_part():
    # a fair share is one over the number of reps, so without erosion only
    crowd = {"people__units": 1, "reps__overload_erosion": 0.0, "demand__work_minutes": 9.0}
    one, other = (run(**crowd, people__reps_per_unit=reps) for reps in (60, 61))
    n_desk = len(one.world.salespeople)
    # reps stand in rows of `reps`, and the newcomer in the last: the first line that differs is the newcomer's doing
    same = [a == b for a, b in zip(one.log.tolist(), other.log.tolist(), strict=False)]
    first = same.index(False)
    assert first >= 50
    assert 60 in other.log[["actor", "other"]][first].tolist()
    assert (one.world.workers["id"][: n_desk + 60] == other.world.workers["id"][: n_desk + 60]).all()


def test_a_rule_switched_for_one_rep_leaves_everybody_alone_until_that_rep_is_asked():
    usual = plainly(by_disposition)

    def stubborn(rep, issue, channel, friend, restraint, parameters, u):
        if rep.unit == 3 and rep.place == 1:
            return REFUSE
        return usual(rep, issue, channel, friend, restraint, parameters, u)

    one, other = run(), run(rules={"respond": stubborn})
    answers = (L_EXPEDITED, L_LOGGED, L_REFUSED, L_IGNORED, L_SET_ASIDE)
    asked = [log["time"][np.isin(log["event"], answers) & (log["actor"] == 7)].min() for log in (one.log, other.log)]
    assert fingerprint(one.log) != fingerprint(other.log)
    same_until_contact(one, other, {("unit", 3): min(asked)}, at_least=200)


def test_the_same_rule_written_in_plain_python_changes_nothing_at_all():
    assert fingerprint(run(rules={"respond": plainly(by_disposition)}).log) == fingerprint(run().log)
