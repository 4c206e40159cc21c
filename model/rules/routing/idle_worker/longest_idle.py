"""The one who has been idle longest."""

from model.compiled import compiled


@compiled
def longest_idle(world, pool, u):
    """The one who has been idle longest."""
    first, best = world.pools[pool].first, 0
    for place in range(world.pools[pool].n_idle):
        if world.workers[world.idle[first + place].worker].since < world.workers[world.idle[first + best].worker].since:
            best = place
    return best
