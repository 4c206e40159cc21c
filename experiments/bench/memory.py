"""How far away memory is: the time to reach a row whose place the row before tells, by the size of the table."""

from time import perf_counter

import numba
import numpy as np

LINE = 8
"""Whole numbers in a line of the processor's cache."""
NEAR, FAR = 0.5, 64.0
"""Megabytes of a table that stays near the processor, and of one that does not."""
STEPS = 1_000_000
ROUNDS = 3


def nanoseconds_to_reach(megabytes: float) -> float:
    """Time to reach one row of a table of a size (MB), from a row anywhere in it; the best of some rounds."""
    n = int(megabytes * 1e6 / (8 * LINE))
    order = np.random.default_rng(1).permutation(n)
    table = np.zeros(n * LINE, np.int64)
    table[order * LINE] = np.roll(order, -1) * LINE
    _walk(table, 1000)
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        _walk(table, STEPS)
        taken.append(perf_counter() - start)
    return 1e9 * min(taken) / STEPS


@numba.njit
def _walk(table, steps):
    place = 0
    for _ in range(steps):
        place = table[place]
    return place
