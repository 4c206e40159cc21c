"""The call waits in one queue for whoever is free first."""

from model.compiled import compiled


@compiled
def pooled(world, salesperson):
    """The call waits in one queue for whoever is free first."""
    return world.pools[world.workers[salesperson].pool].queue
