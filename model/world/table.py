"""Tables whose docstring is their schema."""

import inspect
import re
from typing import ClassVar

import numpy as np

LINE = re.compile(r"^(\w+)\s+(i1|i4|i8|u8|f8)(?:\[(\d+)\])?\s+(\S.*?)\s*$", re.M)
FIRST_WORD = re.compile(r"^(.*?)\s{2,}(.*)$")


class Table:
    """A group of columns with one row per thing; subclasses list their columns in the docstring.

    Each line of the list reads `name  type  unit  meaning`, where the type is i1, i4, i8, u8 or f8, with a
    number in brackets when the column holds several values a row.
    """

    dtype: ClassVar[np.dtype]
    schema: ClassVar[tuple[tuple[str, str, str, str], ...]]

    def __init_subclass__(cls) -> None:
        fields, schema = [], []
        for name, kind, count, rest in LINE.findall(inspect.cleandoc(cls.__doc__)):
            unit, meaning = FIRST_WORD.match(rest).groups()
            fields.append((name, kind, (int(count),)) if count else (name, kind))
            schema.append((name, kind + (f"[{count}]" if count else ""), unit, meaning))
        cls.dtype, cls.schema = np.dtype(fields), tuple(schema)

    @classmethod
    def rows(cls, n: int) -> np.ndarray:
        """An empty table of `n` rows, all zero."""
        return np.zeros(n, cls.dtype)
