"""A calibration finds what it should, says what it cannot know, and goes on where it was stopped."""

import dataclasses
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from experiments.calibration import posterior, sequence
from experiments.calibration.errors import CalibrationError
from experiments.calibration.sequence import Problem
from tests.calibration.small import plan

pytest.importorskip("pyabc")

CALLS, TALK = "demand.enquiries_per_account_day", "calls.talk_minutes"


def problem(particles: int = 40, priors: tuple[str, ...] = (CALLS, TALK)) -> Problem:
    asked = plan()
    chosen = tuple(prior for prior in asked.priors if prior.name in priors)
    return Problem(asked.scenario, chosen, asked.fitted, asked.measures, particles, 3, 12.0, 0.3)


def solved(asked: Problem, file) -> tuple[sequence.Generations, posterior.Posterior]:
    sequence.run(asked, file, 1)
    found = sequence.read(file, asked)
    return found, posterior.posterior_of(asked.priors, found.drawn, found.weights)


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> tuple[Problem, Path, sequence.Generations]:
    """A small calibration that nobody disturbed, and what came of it."""
    asked, file = problem(16), tmp_path_factory.mktemp("small") / "a.sqlite"
    return asked, file, solved(asked, file)[0]


def test_the_truth_is_recovered(tmp_path):
    found, kept = solved(problem(), tmp_path / "a.sqlite")
    truth = {CALLS: 480.0, TALK: 6.0}  # the published figures of the desk are those of these values
    for row in posterior.table(kept):
        assert row["low_90"] <= truth[row["parameter"]] <= row["high_90"]
        assert row["identified"] == "yes"
    assert found.table[-1]["epsilon"] == 1.0
    assert all(problem().distance(year) <= 1.0 for year in found.years)


def test_what_is_known_only_as_a_product_is_not_called_identified(tmp_path):
    asked = problem()
    occupancy = tuple(pattern for pattern in asked.fitted if pattern.measure == "occupancy")
    _, kept = solved(dataclasses.replace(asked, fitted=occupancy), tmp_path / "a.sqlite")
    # Occupancy is calls × minutes / (people × minutes of the day): many calls, short ones, or few and long.
    assert posterior.pairs(kept)[0][2] < -0.5
    contraction = {row["parameter"]: row["contraction"] for row in posterior.table(kept)}
    assert posterior.stiffest(kept, 1)[0][0] > max(contraction.values()) + 0.1


def test_what_was_stopped_goes_on_and_repeats_nothing(small, tmp_path):
    asked, _, whole = small

    def stop(stand):
        if stand.generation == 2 and stand.accepted == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sequence.run(asked, tmp_path / "stopped.sqlite", 1, stop)
    kept = sequence.read(tmp_path / "stopped.sqlite", asked).table
    assert [row["generation"] for row in kept] == [0, 1]
    begun = []
    sequence.run(asked, tmp_path / "stopped.sqlite", 1, lambda stand: begun.append(stand.generation))
    assert min(begun) == 2
    assert_same(whole, sequence.read(tmp_path / "stopped.sqlite", asked))


def assert_same(one: sequence.Generations, other: sequence.Generations) -> None:
    """The same but for the time it took."""
    without_time = [[{k: v for k, v in row.items() if k != "seconds"} for row in g.table] for g in (one, other)]
    assert without_time[0] == without_time[1]
    assert np.array_equal(one.drawn, other.drawn)
    assert np.array_equal(one.weights, other.weights)
    assert one.years == other.years


@pytest.mark.slow
def test_two_workers_find_the_same_as_one(small, tmp_path):
    asked, _, one = small
    sequence.run(asked, tmp_path / "two.sqlite", 2)
    assert_same(one, sequence.read(tmp_path / "two.sqlite", asked))


def test_what_is_done_is_not_done_again(small):
    asked, file, _ = small
    told = []
    sequence.run(asked, file, 1, told.append)
    assert told == []


def test_another_seed_is_another_file(small):
    asked, file, _ = small
    with pytest.raises(CalibrationError, match=r"another seed; move it away, or choose another folder"):
        sequence.run(dataclasses.replace(asked, seed=4), file, 1)


def test_other_priors_are_another_file(small):
    asked, file, _ = small
    wider = (dataclasses.replace(asked.priors[0], high=900.0), *asked.priors[1:])
    with pytest.raises(CalibrationError, match="another priors"):
        sequence.run(dataclasses.replace(asked, priors=wider), file, 1)


@pytest.mark.parametrize("kind", ["text", "another database"])
def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path, kind):
    file = tmp_path / "a.sqlite"
    if kind == "text":
        file.write_text("not a database at all, but long enough to look like a file of something\n" * 20)
    else:
        with sqlite3.connect(file) as other:
            other.execute("CREATE TABLE something (x)")
    before = file.read_bytes()
    with pytest.raises(CalibrationError, match="is not the file of a calibration"):
        sequence.run(problem(16), file, 1)
    assert file.read_bytes() == before


def test_a_year_is_the_one_that_simulate_gives():
    from model import load_scenario, simulate

    asked = problem(priors=(CALLS,))
    year = asked.year({CALLS: 0.3})
    calls = asked.priors[0].value(0.3)
    result = simulate(load_scenario(asked.scenario, {CALLS: calls}), int(year["seed"]))
    assert {name: result.measures[name] for name in asked.measures} == {name: year[name] for name in asked.measures}


def test_a_file_that_was_left_before_its_first_generation_is_not_gone_on_with(small, tmp_path):
    _, file, _ = small
    left = tmp_path / "a.sqlite"
    left.write_bytes(file.read_bytes())
    assert sequence.is_begun(left)
    with sqlite3.connect(left) as connection:
        connection.execute("DELETE FROM populations WHERE t >= 0")
    assert not sequence.is_begun(left)
