"""A folder that is replaced as a whole: who looks into it sees the old one or the new one, never a mixture."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from experiments.sweep.errors import SweepError

AT_FDCWD, RENAME_EXCHANGE = -100, 2


def check_replaceable(folder: Path, mark: str, made: Callable[[Path], set[str]]) -> None:
    """Refuse to replace a folder that has anything in it but what an earlier one left.

    `mark` is a file that every earlier one left; of it, `made` tells the names of the others.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise SweepError(f"{str(folder)!r} is a file; give the path of a folder.")
        if folder.is_dir() and any(folder.iterdir()) and not (folder / mark).is_file():
            raise SweepError(
                f"The folder {str(folder)!r} has files of another kind, and an export replaces a folder as a whole; "
                "give one that is empty, or does not exist."
            )
        if folder.is_dir() and (folder / mark).is_file():
            strangers = sorted({path.name for path in folder.iterdir()} - {mark} - made(folder / mark))
            if strangers:
                raise SweepError(
                    f"The folder {str(folder)!r} has {strangers[0]!r}, which no export wrote, and an export replaces a "
                    "folder as a whole; move it elsewhere, or give another folder."
                )
    except OSError as error:
        raise _refusal(folder, error) from None


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """An empty folder to write into, which takes the place of `folder` when all of it is there."""
    folder = folder.resolve()  # of a link the folder it leads to
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise _refusal(folder, error) from None
    try:
        yield stage
        os.chmod(stage, 0o755)
        if folder.exists():
            _exchange(stage, folder)
        else:
            os.rename(stage, folder)
    except OSError as error:
        raise _refusal(folder, error) from None
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _exchange(new: Path, old: Path) -> None:
    """Let two folders change places: in one step where the system can (Linux), else in two."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if library.renameat2(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(old), RENAME_EXCHANGE) == 0:
            return
    except (OSError, AttributeError, TypeError):
        pass
    aside = old.with_name(f".{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    os.rename(old, aside)
    os.rename(new, old)
    shutil.rmtree(aside, ignore_errors=True)


def _refusal(folder: Path, error: OSError) -> SweepError:
    return SweepError(
        f"The folder {str(folder)!r} cannot be written ({error.strerror or error}); what was there is as it was. "
        "Choose another place."
    )
