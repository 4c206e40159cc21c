"""Own buckets: what a rep reads, or what a rep's accounts need, waits for that rep alone (000-26, 000-42)."""

import numpy as np
import pytest

from model.simulation import simulate
from model.story import tell
from model.world.codes import L_LOGGED, L_PASSED_ON, L_STARTED, NOBODY
from model.world.joined import issues_in_full
from model.world.world import waiting_places
from tests.helpers.organisations import small
from tests.helpers.runs import events, fingerprint

RULES = ("to_reader", "to_account_rep")
NEVER_OBLIGED = {
    "mailbox__acceptance": 0.0, "tagged_mail__acceptance": 0.0, "helpline__acceptance": 0.0,
    "direct_number__acceptance": 0.0, "salespeople__chase_rate": 0.0, "reps__set_aside_hours": 0.0,
}  # fmt: skip
"""Nobody does a request at once, so that all wait in buckets."""


def own(rule="to_reader", seed=1, **changes):
    """A run in which every rep has a bucket of the own, with its log."""
    return simulate(small(reps__own_buckets=True, reps__assign_request=rule, **changes), seed, log=True)


def test_in_the_unit_s_bucket_a_request_is_nobody_s():
    result = simulate(small(), 1, log=True)
    assert (events(result, L_LOGGED)["other"] == NOBODY).all()


def test_who_reads_it_does_it():
    result = own(**NEVER_OBLIGED)
    logged = events(result, L_LOGGED)
    assert len(logged) > 300 and (logged["other"] == logged["actor"]).all()
    begun = {row["issue"]: row["actor"] for row in events(result, L_STARTED)}
    assert all(begun[row["issue"]] == row["actor"] for row in logged if row["issue"] in begun)


def test_an_account_has_one_rep_in_each_unit():
    result = own("to_account_rep", **NEVER_OBLIGED)
    issues = issues_in_full(result.world)
    done = issues[issues["completed"] >= 0.0]
    assert len(done) > 300
    done_by = {(row["account"], row["unit"]): set() for row in done}
    for row in done:
        done_by[row["account"], row["unit"]].add(int(row["rep"]))
    assert all(len(reps) == 1 for reps in done_by.values())
    assert len(set.union(*done_by.values())) > 3  # and not all accounts have the same


def test_if_nobody_obliges_an_account_s_rep_is_all_that_the_desk_gets_to_know():
    """000-42: names are discovered because anybody may do a request; eight accounts have one rep a unit each."""
    few = {"people__reps_per_unit": 6, "run__days": 20, "people__share_ex_service": 0.0, **NEVER_OBLIGED}
    free, fixed = (np.mean([simulate(small(**some, **few), seed).measures["reps_known"] for seed in range(6)])
                   for some in ({}, {"reps__own_buckets": True, "reps__assign_request": "to_account_rep"}))  # fmt: skip
    assert fixed <= 4.0 < free  # four salespeople have two accounts each, and there are two units


@pytest.mark.parametrize("rule", RULES)
def test_parting_the_bucket_makes_requests_wait_longer_for_the_same_work(rule):
    """One queue for all servers beats one for each: who is idle may not take what waits for a colleague."""
    waits = [
        np.mean([simulate(small(**NEVER_OBLIGED, **some), seed).measures["wait_minutes_mean"] for seed in range(4)])
        for some in ({}, {"reps__own_buckets": True, "reps__assign_request": rule})
    ]
    assert waits[1] > 1.3 * waits[0]


def test_with_one_rep_a_unit_it_makes_no_difference_whose_the_bucket_is():
    alone = {"people__reps_per_unit": 1, "people__units": 6}
    shared, parted = (simulate(small(**alone, reps__own_buckets=own), 1, log=True) for own in (False, True))
    shared.log["other"][shared.log["event"] == L_LOGGED] = parted.log["other"][parted.log["event"] == L_LOGGED]
    assert fingerprint(shared.log) == fingerprint(parted.log)


def test_what_waits_in_buckets_is_counted_wherever_they_are():
    world = own("to_account_rep", demand__requests_per_account_day=12.0).world
    waiting = int(world.queues["length"][waiting_places(world)].sum())
    assert waiting > 50 and world.queues["length"][world.units["bucket"]].sum() == 0
    assert world.days["bucket"][-1] > 50


def test_a_tagged_mail_that_is_passed_on_goes_into_the_bucket_of_the_rep_it_names():
    tags = {"salespeople__choose_practice": "name_tag", "tagged_mail__addressability": 1.0}
    result = own(**NEVER_OBLIGED | tags)
    passed = {(row["issue"], row["time"]): row["other"] for row in events(result, L_PASSED_ON)}
    logged = {(row["issue"], row["time"]): row["other"] for row in events(result, L_LOGGED)}
    both = passed.keys() & logged.keys()
    assert len(both) > 30 and all(passed[key] == logged[key] for key in both)


def test_a_scholar_s_rule_for_whose_a_request_is_is_obeyed_and_kept_within_the_unit():
    def to_the_last(met_by, u, n_reps, parameters):
        return n_reps - 1 if u < 0.5 else 99

    scenario = small(reps__own_buckets=True, run__days=10, **NEVER_OBLIGED)
    result = simulate(scenario, 1, log=True, rules={"assign_request": to_the_last})
    assert set(events(result, L_LOGGED)["other"].tolist()) == {2, 5}


@pytest.mark.parametrize("rule", RULES)
def test_a_story_tells_whose_bucket_a_request_goes_into(rule):
    result = own(rule, run__days=5)
    logged = np.unique(events(result, L_LOGGED)["issue"])[:30]
    told = " ".join(" ".join(tell(result, issue=int(issue)).split()) for issue in logged)
    assert ("kept it, to do it in its turn" in told) and ("in the bucket of" in told) == (rule == "to_account_rep")


@pytest.mark.parametrize("rule", RULES)
def test_compiled_and_interpreted_engines_agree_on_own_buckets(rule):
    scenario = small(reps__own_buckets=True, reps__assign_request=rule, salespeople__chase_rate=3.0, run__days=10)
    compiled, plain = (simulate(scenario, 2, log=True, interpreted=way) for way in (False, True))
    assert fingerprint(compiled.log) == fingerprint(plain.log)
