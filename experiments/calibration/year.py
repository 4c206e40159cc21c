"""One year under parameters that were drawn, and the few measures that a calibration looks at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np

from experiments.calibration.patterns import RUNAWAY
from experiments.calibration.priors import Prior
from model.measures import MEASURES, View
from model.scenario import Scenario, load_scenario
from model.simulation import OPENING, engine_for
from model.world.build import build

SEED = "seed"
MOST_SEED = 2**31 - 1
"""Seeds of years are whole numbers below this."""


@dataclass(frozen=True)
class Year:
    """A model as samplers know it: from scores drawn, by name of parameter, to measures by name.

    Attributes
    ----------
    scenario : name of the scenario. `changes` : what differs from it in every year.
    priors : what is drawn. `measures` : what is looked at.
    """

    scenario: str
    priors: tuple[Prior, ...]
    measures: tuple[str, ...]
    changes: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __call__(self, drawn: Mapping[str, float]) -> dict[str, float]:
        """Measures of one year, with its seed and whether it ran away. Draws: the seed, from NumPy's global stream."""
        seed = int(np.random.randint(MOST_SEED))
        return self.under(self.values(drawn), seed)

    def values(self, drawn: Mapping[str, float]) -> dict[str, float | int]:
        """Values of the parameters for scores drawn."""
        return {prior.name: prior.value(drawn[prior.name]) for prior in self.priors}

    def under(self, values: Mapping[str, Any], seed: int) -> dict[str, float]:
        """Measures of the year with these values and this seed; the same as those of `simulate`, in less time."""
        scenario = _scenario(self.scenario).changed({**self.changes, **values})
        world = build(scenario, seed, False)
        view = View(engine_for().run(world, max(scenario.run.days * scenario.run.day_minutes, OPENING)), scenario)
        names = dict.fromkeys([*self.measures, RUNAWAY])
        return {name: float(MEASURES[name].function(view)) for name in names} | {SEED: float(seed)}


@cache
def _scenario(name: str) -> Scenario:
    return load_scenario(name)
