"""The call waits for the salesperson who owns the account."""

from model.compiled import compiled


@compiled
def owner(world, salesperson):
    """The call waits for the salesperson who owns the account."""
    return world.workers[salesperson].line
