"""The cache of machine code: what is kept and what goes."""

import os
import time

import pytest

from model import compiled
from model.compiled import IDLE, KEPT, cache_folder, prune_cache


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """This version's folder, unused for long, and seven others, each used two hours before the last."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    here = cache_folder()
    others = [here.parent / f"{number:016x}-numba0-numpy0-bounds0" for number in range(KEPT + 2)]
    for age, folder in enumerate([*others, here]):
        folder.mkdir(parents=True)
        (folder / "code.nbc").touch()
        used = time.time() - IDLE - 7200.0 * age
        os.utime(folder, (used, used))
    return here, others


def test_the_versions_used_last_stay_and_this_one_counts_as_used_now(folders):
    here, others = folders
    prune_cache()
    # this one is now the newest, so of the others one less than KEPT stay
    assert [folder for folder in others if folder.exists()] == others[: KEPT - 1] and here.exists()


def test_no_version_goes_that_was_used_within_the_last_day(folders):
    _, others = folders
    for folder in others:
        os.utime(folder)
    prune_cache()
    assert all(folder.exists() for folder in others)


def test_a_folder_that_another_process_removes_meanwhile_is_no_error(folders, monkeypatch):
    here, others = folders
    seen = compiled._last_used

    def removed_meanwhile(folder):
        if folder == others[-1] and folder.exists():
            (folder / "code.nbc").unlink()
            folder.rmdir()
        return seen(folder)

    monkeypatch.setattr(compiled, "_last_used", removed_meanwhile)
    prune_cache()
    assert here.exists() and not others[-1].exists()


def test_where_nothing_was_ever_compiled_there_is_nothing_to_prune(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    prune_cache()
    assert list(tmp_path.iterdir()) == []
