"""The pages of contact books that are in use, for all who read a run."""

import numpy as np

from model.world.world import World


def rows_in_books(world: World) -> tuple[np.ndarray, np.ndarray]:
    """Rows of all ties in contact books, page by page, and the page of each: salesperson · number of units + unit."""
    sizes = world.books["n"]
    pages = np.repeat(np.arange(len(sizes)), sizes)
    behind = np.arange(len(pages)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return world.books["first"][pages] + behind, pages


def ties_in_books(world: World) -> tuple[np.ndarray, np.ndarray]:
    """All ties in contact books, page by page, and the page of each."""
    rows, pages = rows_in_books(world)
    return world.ties[rows], pages


def names_known(world: World) -> np.ndarray:
    """Which salesperson knows the name of which rep, (salespeople, reps) bool (000-35)."""
    known = np.zeros((len(world.salespeople), len(world.reps)), bool)
    ties, pages = ties_in_books(world)
    known[pages // len(world.units), ties["rep"]] = ties["known"] == 1
    return known
