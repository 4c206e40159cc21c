"""Morris' sample for elementary effects: paths that change one factor at a time (Morris 1991)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field, field_validator

from experiments.sweep.designs.design import Sampled, unit_problem
from experiments.sweep.factors import Factor

if TYPE_CHECKING:
    import numpy as np


class Morris(Sampled):
    """Trajectories through a grid, each of k + 1 points for k factors.

    Attributes
    ----------
    trajectories : how many; trajectory t (from 0) is drawn from `seed` + t.
    levels : levels of the grid in each factor, an even number.
    seed : seed of the draw.
    """

    nests = "Trajectories may be added: those already run stay."

    trajectories: int = Field(ge=1, le=100_000)
    levels: int = Field(4, ge=2, le=100)

    @field_validator("levels")
    @classmethod
    def _even(cls, levels: int) -> int:
        if levels % 2:
            raise ValueError("an even number, so that steps up and down are equally likely")
        return levels

    def sample(self, n_factors: int) -> "np.ndarray":
        import numpy as np
        from SALib.sample import morris

        problem = unit_problem(n_factors)
        paths = [
            morris.sample(problem, 1, num_levels=self.levels, seed=self.seed + t) for t in range(self.trajectories)
        ]
        return np.concatenate(paths)

    def n_points(self, factors: Sequence[Factor]) -> int:
        return self.trajectories * (len(factors) + 1)
