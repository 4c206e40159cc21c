"""Contact books for all who read a run: the pages that are in use, as they are once they have been brought up to date.

The engine brings a page up to date when somebody opens it (see `engine/books.py`); here that is done for whoever looks
on, in a copy, so that looking changes nothing.
"""

from collections.abc import Callable

import numpy as np

from model.compiled import plain
from model.world.fading import faded_favours, faded_value
from model.world.world import World


def rows_in_books(world: World) -> tuple[np.ndarray, np.ndarray]:
    """Rows of all ties in contact books, page by page, and the page of each: salesperson · number of units + unit."""
    return _rows_on(world, np.arange(len(world.books)))


def ties_in_books(world: World) -> tuple[np.ndarray, np.ndarray]:
    """All ties in contact books, page by page, and the page of each."""
    return ties_on(world, np.arange(len(world.books)))


def ties_on(world: World, pages: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Ties on some pages, one page after another, and the page of each."""
    rows, its = _rows_on(world, pages)
    ties = world.ties[rows]
    prior, forgetting = world.parameters["prior_value"], world.parameters["forgetting"]
    if forgetting > 0.0:
        ties["value"] = _faded(world, its, ties["value"], lambda value: plain(faded_value)(value, prior, forgetting))
    return ties, its


def details_in_books(world: World) -> np.ndarray:
    """The details of all ties in contact books, in the same order."""
    rows, its = _rows_on(world, np.arange(len(world.books)))
    details = world.tie_details[rows]
    fading = world.parameters["debt_fading"]
    if world.parameters["p_favour"] > 0.0:
        details["owed"] = _faded(world, its, details["owed"], lambda owed: plain(faded_favours)(owed, fading))
    return details


def _rows_on(world: World, pages: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    sizes = world.books["n"][pages].astype(int)
    behind = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    its = np.repeat(pages, sizes)
    return world.books["first"][its] + behind, its


def _faded(world: World, pages: np.ndarray, values: np.ndarray, law: Callable) -> np.ndarray:
    """What is left of values after each of the days since their page was up to date, by the law of a day."""
    days = int(world.clock["day"]) - world.books["faded"][pages].astype(int)
    order = np.argsort(-days, kind="stable")  # the longest behind first, so that those still behind stand in front
    left, days = values[order], days[order]
    for day in range(days[0] if len(days) else 0):
        n_behind = np.searchsorted(-days, -day)
        left[:n_behind] = law(left[:n_behind])
    faded = np.empty_like(values)
    faded[order] = left
    return faded


def names_known(world: World) -> np.ndarray:
    """Which salesperson knows the name of which rep, (salespeople, reps) bool (000-35)."""
    known = np.zeros((len(world.salespeople), len(world.reps)), bool)
    ties, pages = ties_in_books(world)
    known[pages // len(world.units), ties["rep"]] = ties["known"] == 1
    return known
