"""What goes wrong in a scholar's own rule, told as the rule's: with its file and line, and not as a defect of ours."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from traceback import extract_tb

from experiments.cli.errors import InputError

ENGINE = Path(__file__).parents[2] / "model" / "engine"

OF_A_VALUE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What the engine raises where a rule gives something that it cannot go on with."""

REASON = re.compile(r"(?!Failed in|During|File|-|\s*$)")
"""How a line of Numba's message begins that says more than where it was."""


@contextmanager
def blamed(files: set[Path], plain: bool) -> Iterator[None]:
    """While rules of these files are at work, tell what they raise, or make the engine raise, as theirs.

    What they print goes where messages go. `plain` says whether any of them is plain Python, as the engine then is.
    """
    try:
        with redirect_stdout(sys.stderr):
            yield
    except InputError:
        raise
    except (Exception, SystemExit) as error:
        sentence = its_fault(error, files)
        if not sentence and plain and isinstance(error, OF_A_VALUE) and _in_the_engine(error):
            names = ", ".join(shown(file) for file in sorted(files))
            sentence = (
                f"The engine cannot go on with what a rule in {names} gave ({what(error)}); the folders of model/rules "
                "say what a rule is to give, and DESKSALES_DEBUG=1 shows where it stopped."
            )
        if not sentence:
            raise
        raise InputError(sentence) from error


def its_fault(error: BaseException, files: set[Path]) -> str:
    """The sentence for what a file raised, or for a function of its that cannot be compiled; '' if it did neither."""
    if isinstance(error, SyntaxError) and error.filename and Path(error.filename).resolve() in files:
        return f"{shown(Path(error.filename))}, line {error.lineno}: {error.msg}."
    lines = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).resolve() in files]
    if lines:
        return f"{shown(Path(lines[-1].filename))}, line {lines[-1].lineno}: {what(error)}."
    place = _place(str(error), files) if type(error).__module__.startswith("numba.") else ""
    if place:
        reason = next((line for line in str(error).splitlines() if REASON.match(line)), type(error).__name__)
        return f"{place}: Numba cannot compile this ({reason.strip()}); without @numba.njit it is plain Python."
    return ""


def what(error: BaseException) -> str:
    """An exception on one line."""
    return " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".: ")


def shown(file: Path) -> str:
    """A path, short where it lies below the folder one is in."""
    file, here = file.resolve(), Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def _place(message: str, files: set[Path]) -> str:
    """File and line that Numba's message names first; '' if it names none of the files."""
    for file in sorted(files):
        found = re.search(rf'File "[^"]*{re.escape(file.name)}", line (\d+)', message)
        if found:
            return f"{shown(file)}, line {found[1]}"
    return ""


def _in_the_engine(error: BaseException) -> bool:
    """Whether it was raised below the engine, which a rule may lead astray, or where its rows go back into tables."""
    return any(
        ENGINE in Path(frame.filename).parents or frame.name == "pack" for frame in extract_tb(error.__traceback__)
    )
