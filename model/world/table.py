"""Tables whose docstring is their schema."""

import inspect
import re
from collections.abc import Callable
from functools import cache
from typing import ClassVar

import numpy as np

LINE_BYTES = 64
"""A line of the processor's cache: a row that fits into one is fetched at once."""
LINE = re.compile(r"^(\w+)\s+(i1|i2|i4|i8|u8|f8)\s+(\S.*?)\s*$", re.M)


class Table:
    """A group of columns with one row per thing; subclasses list their columns in the docstring.

    Each line of the list reads `name  type  unit  meaning`, where the type is i1, i2, i4, i8, u8 or f8. With
    `whole_lines` every row begins at a line of the processor's cache.
    """

    dtype: ClassVar[np.dtype]
    schema: ClassVar[tuple[tuple[str, str, str, str], ...]]

    def __init_subclass__(cls, whole_lines: bool = False) -> None:
        lines = LINE.findall(inspect.cleandoc(cls.__doc__))
        cls.schema = tuple((name, kind, *rest.split(None, 1)) for name, kind, rest in lines)
        cls.dtype = np.dtype([(name, kind) for name, kind, _ in lines], align=True)
        if whole_lines:
            fields = {name: cls.dtype.fields[name] for name in cls.dtype.names}
            itemsize = -(-cls.dtype.itemsize // LINE_BYTES) * LINE_BYTES
            cls.dtype = np.dtype(
                {"names": [*fields], "formats": [kind for kind, _ in fields.values()],
                 "offsets": [offset for _, offset in fields.values()], "itemsize": itemsize}
            )  # fmt: skip

    @classmethod
    def rows(cls, n: int) -> np.ndarray:
        """A table of `n` rows, all zero; it begins at a line of the processor's cache. All that have none are one."""
        return _aligned(np.zeros, cls.dtype, n) if n else _no_rows(cls.dtype)

    @classmethod
    def blank(cls, n: int) -> np.ndarray:
        """The same, but its rows are yet to be written; until then they hold anything."""
        return _aligned(np.empty, cls.dtype, n)


def _aligned(make: Callable, dtype: np.dtype, n: int) -> np.ndarray:
    n_bytes = n * dtype.itemsize
    room = make(n_bytes + LINE_BYTES, np.uint8)
    start = -room.ctypes.data % LINE_BYTES
    return room[start : start + n_bytes].view(dtype)


@cache
def _no_rows(dtype: np.dtype) -> np.ndarray:
    return _aligned(np.zeros, dtype, 0)
