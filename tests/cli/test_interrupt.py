"""Ctrl-C ends a command within a second, with status 130 and nothing left behind."""

import signal
import time

import pytest

from tests.cli.command import started

LONG = ["run", "mtel", "--days", "1000", "--replications", "500"]


def interrupt(process, after: float) -> tuple[float, str]:
    """Press Ctrl-C after so many seconds; returns how long the program took to end, and what it said."""
    time.sleep(after)
    assert process.poll() is None, "it ended before it could be interrupted"
    pressed = time.monotonic()
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=60)
    assert out == ""
    return time.monotonic() - pressed, said


@pytest.mark.parametrize("seconds", [0.5, 3.0])
def test_a_long_run_ends_at_once_and_leaves_no_file(seconds, tmp_path):
    process = started(*LONG, "--out", "results", folder=tmp_path)
    took, said = interrupt(process, seconds)
    assert process.returncode == 130
    assert took < 1.5
    assert said.endswith("Interrupted.\n") and "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_is_heard_while_the_engine_is_being_compiled(tmp_path):
    folder, cache = tmp_path / "here", tmp_path / "cache"
    folder.mkdir()
    process = started("log", "mtel", "--out", "log.csv", folder=folder, XDG_CACHE_HOME=str(cache))
    assert process.stderr.readline().startswith("Compiling the engine")
    took, said = interrupt(process, 1.0)
    assert process.returncode == 130
    assert took < 1.5
    assert said == "Interrupted.\n"
    assert list(folder.iterdir()) == []
    assert [file for file in cache.rglob("*") if file.is_file()] == []
