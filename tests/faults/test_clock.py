"""A clock that goes backwards while a sweep goes on: nothing depends on the time of day."""

import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from experiments.sweep.store import open_store
from tests.faults.disturbed import STORE, begun, finished, is_as_undisturbed, kill, n_done, wait_until


@pytest.fixture
def backwards(tmp_path):
    """What to set in the environment of a program to set its clock back a hundred seconds every second."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("there is no C compiler here to make such a clock with, or this is not Linux")
    source, library = Path(__file__).with_name("backwards.c"), tmp_path / "backwards.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    clock = {"LD_PRELOAD": str(library)}
    code = "import time; a = time.time(); time.sleep(0.1); b = time.time(); print(b - a)"
    passed = subprocess.run([sys.executable, "-c", code], env=clock, capture_output=True, text=True, check=True)
    assert -12.0 < float(passed.stdout) < -9.0
    return clock


@pytest.mark.slow
def test_a_clock_that_goes_backwards_changes_no_byte(backwards, undisturbed, tmp_path):
    process = begun(tmp_path, "--workers", "2", **backwards)
    wait_until(lambda: n_done(tmp_path / STORE) >= 20, process)
    kill(process, "both")
    process.communicate(timeout=60)
    last = finished(tmp_path, "--workers", "2", **backwards)
    assert last.returncode == 0, last.stderr
    assert is_as_undisturbed(tmp_path, undisturbed)
    with open_store(tmp_path / STORE) as store:
        ended = store.sessions()[-1]
    assert datetime.fromisoformat(ended["ended"]) < datetime.fromisoformat(ended["started"])
