"""All parameters in one row of numbers, as the engine reads them."""

from functools import cache
from typing import Any, Protocol

import numpy as np

from model.parameters import CHANNELS, catalogue
from model.parameters.record import Record

TYPES = {bool: "i1", int: "i8", float: "f8", str: "i8"}


@cache
def flat_records() -> tuple[Record, ...]:
    """Records of the parameters that stand in the row: all but channels (a table of their own) and lists."""
    return tuple(r for r in catalogue().values() if r.group not in CHANNELS and r.kind is not list)


PARAMETERS = np.dtype([("seed", "u8"), *((r.name, TYPES[r.kind]) for r in flat_records())], align=True)
"""Type of the row: the seed and each parameter by its own name (names are unique across groups)."""


class Values(Protocol):
    """Something that gives a parameter's value by full name, such as a scenario."""

    def __getitem__(self, full_name: str) -> Any: ...


def parameter_row(values: Values, seed: int) -> np.void:
    """The row for a run; a rule stands as the number of its alternative."""
    numbers = [choices.index(values[name]) if choices else values[name] for name, choices in _columns()]
    return np.array([(seed, *numbers)], PARAMETERS)[0]


@cache
def _columns() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Full name and choices of every parameter in the row."""
    return tuple((record.full_name, record.choices) for record in flat_records())
