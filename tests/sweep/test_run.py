"""Running a sweep: what is done, what is not done again, and what a store says of it."""

import math
import re

import mesa
import pytest

from experiments.sweep.errors import SweepError
from experiments.sweep.outcome import Outcome
from experiments.sweep.run import run_sweep
from experiments.sweep.store import open_for_writing, open_store
from model.organisation import Organisation
from model.simulation import simulate
from tests.helpers.organisations import SMALL
from tests.sweep.sweeps import HABIT, REFUSED, TEAMS, InProcess, done_here, refusing, rows, small_sweep


@pytest.fixture
def path(tmp_path):
    return tmp_path / "sweep.sqlite"


def test_every_run_has_the_measures_that_simulate_gives_for_its_point_and_seed(path):
    sweep = small_sweep(seed=5)
    progress, _ = done_here(sweep, path)
    assert (progress.planned, progress.to_do, progress.done, progress.failures) == (4, 4, 4, 0)
    for run in rows(path):
        result = simulate(sweep.base.changed(run.changes), run.seed)
        assert (run.n_events, run.n_contacts) == (result.n_events, result.n_contacts)
        for name, value in result.measures.items():
            assert run.measures[name] == (value if math.isfinite(value) else None)


def test_a_sweep_that_is_done_does_nothing_when_started_again(path):
    done_here(small_sweep(), path)
    before = path.read_bytes()
    progress, again = done_here(small_sweep(), path)
    assert again == [] and progress.done == 0
    assert path.read_bytes() == before


HELD = {name: value for name, value in SMALL.items() if name not in (TEAMS, HABIT)}
GROWN = {
    "replications": ({"replications": 5}, 2 * 3),
    "levels": ({"vary": {TEAMS: [2, 3, 4]}}, 2),
    "a factor that was held": ({"vary": {TEAMS: [2, 4], HABIT: [0.6, 0.3]}, "hold": HELD}, 4),
}

@pytest.mark.parametrize("grown, n_new", GROWN.values(), ids=GROWN)
def test_a_bigger_design_runs_only_what_is_new(grown, n_new, path):
    done_here(small_sweep(hold=HELD | {HABIT: 0.6}), path)
    sweep = small_sweep(**{"hold": HELD | {HABIT: 0.6}} | grown)
    progress, new = done_here(sweep, path)
    assert len(new) == n_new == progress.to_do
    assert {run.status for run in rows(path)} == {"done"}


def test_a_smaller_design_runs_nothing_and_leaves_the_runs_of_the_bigger_one_where_they_are(path):
    done_here(small_sweep(replications=3), path)
    _, new = done_here(small_sweep(replications=1), path)
    assert new == [] and len(rows(path)) == 2
    with open_store(path) as store:
        assert store.n_other == 4
    assert done_here(small_sweep(replications=3), path)[1] == []


def test_two_points_that_come_to_the_same_parameters_share_their_runs(path):
    same = {"a": {TEAMS: 2}, "b": {TEAMS: 2}}
    _, done = done_here(small_sweep(vary={}, alternatives=same), path)
    assert len(done) == 2
    assert [(run.alternative, run.run) for run in rows(path)] == [
        ("a", done[0]), ("a", done[1]), ("b", done[0]), ("b", done[1]),
    ]  # fmt: skip


def test_every_point_gets_its_first_run_before_any_gets_its_second(path):
    done_here(small_sweep(), path)
    _, done = done_here(small_sweep(seed=10), path)
    replication = {run.run: run.replication for run in rows(path)}
    assert [replication[run] for run in done] == [1, 1, 2, 2]


def test_runs_that_lack_a_table_that_is_kept_by_now_are_done_again(path):
    done_here(small_sweep(), path)
    _, again = done_here(small_sweep(keep={"days": 10}), path)
    assert len(again) == 4
    assert done_here(small_sweep(keep={"days": 10}), path)[1] == []
    with open_store(path) as store:
        assert [block.rows()["day"].tolist() for *_, block in store.blocks("days")] == [[10, 20, 30]] * 4


def test_runs_of_another_version_of_the_model_are_stale_and_the_sweep_says_so(path, monkeypatch):
    done_here(small_sweep(), path)
    monkeypatch.setattr("model.compiled.model_version", lambda: "f" * 16)
    told = []
    _, again = done_here(small_sweep(), path, tell=lambda progress: told.append(progress.message))
    assert len(again) == 4
    assert any("4 stored runs of earlier versions are stale" in message for message in told)
    with open_store(path) as store:
        assert sum(store.stale(store.model_version).values()) == 4 and store.n_missing() == 0


def test_a_run_for_which_no_memory_suffices_is_a_row_that_says_how_much_it_would_take(path, monkeypatch):
    refusing(monkeypatch, MemoryError())
    sweep = small_sweep(vary={}, alternatives={"small": SMALL, "huge": SMALL | REFUSED}, hold={}, replications=1)
    done_here(sweep, path)
    assert [run.status for run in rows(path)] == ["done", "over memory"]
    assert re.search(r"it is reckoned to take \d+\.\d GiB, so choose fewer days", rows(path)[-1].reason)


def test_how_much_memory_is_free_decides_nothing(path, monkeypatch):
    monkeypatch.setattr("model.simulation._free_memory", lambda: 1.0)
    assert done_here(small_sweep(), path)[0].failures == 0


def test_a_run_that_raises_is_a_row_with_its_reason_and_is_done_again_only_when_asked(path, monkeypatch):
    refusing(monkeypatch)
    sweep = small_sweep(vary={}, alternatives={"small": SMALL, "huge": SMALL | REFUSED}, hold={})
    progress, _ = done_here(sweep, path)
    assert progress.failures == 2
    assert [run.status for run in rows(path)] == ["done", "done", "failed", "failed"]
    failed = rows(path)[-1]
    assert failed.reason.startswith("ScenarioError: There are too many accounts: five thousand. (sweeps.py, line")
    assert failed.measures == {}
    assert done_here(sweep, path)[1] == []
    assert len(done_here(sweep, path, retry=True)[1]) == 2


def test_a_run_that_ran_away_is_a_row_with_that_status_and_its_measures(path):
    away = {"run.days": 120, "demand.requests_per_account_day": 40.0}
    sweep = small_sweep(replications=1, hold={n: v for n, v in SMALL.items() if n != TEAMS} | away)
    progress, _ = done_here(sweep, path)
    assert progress.failures == 0
    assert [run.status for run in rows(path)] == ["runaway", "runaway"]
    assert all(run.measures["runaway"] == 1.0 for run in rows(path))


def test_what_an_interrupt_leaves_is_what_was_committed_and_the_rest_is_done_later(path):
    class Interrupted(InProcess):
        def collect(self, timeout):
            if len(self.done) == 3:
                raise KeyboardInterrupt
            return super().collect(timeout)

    with pytest.raises(KeyboardInterrupt):
        run_sweep(small_sweep(), path, executors=lambda n, limits: Interrupted())
    assert [run.status for run in rows(path)].count("done") == 3
    assert len(done_here(small_sweep(), path)[1]) == 1


def test_a_store_is_for_one_scenario(path):
    done_here(small_sweep(), path)
    queue = small_sweep(scenario="textbook_queue", hold={}, vary={"agents": [11]}, days=1)
    before = path.read_bytes()
    with pytest.raises(SweepError, match="give it a store of its own"):
        done_here(queue, path)
    assert path.read_bytes() == before


def test_an_outcome_is_committed_whole_or_not_at_all(path, monkeypatch):
    with open_for_writing(path) as store:
        store.plan(small_sweep(), "v")
        session = store.begin_session("now", 1, {})
        spec = next(store.missing())
        broken = Outcome(spec.run, "done", measures={"x": 1.0}, blocks=("no block",))
        with pytest.raises(AttributeError):
            store.commit(broken, session)
        assert [run.status for run in store.runs()] == ["missing"] * 4


def test_mesas_batch_run_gives_what_the_store_holds_for_the_same_seeds(path, start_method):
    vary = {"incentives.quota_multiple": [1.0, 2.0]}
    done_here(small_sweep(hold=SMALL, vary=vary, replications=2, seed=3), path)
    told = mesa.batch_run(Organisation, SMALL | vary, rng=[3, 4], display_progress=False)
    theirs = {(row["incentives.quota_multiple"], row["rng"]): row for row in told}
    assert len(theirs) == 4
    for run in rows(path):
        row = theirs[run.factors["incentives.quota_multiple"], run.seed]
        for mesas, ours in (("desk_involvement",) * 2, ("rep_occupancy",) * 2, ("habit", "habit_final")):
            assert row[mesas] == run.measures[ours]
