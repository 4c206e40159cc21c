"""The one who has been idle longest."""

from model.compiled import compiled


@compiled
def longest_idle(world, pool, key):
    """The one who has been idle longest."""
    first, best = world.pools[pool].first, 0
    for place in range(world.pools[pool].n_idle):
        waiting, longest = world.idle[first + place].worker, world.idle[first + best].worker
        if world.workers[waiting].idle_since < world.workers[longest].idle_since:
            best = place
    return best
