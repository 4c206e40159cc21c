"""Any of them, by one draw, which is quick in a large centre but lets one more idle person change the choice."""

from model.compiled import compiled
from model.luck import ASSIGN, uniform


@compiled
def at_random(world, pool, key):
    """Any of them, by one draw, which is quick in a large centre but lets one more idle person change the choice.

    Draws: one.
    """
    return int(uniform(world.parameters.seed, ASSIGN, key, 0) * world.pools[pool].n_idle)
