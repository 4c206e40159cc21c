"""Saltelli's sample, from which Sobol' indices are estimated (Saltelli 2002; Saltelli et al. 2010)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field, field_validator

from experiments.sweep.designs.design import Sampled, unit_problem
from experiments.sweep.factors import Factor

if TYPE_CHECKING:
    import numpy as np


class Saltelli(Sampled):
    """Base points of a Sobol' sequence, each followed by the points that exchange one factor.

    Attributes
    ----------
    n : base points, a power of two; the sample has n · (k + 2) points for k factors, n · (2k + 2) with second order.
    second_order : add the points that interactions of two factors need.
    seed : seed of the scrambling.
    """

    nests = "n may be doubled: the blocks of the first base points stay the same."

    n: int = Field(ge=2, le=2**20)
    second_order: bool = False

    @field_validator("n")
    @classmethod
    def _power_of_two(cls, n: int) -> int:
        if n & (n - 1):
            raise ValueError("a power of two, such as 64 or 128")
        return n

    def sample(self, n_factors: int) -> "np.ndarray":
        from SALib.sample import sobol

        return sobol.sample(
            unit_problem(n_factors), self.n, calc_second_order=self.second_order, scramble=True, seed=self.seed
        )

    def n_points(self, factors: Sequence[Factor]) -> int:
        return self.n * ((2 if self.second_order else 1) * len(factors) + 2)
