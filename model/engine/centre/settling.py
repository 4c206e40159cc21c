"""A call is over for good."""

from model.compiled import compiled


@compiled
def settle(world, c):
    """A call is over for good: its row is free for another."""
    world.calls[c].next = world.clock.free_call
    world.clock.free_call = c
