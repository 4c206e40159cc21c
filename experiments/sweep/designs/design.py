"""What a design is: from the factors to points, in an order that stays as the design grows."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from experiments.sweep.factors import Factor

if TYPE_CHECKING:
    import numpy as np

Point = dict[str, Any]
"""From the full name of a parameter to its value at the point."""


class Design(BaseModel, ABC):
    """A choice of points.

    Attributes
    ----------
    nests : one sentence on how a bigger design of this kind contains a smaller one, so that only what is new runs.
    varies : whether it takes the factors of `[vary]`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    nests: ClassVar[str]
    varies: ClassVar[bool] = True

    @classmethod
    def kind(cls) -> str:
        """Name of the design: that of its file."""
        return cls.__module__.rsplit(".", 1)[-1]

    @abstractmethod
    def points(self, factors: Sequence[Factor], folder: Path) -> Iterable[Point]:
        """The points in order; `folder` is where files that the design names are looked for."""

    def n_points(self, factors: Sequence[Factor]) -> int | None:
        """Number of points, known before any of them is made; None if only making them tells."""
        return None


class Sampled(Design):
    """A design drawn from the unit cube, one axis a factor.

    A row of `sample` is a point of the design, in the same order; analysis that needs the places and not the
    values (Sobol' indices, Morris' effects) reads them there.
    """

    seed: int = Field(1, ge=0, lt=2**32)

    @abstractmethod
    def sample(self, n_factors: int) -> "np.ndarray":
        """Places of the points, an array of points × factors of numbers from 0 to 1."""

    def points(self, factors: Sequence[Factor], folder: Path) -> Iterable[Point]:
        for row in self.sample(len(factors)).tolist():
            yield {factor.name: factor.at(u) for factor, u in zip(factors, row, strict=True)}


def unit_problem(n_factors: int) -> dict[str, Any]:
    """The unit cube as SALib wants it described."""
    return {"num_vars": n_factors, "names": [f"x{k}" for k in range(n_factors)], "bounds": [[0.0, 1.0]] * n_factors}
