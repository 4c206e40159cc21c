"""Any of them, each with the same chance: the mailbox samples reps at random (000-26, 000-42)."""

from model.compiled import compiled
from model.luck import ASSIGN, scramble, stream


@compiled
def anyone(world, pool, key):
    """Any of them, each with the same chance: the mailbox samples reps at random (000-26, 000-42).

    Whoever draws the lowest number for this issue, so that one more idle person changes the choice only by being
    chosen. Draws: one for each idle person, from the issue's stream.
    """
    first, start = world.pools[pool].first, stream(world.parameters.seed, ASSIGN, key)
    best, least = 0, start
    for place in range(world.pools[pool].n_idle):
        number = scramble(start, world.idle[first + place].id)
        if place == 0 or number < least:
            best, least = place, number
    return best
