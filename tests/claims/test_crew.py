"""Workers that stay from one sweep to the next, and the time that claims take."""

import pytest

from experiments.claims import pace
from experiments.claims.conduct import crew, run_arms
from experiments.claims.pace import Pace
from tests.claims.small import TINY, small_claim


def test_workers_are_started_once_for_all_sweeps_and_let_go_at_the_end(tmp_path):
    with crew(1) as hands:
        run_arms(small_claim(), 2, tmp_path / "a.sqlite", hands)
        (first,) = (worker.process for worker in hands._workers._workers)
        run_arms(small_claim(), 3, tmp_path / "a.sqlite", hands)
        assert [worker.process.pid for worker in hands._workers._workers] == [first.pid]
        assert first.is_alive()
    assert not first.is_alive()


def test_the_time_left_is_that_of_the_runs_left_at_the_pace_of_those_done(monkeypatch):
    now = iter([0.0, 60.0, 100.0, 100.5])
    monkeypatch.setattr(pace.time, "monotonic", lambda: next(now))
    told = Pace({"a": small_claim(), "b": small_claim(), "c": small_claim(days=60)}, TINY)
    with told.timing("a"):
        pass
    # b has the runs of a; c has them at 60 days, not a year of 250: 60 s × (1 + 60 / 250) = 74 s
    assert told.said(1, "holds") == "[1 of 3] claim 1: holds, 1 min 0 s; about 1 min 14 s left"
    with told.timing("b"):  # half a second: it was there already, and says nothing about the pace
        pass
    assert told.said(2, "fails") == "[2 of 3] claim 2: fails, 0 s; about 14 s left"


@pytest.mark.parametrize("budget", ["short", "full"])
def test_a_budget_counts_runs_so_that_every_machine_makes_the_same(budget):
    from experiments.claims.budgets import RUN_SECONDS, budget_of

    asked = budget_of(budget)
    claim = small_claim()
    assert asked.most_seeds(claim) == min(asked.most, int(asked.seconds / (RUN_SECONDS["mtel"] * 2)))
    assert asked.n_draws(claim) <= asked.draws


def test_other_limits_are_for_other_workers():
    from experiments.sweep.keep import Limits

    with crew(1) as hands:
        hands.executor(1, Limits())
        first = hands._workers
        hands.executor(1, Limits())
        assert hands._workers is first
        hands.executor(1, Limits(seconds=5.0))
        assert hands._workers is not first and hands._workers.seconds == 5.0
