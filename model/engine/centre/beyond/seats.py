"""Seats that are fewer than the people who come to work at the same time (001-02)."""

from model.compiled import compiled
from model.world.codes import NOBODY

WITHOUT_SEAT, SEAT_FOUND = 3, 4
"""States of being away (`Workers.away`): at work but waiting for a seat, and about to take one."""


@compiled
def finds_seat(world, worker):
    """Somebody comes to work and takes a seat, or waits until one is free (001-02). Returns 1 or 0."""
    if len(world.floor) == 0:
        return 1
    floor = world.floor[0]
    if floor.taken < floor.seats:
        floor.taken += 1
        return 1
    floor.n_waits += 1
    world.workers[worker].away = WITHOUT_SEAT
    world.workers[worker].since = world.clock.now
    return 0


@compiled
def seat_left(world):
    """Somebody's shift is over, and the seat is free: whoever has waited longest for one takes it (001-02).

    Returns that person, or nobody.
    """
    if len(world.floor) == 0:
        return NOBODY
    floor = world.floor[0]
    first = NOBODY
    for post in range(len(world.salespeople)):
        row = world.workers[post]
        if row.away == WITHOUT_SEAT and (first == NOBODY or row.since < world.workers[first].since):
            first = post
    if first == NOBODY:
        floor.taken -= 1
    else:
        floor.minutes += world.clock.now - world.workers[first].since
        world.workers[first].away = SEAT_FOUND
    return first


@compiled
def stop_waiting(world, worker):
    """A shift ends before a seat was free."""
    world.floor[0].minutes += world.clock.now - world.workers[worker].since
