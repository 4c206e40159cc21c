"""Any of them, each with the same chance: the mailbox samples reps at random (000-26, 000-42)."""

from model.compiled import compiled


@compiled
def anyone(world, pool, u):
    """Any of them, each with the same chance: the mailbox samples reps at random (000-26, 000-42).

    Draws: one, `u`.
    """
    return int(u * world.pools[pool].n_idle)
