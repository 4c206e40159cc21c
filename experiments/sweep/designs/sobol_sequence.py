"""Sobol's sequence, scrambled: points that fill the space evenly however many are taken (Sobol' 1967; Owen 1998)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from experiments.sweep.designs.design import Sampled
from experiments.sweep.factors import Factor

if TYPE_CHECKING:
    import numpy as np


class SobolSequence(Sampled):
    """The first points of a scrambled Sobol' sequence; best balanced when `n` is a power of two.

    Attributes
    ----------
    n : number of points.
    seed : seed of the scrambling; it has nothing to do with the seeds of the runs.
    """

    nests = "n may grow: the first points stay the same."

    n: int = Field(ge=1, le=2**20)

    def sample(self, n_factors: int) -> "np.ndarray":
        from scipy.stats.qmc import Sobol

        power = (self.n - 1).bit_length()
        return Sobol(n_factors, scramble=True, rng=self.seed).random_base2(power)[: self.n]

    def n_points(self, factors: Sequence[Factor]) -> int:
        return self.n
