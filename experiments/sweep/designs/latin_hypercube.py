"""Latin hypercubes: in every stratum of every factor exactly one point (McKay, Beckman & Conover 1979)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from experiments.sweep.designs.design import Sampled
from experiments.sweep.factors import Factor

if TYPE_CHECKING:
    import numpy as np


class LatinHypercube(Sampled):
    """One or several Latin hypercubes, one after the other.

    Attributes
    ----------
    n : points of each hypercube, which is also the number of strata.
    blocks : how many hypercubes; block k (from 0) is drawn from `seed` + k.
    seed : seed of the draw; it has nothing to do with the seeds of the runs.
    """

    nests = "Blocks may be added: each is a hypercube of its own. A change of n is another design."

    n: int = Field(ge=1, le=1_000_000)
    blocks: int = Field(1, ge=1, le=10_000)

    def sample(self, n_factors: int) -> "np.ndarray":
        import numpy as np
        from scipy.stats.qmc import LatinHypercube as Hypercube

        blocks = [Hypercube(n_factors, rng=self.seed + k).random(self.n) for k in range(self.blocks)]
        return np.concatenate(blocks)

    def n_points(self, factors: Sequence[Factor]) -> int:
        return self.n * self.blocks
