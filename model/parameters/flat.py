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
    row = np.zeros(1, PARAMETERS)
    row["seed"] = seed
    for record in flat_records():
        value = values[record.full_name]
        row[record.name] = record.choices.index(value) if record.choices else value
    return row[0]
