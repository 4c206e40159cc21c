"""Give memory back: what the allocator holds after a large run is freed would otherwise stay with the server."""

import ctypes
from functools import cache


def give_back() -> None:
    """Return freed memory to the system, where the C library can (glibc); a few milliseconds."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim():
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # other C libraries return memory by themselves, or have no such call
        return None
