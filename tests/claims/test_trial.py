"""A claim from its arms to its table, through a store."""

from dataclasses import replace
from itertools import product

import pytest

from experiments.claims.claim import ClaimError
from experiments.claims.conduct import Crew
from experiments.claims.findings import COLUMNS, as_csv, table
from experiments.claims.trial import try_claim
from tests.claims.small import REPS, TINY, small_claim
from tests.sweep import sweeps
from tests.sweep.sweeps import InProcess


class Alone(Crew):
    """A crew that does every run in this process, and counts them."""

    def __init__(self):
        super().__init__(1)
        self.n_done = 0

    def executor(self, n_workers, limits):
        crew = self

        class Counted(InProcess):
            def collect(self, timeout):
                crew.n_done += 1
                return super().collect(timeout)

        return Counted()


def tried(folder, claim=None, hands=None):
    return try_claim(claim or small_claim(), "claim_99_small", TINY, hands or Alone(), folder)


def test_fewer_reps_let_requests_wait_longer_and_the_reverse_claim_fails(tmp_path):
    assert tried(tmp_path / "a").verdict == "holds"
    assert tried(tmp_path / "b", small_claim(more="5 reps", less="2 reps")).verdict == "fails"


def test_the_same_claim_gives_the_same_table_byte_for_byte(tmp_path):
    first, second = (as_csv(table(tried(tmp_path / name))) for name in "ab")
    assert first == second


def test_what_a_store_has_is_not_run_again(tmp_path):
    tried(tmp_path)
    again = Alone()
    tried(tmp_path, hands=again)
    assert again.n_done == 0


def test_all_arms_run_under_the_same_seeds_and_the_table_has_every_run(tmp_path):
    trial = tried(tmp_path)
    rows = [row for row in table(trial) if row["part"] == "run"]
    assert tuple(rows[0]) == COLUMNS
    found = {(row["arm"], row["quantity"], row["seed"]) for row in rows}
    quantities, seeds = ("wait_minutes_mean", "rep_occupancy"), range(1, trial.seeds + 1)
    assert found == set(product(trial.claim.arms, quantities, seeds))


def test_what_an_arm_changes_or_the_claim_holds_is_not_drawn(tmp_path):
    claim, names = small_claim(), tried(tmp_path).robustness.names
    assert names and not set(names) & ({REPS} | set(claim.hold))


def test_draws_are_judged_one_by_one_and_their_share_is_that_of_those_that_hold(tmp_path):
    robustness = tried(tmp_path).robustness
    held = [value > 5.0 for value in robustness.sums[0]]
    assert robustness.share == pytest.approx(sum(held) / len(held))
    assert len(robustness.verdicts) == len(held) > 1


def test_what_no_measure_tells_is_observed_run_by_run(tmp_path):
    def observe(scenario, seed):
        return {"wait_minutes_mean": 100.0 * seed - 3.0 * scenario.people.reps_per_unit, "rep_occupancy": 0.5}

    told = tried(tmp_path, small_claim(observe=observe))
    # 100 s − 6 less 100 s − 15 is 9 under every seed
    assert [judgement.mean for judgement in told.judgements] == [9.0]
    assert told.verdict == "holds"


def test_a_run_that_fails_stops_the_claim_and_says_where_to_look(tmp_path, monkeypatch):
    whole = sweeps.do
    monkeypatch.setattr(sweeps, "do", lambda spec: whole(replace(spec, parameters={"people.accounts": -1})))
    with pytest.raises(ClaimError, match="desksales failed"):
        tried(tmp_path)
