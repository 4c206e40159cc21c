"""Give memory back: what a large run leaves behind would otherwise stay with the server."""

import ctypes
import gc
from functools import cache


def settle() -> None:
    """Leave what was loaded at the start out of every later search for garbage, which then takes some milliseconds."""
    gc.collect()
    gc.freeze()


def give_back() -> None:
    """Find what only refers to itself, then return freed memory to the system, where the C library can (glibc).

    Tables of a run that came to refer to each other would be found late by Python's own search where several runs are
    recorded side by side, and each holds some ten megabytes.
    """
    gc.collect()
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim():
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # other C libraries return memory by themselves, or have no such call
        return None
