"""Compile the rules once, cache them by content, and run the same source in plain Python.

Every rule and the event loop are ordinary functions marked `@compiled`; the one function that Python calls is
marked `@entry`. Numba compiles them to machine code without holding the interpreter's lock. The compiled code is
cached in a folder named after the hash of all sources it was made from, so a changed rule can never be
served by stale code; the same hash is the *model version* written into every result.

`relink` gives a second copy of an entry and of everything it calls: in plain Python (the readable reference, and
the way a scholar's own Python rule runs at once) or compiled anew around a compiled rule.
"""

import hashlib
import os
import shutil
import time
import types as python_types
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import numba
import numpy as np
from numba.core import types

from model.linking import INTO_PART, INTO_WHOLE

FOLDER = Path(__file__).parent
COMPILED = ("compiled.py", "linking.py", "elementary.py", "luck.py", "world", "engine", "rules", "parameters")
"""Files and folders that machine code is made from."""
SOURCES = (*COMPILED, "measures", "scenario", "vocabularies.py", "simulation.py")
"""Files and folders whose content decides what a run gives."""

KEPT, IDLE = 5, 86_400.0
"""Versions whose machine code stays in the cache in any case, and seconds for which any version's stays."""


@cache
def model_version() -> str:
    """Hash of every source that decides what a run gives, as 16 hexadecimal digits."""
    return _hash(SOURCES)


@cache
def _hash(sources: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        place = FOLDER / source
        for file in [place] if place.is_file() else sorted(place.rglob("*.py")):
            digest.update(file.relative_to(FOLDER).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def cache_folder() -> Path:
    """Where this version's machine code is kept, below the user's cache folder."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    flags = f"numba{numba.__version__}-numpy{np.__version__}-bounds{numba.config.BOUNDSCHECK or 0}"
    return home / "desksales" / f"{_hash(COMPILED)}-{flags}"


def is_cached() -> bool:
    """Whether machine code of this version was made before (then the first run starts at once)."""
    return bool(numba.config.DISABLE_JIT) or any(cache_folder().rglob("*.nbc"))


def prune_cache() -> None:
    """Note that this version's machine code is in use, and remove that of versions unused for long.

    The `KEPT` folders used last stay, and all that were used within `IDLE` seconds. A process that runs a version
    removed under its feet has the code in memory, and Numba makes the folder again when it has more to store.
    """
    here = cache_folder()
    with suppress(OSError):
        os.utime(here)
    folders = sorted(here.parent.glob("*-numba*"), key=_last_used, reverse=True)
    for folder in folders[KEPT:]:
        if folder != here and time.time() - _last_used(folder) > IDLE:
            shutil.rmtree(folder, ignore_errors=True)


def _last_used(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:  # another process has just removed it
        return 0.0


numba.config.CACHE_DIR = str(cache_folder())
_OPTIONS = {"nogil": True, "error_model": "numpy"}
_ENTRY = {**_OPTIONS, "pipeline_class": INTO_WHOLE}
OF_NUMBERS = ("model.elementary", "model.luck", "model.world.needs", "model.rules.reps.order_of_work")
"""Modules whose compiled functions take plain numbers, so that somebody may call one from Python."""
_LUCK = {**_OPTIONS, "no_cfunc_wrapper": True}
_INNER = {**_LUCK, "no_cpython_wrapper": True, "pipeline_class": INTO_PART}  # take rows, which Python cannot hand over


def compiled(function: Callable) -> Callable:
    """Mark a rule or a part of the engine: compiled together with the entry that calls it."""
    function.is_engine = True
    tried_out = str(function.__module__).startswith(OF_NUMBERS)
    return _one_version(numba.njit(**(_LUCK if tried_out else _INNER))(function))


def entry(function: Callable) -> Callable:
    """Mark a function that Python calls: compiled with everything below it and cached on disk."""
    function.is_engine = True
    return numba.njit(cache=True, **_ENTRY)(function)


def _one_version(dispatcher: Callable) -> Callable:
    """Keep Numba from compiling a version of a function for every constant it is called with."""
    if not is_compiled(dispatcher):  # NUMBA_DISABLE_JIT leaves plain functions
        return dispatcher
    resolve = dispatcher.get_call_template
    widen = {types.boolean: types.int64}

    def resolve_wide(arguments, keywords):
        return resolve([widen.get(kind, kind) for kind in map(types.unliteral, arguments)], keywords)

    dispatcher.get_call_template = resolve_wide
    return dispatcher


def plain(function: Callable) -> Callable:
    """The Python source of a compiled function."""
    return getattr(function, "py_func", function)


def is_compiled(function: Callable) -> bool:
    """Whether a function is Numba code (a scholar's own rule may be either)."""
    return hasattr(function, "py_func")


def relink(function: Callable, replace: dict[Callable, Callable] | None = None, jit: bool = False) -> Callable:
    """Copy an entry and everything it calls, with some functions replaced by others.

    Parameters
    ----------
    function : the entry to copy.
    replace : from a function of the engine to the one that takes its place.
    jit : compile the copy (every replacement must then be compiled too); otherwise it is plain Python.

    Returns
    -------
    The copy; the original and its cache are left as they are.
    """
    done = {plain(old): new for old, new in (replace or {}).items()}

    def copy(original: Callable) -> Callable:
        source = plain(original)
        if source not in done:
            names = {**source.__globals__}
            cells = tuple(python_types.CellType(cell.cell_contents) for cell in source.__closure__ or ())
            twin = python_types.FunctionType(source.__code__, names, source.__name__, source.__defaults__, cells)
            twin.is_engine = True
            done[source] = twin
            for name in source.__code__.co_names:
                if _is_engine(names.get(name)):
                    names[name] = copy(names[name])
            for cell in cells:
                if _is_engine(cell.cell_contents):
                    cell.cell_contents = copy(cell.cell_contents)
            if jit:
                done[source] = _one_version(numba.njit(**(_ENTRY if source is plain(function) else _INNER))(twin))
        return done[source]

    return copy(function)


@cache
def interpreted(function: Callable) -> Callable:
    """A compiled function and all that it calls in plain Python, for a few numbers: compiling would take longer."""
    return relink(function)


def _is_engine(thing: object) -> bool:
    return callable(thing) and getattr(plain(thing), "is_engine", False)
