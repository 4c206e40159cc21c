"""A full disk: a sentence, nothing committed is lost, and with more room the sweep goes on to the same bytes."""

import subprocess

import pytest

from experiments.sweep.errors import SweepError
from experiments.sweep.store import open_store
from tests.faults.disturbed import ROUNDS, STORE, finished, is_as_undisturbed, n_done, tables

SIZES = (160, 700) if ROUNDS == 1 else range(32, 2800, max(1, 2800 // (2 * ROUNDS)))
"""KiB: for less than an empty store, for less than the plan, and for some of the runs."""


def mount(folder, *options: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)], capture_output=True, text=True
    )


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of so many KiB, and a function that makes it larger."""
    made = []

    def disk(kib: int):
        folder = tmp_path / f"disk_of_{kib}"
        folder.mkdir()
        try:
            mounted = mount(folder, "-o", f"size={kib}k")
        except FileNotFoundError:
            pytest.skip("there is no program `mount` here")
        if mounted.returncode:
            pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
        made.append(folder)
        return folder, lambda: mount(folder, "-o", "remount,size=64m")

    yield disk
    for folder in made:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.slow
@pytest.mark.parametrize("kib", SIZES)
def test_a_full_disk_is_told_and_with_more_room_the_sweep_goes_on(kib, small_disk, undisturbed):
    folder, enlarge = small_disk(kib)
    (folder / "s.toml").touch()
    stopped = finished(folder, "--workers", "2")
    kept = n_done(folder / STORE)
    assert (stopped.returncode, stopped.stdout) == (2, "")
    assert "Traceback" not in stopped.stderr
    assert "cannot be used (database or disk is full)" in stopped.stderr or "cannot be written" in stopped.stderr
    enlarge()
    assert n_done(folder / STORE) == kept
    again = finished(folder, "--workers", "2")
    assert again.returncode == 0, again.stderr
    assert is_as_undisturbed(folder, undisturbed)
    print(f"disk of {kib} KiB: {kept} runs kept when it was full, then all: same bytes")


def test_an_export_to_a_full_disk_is_told_and_leaves_nothing_and_the_last_export_as_it_was(
    small_disk, tmp_path_factory, undisturbed
):
    store = tmp_path_factory.getbasetemp() / "undisturbed" / STORE
    folder, enlarge = small_disk(700)
    (folder / "t").mkdir()
    (folder / "t" / "provenance.json").write_text("{}")
    with pytest.raises(SweepError, match="cannot be written"):
        tables(store, folder / "t", "csv")
    assert [file.name for file in folder.rglob("*")] == ["t", "provenance.json"]
    enlarge()
    assert tables(store, folder / "t", "csv") == undisturbed["csv"]
    with open_store(store) as opened:
        assert opened.n_missing() == 0
