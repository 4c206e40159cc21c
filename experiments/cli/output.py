"""Files are written whole or not at all, and left as they are if nothing in them would change."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from experiments.cli.errors import InputError


def check_folder(option: str, folder: Path) -> None:
    """Refuse, before a long run, a folder of results that could not be made or written to."""
    try:
        if folder.exists() and not folder.is_dir():
            raise InputError(f"{option} is {str(folder)!r}, which is a file; give the path of a folder.")
        nearest = next(part for part in (folder, *folder.absolute().parents) if part.exists())
    except OSError as error:  # a name that is too long
        raise _refusal(option, folder, error) from None
    _try_to_write(option, folder, nearest)


def check_file(option: str, file: Path, endings: tuple[str, ...]) -> None:
    """Refuse, before a long run, a file that could not be written or whose ending says no known format."""
    if file.suffix not in endings:
        raise InputError(f"{option} is {str(file)!r}; its name must end with {' or '.join(endings)}.")
    if file.is_dir():
        raise InputError(f"{option} is {str(file)!r}, which is a folder; give the path of a file.")
    if not file.parent.exists():
        folder = str(file.parent)
        raise InputError(f"{option} is {str(file)!r}, but there is no folder {folder!r}; make it first.")
    _try_to_write(option, file, file.parent)


def _try_to_write(option: str, wanted: Path, folder: Path) -> None:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _refusal(option, wanted, error) from None


def _refusal(option: str, wanted: Path, error: OSError) -> InputError:
    return InputError(
        f"{option} is {str(wanted)!r}, which cannot be written ({error.strerror or error}); choose another "
        "place."
    )


@contextmanager
def staged(option: str, folder: Path, said: Path | None = None) -> Iterator[Path]:
    """A hidden folder to write into; what was written moves to `folder` when all of it is there.

    A file that says the same as the one it would replace is dropped, so that its time stays. `said` is what the option
    names, if that is not the folder.
    """
    said = said or folder
    try:
        new = _make(folder)
        stage = Path(tempfile.mkdtemp(prefix=".desksales-", dir=folder))
    except OSError as error:
        raise _refusal(option, said, error) from None
    try:
        yield stage
        new = []
        for file in stage.iterdir():
            if (folder / file.name).is_dir():
                raise InputError(f"{option} is {str(said)!r}, where {file.name!r} is a folder; move that elsewhere.")
        for file in sorted(stage.iterdir()):
            if not _same(file, folder / file.name):
                os.replace(file, folder / file.name)
    except OSError as error:
        raise _refusal(option, said, error) from None
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        for made in new:
            with suppress(OSError):
                made.rmdir()


def _make(folder: Path) -> list[Path]:
    """Make a folder and those above it; returns the new ones, innermost first."""
    new = [part for part in (folder, *folder.parents) if not part.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return new


def _same(new: Path, old: Path) -> bool:
    return old.is_file() and old.stat().st_size == new.stat().st_size and old.read_bytes() == new.read_bytes()
