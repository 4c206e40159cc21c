"""SIGKILL of the parent, of a worker, of both: after resuming, the tables are those of an undisturbed sweep."""

import random
import time

import pytest

from tests.faults.disturbed import N_RUNS, ROUNDS, STORE, begun, finished, is_as_undisturbed, kill, n_done, wait_until

LATEST = 6.0
"""Seconds after the start by which somebody is killed: before, while or after workers begin and runs are committed."""


def killed_after(n_runs: int, whom: str, folder) -> int:
    """Let a sweep commit so many more runs, kill somebody, and tell how many runs are kept."""
    already = n_done(folder / STORE)
    process = begun(folder, "--workers", "2")
    wait_until(lambda: n_done(folder / STORE) >= already + n_runs, process)
    kill(process, whom)
    process.communicate(timeout=300)
    assert (process.returncode == 0) == (whom == "worker")
    return n_done(folder / STORE)


@pytest.mark.slow
@pytest.mark.parametrize("whom", ["parent", "worker", "both"])
def test_a_sweep_that_was_killed_twice_and_resumed_gives_the_tables_of_an_undisturbed_one(whom, undisturbed, tmp_path):
    first = killed_after(20, whom, tmp_path)
    if whom != "worker":
        second = killed_after(20, whom, tmp_path)
        assert 20 <= first < second < N_RUNS
    last = finished(tmp_path)
    assert last.returncode == 0, last.stderr
    assert is_as_undisturbed(tmp_path, undisturbed)


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2", "4"])
@pytest.mark.parametrize("number", range(ROUNDS))
def test_kills_at_random_moments_change_no_byte(number, workers, undisturbed, tmp_path):
    luck, kept = random.Random(f"{number} {workers}"), [0]
    for _ in range(1 if ROUNDS == 1 else luck.randint(2, 5)):
        process = begun(tmp_path, "--workers", luck.choice(["1", "2", "4"]))
        for whom in ["worker"] * luck.randint(0, 2) + [luck.choice(["parent", "both"])]:
            time.sleep(luck.uniform(0.0, LATEST))
            if process.poll() is None:
                kill(process, whom)
        _, said = process.communicate(timeout=300)
        assert process.returncode in (0, -9) and "Traceback" not in said, said
        kept.append(n_done(tmp_path / STORE))
    last = finished(tmp_path, "--workers", workers)
    assert last.returncode == 0, last.stderr
    assert kept == sorted(kept)
    assert is_as_undisturbed(tmp_path, undisturbed)
    print(f"{workers} workers, round {number}: runs kept after each kill {kept[1:]}, then all {N_RUNS}: same bytes")
