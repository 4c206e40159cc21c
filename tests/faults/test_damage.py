"""A store that a kill left with its log, then damaged: the same sweep gives the same bytes, and no file is lost."""

import random
import shutil

import pytest

from experiments.sweep.errors import SweepError
from experiments.sweep.store import open_for_writing
from tests.faults.disturbed import GRID, ROUNDS, STORE, begun, is_as_undisturbed, kill, n_done, wait_until
from tests.sweep.sweeps import done_here

LOG = f"{STORE}-wal"


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """A folder as a sweep leaves it when it is killed in the midst of its work, and how many runs that kept."""
    folder = tmp_path_factory.mktemp("killed")
    process = begun(folder, "--workers", "2")
    wait_until(lambda: n_done(folder / STORE) >= 40, process)
    kill(process, "both")
    process.communicate(timeout=60)
    assert (folder / LOG).stat().st_size > 0
    copied(folder, folder / "read")
    return folder, n_done(folder / "read" / STORE)


def copied(folder, to) -> None:
    """Copy a store and its log, which a reader might put away."""
    to.mkdir(exist_ok=True)
    for name in (STORE, LOG):
        shutil.copy(folder / name, to / name)


def noise(raw: bytes, luck: random.Random) -> bytes:
    """The same with up to a page of it changed."""
    place, length = luck.randrange(len(raw)), luck.randint(1, 4096)
    return raw[:place] + luck.randbytes(min(length, len(raw) - place)) + raw[place + length :]


def cut(raw: bytes, luck: random.Random) -> bytes:
    """The same without its end."""
    return raw[: luck.randrange(len(raw))]


@pytest.mark.slow
@pytest.mark.parametrize("damage", [noise, cut])
@pytest.mark.parametrize("file", [STORE, LOG])
@pytest.mark.parametrize("number", range(2 * ROUNDS - 1))
def test_a_damaged_store_gives_the_same_bytes_in_the_end_or_is_no_store_any_more_and_left_alone(
    file, damage, number, killed, undisturbed, tmp_path
):
    folder, n_kept = killed
    copied(folder, tmp_path)
    (tmp_path / file).write_bytes(damage((tmp_path / file).read_bytes(), random.Random(f"{damage.__name__} {number}")))
    before = {name: (tmp_path / name).read_bytes() for name in (STORE, LOG)}
    try:
        with open_for_writing(tmp_path / STORE) as store:
            salvaged = store.salvaged
    except SweepError as refused:
        assert "is not a store" in str(refused) or "version" in str(refused)
        assert {name: (tmp_path / name).read_bytes() for name in (STORE, LOG)} == before
        print(f"{file}, {damage.__name__} {number}: refused ({str(refused)[:200]})")
        return
    if salvaged:
        assert {name: (tmp_path / name.replace(STORE, f"{STORE}.damaged")).read_bytes() for name in before} == before
    done_here(GRID, tmp_path / STORE)
    print(f"{file}, {damage.__name__} {number}: {salvaged or 'whole'} ({n_kept} runs before)")
    assert is_as_undisturbed(tmp_path, undisturbed)
