"""Always the first on the list: one dedicated reader as long as that person is free (000-42)."""

from model.compiled import compiled


@compiled
def always_first(world, pool, key):
    """Always the first on the list: one dedicated reader as long as that person is free (000-42)."""
    first, best = world.pools[pool].first, 0
    for place in range(world.pools[pool].n_idle):
        if world.idle[first + place].worker < world.idle[first + best].worker:
            best = place
    return best
