"""An unforeseen exception becomes one line that asks to report it, a traceback with DESKSALES_DEBUG=1."""

import resource
import subprocess

import pytest

from experiments.cli.main import status
from tests.cli.command import ENTRY, program


def broken(*arguments, **options):
    raise RuntimeError("the clock\nstood still")


def test_a_defect_is_one_line_and_status_1(monkeypatch, capsys):
    monkeypatch.delenv("DESKSALES_DEBUG", raising=False)
    monkeypatch.setattr("experiments.replicate.replicate", broken)
    assert status(["run", "mtel", "--json"]) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1
    assert "RuntimeError: the clock stood still" in said.err and "DESKSALES_DEBUG=1" in said.err


def test_with_debugging_on_a_defect_shows_its_traceback(monkeypatch, capsys):
    monkeypatch.setenv("DESKSALES_DEBUG", "1")
    monkeypatch.setattr("experiments.replicate.replicate", broken)
    assert status(["run", "mtel", "--json"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_want_of_memory_is_the_users_to_mend(monkeypatch, capsys):
    def greedy(*arguments, **options):
        raise MemoryError

    monkeypatch.setattr("experiments.replicate.replicate", greedy)
    assert status(["run", "mtel", "--json"]) == 2
    assert "fewer" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["measures", "--json"], ["scenarios"]])
def test_output_that_cannot_be_written_is_the_users_to_mend(arguments, tmp_path):
    def no_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    with open(tmp_path / "told", "w") as told:
        done = subprocess.run(
            [*ENTRY, *arguments], cwd=tmp_path, stdout=told, stderr=subprocess.PIPE, text=True, preexec_fn=no_room
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "File too large" in done.stderr


def test_a_connection_that_fails_is_not_taken_for_a_place_that_is_full(monkeypatch, capsys):
    def refused(*arguments, **options):
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr("experiments.replicate.replicate", refused)
    assert status(["run", "mtel", "--json"]) == 1
    assert "Connection refused" in capsys.readouterr().err


def test_letters_that_a_terminal_lacks_are_no_defect(tmp_path):
    done = program("parameters", "mtel", "--json", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr


def test_a_figure_that_fails_costs_nobody_the_tables(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("figures.first_year.draw", broken)
    out = tmp_path / "out"
    assert status(["run", "mtel", "--set", "people.accounts=20", "--days", "25", "--replications", "2",
                   "--out", str(out)]) == 1  # fmt: skip
    assert "the clock stood still" in capsys.readouterr().err
    assert sorted(file.name for file in out.iterdir()) == [
        "days.csv", "reviews.csv", "runs.csv", "scenario.json", "summary.csv",
    ]  # fmt: skip
