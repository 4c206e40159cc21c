"""Every combination of the levels of all factors."""

import math
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

from experiments.sweep.designs.design import Design, Point
from experiments.sweep.factors import Factor


class Grid(Design):
    """The full grid; the last factor of the file turns fastest."""

    nests = "Levels may be added to a factor, and factors that were held before: combinations already run stay."

    def points(self, factors: Sequence[Factor], folder: Path) -> Iterable[Point]:
        names = [factor.name for factor in factors]
        for values in product(*(factor.grid() for factor in factors)):
            yield dict(zip(names, values, strict=True))

    def n_points(self, factors: Sequence[Factor]) -> int:
        return math.prod(len(factor.grid()) for factor in factors)
