"""The compliance network: who stands in whose contact book, as it emerges."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from experiments.claims.claim import Claim, Prediction, Quantity, difference
from model.scenario import Scenario
from model.simulation import simulate
from model.world.books import ties_in_books
from model.world.world import World

DAYS = (20, 60, 120, 250)
SHUFFLES = 200


def in_books(world: World, scenario: Scenario) -> np.ndarray:
    """Which reps stand in which contact book, (salespeople, reps) bool: experienced, from the threshold on (000-35)."""
    stands = np.zeros((len(world.salespeople), len(world.reps)), bool)
    ties, pages = ties_in_books(world)
    listed = (ties["known"] == 1) & (ties["n"] > 0) & (ties["value"] >= scenario.learning.book_threshold)
    stands[pages[listed] // len(world.units), ties["rep"][listed]] = True
    return stands


def centralisation(degree: np.ndarray, n_sellers: int) -> float:
    """Freeman's centralisation of two-mode in-degree: Σ (max d − d_i) / ((R − 1) S), 0 all alike, 1 one rep alone."""
    return float((degree.max() - degree).sum() / ((len(degree) - 1) * n_sellers))


def beyond_chance(stands: np.ndarray, n_units: int, seed: int) -> float:
    """Centralisation within units, mean over these, less that of books as full whose names are drawn at random.

    A salesperson has as many names of a unit in the drawn book as in the true one (mean of `SHUFFLES` drawings).
    """
    n_sellers = len(stands)
    true = stands.reshape(1, n_sellers, n_units, -1)
    ranks = np.random.default_rng(seed).random((SHUFFLES, *true.shape[1:])).argsort(axis=3)
    drawn = ranks < true.sum(axis=3)[..., None]
    return within_units(true) - within_units(drawn)


def within_units(stands: np.ndarray) -> float:
    """Mean centralisation over the units of networks, (networks, salespeople, units, reps of a unit) bool."""
    n_sellers, degrees = stands.shape[1], stands.sum(axis=1)
    each = degrees.reshape(-1, degrees.shape[-1])
    return float(np.mean([centralisation(degree, n_sellers) for degree in each]))


def network(scenario: Scenario, seed: int) -> Mapping[str, float]:
    """How central few reps are at the end of a run, how much of that is not chance, and how many edges there are."""
    world = simulate(scenario, seed).world
    stands = in_books(world, scenario)
    central = centralisation(stands.sum(axis=0), len(stands))
    beyond = beyond_chance(stands, scenario.people.units, seed)
    return {"centralisation": central, "beyond_chance": beyond, "edges": float(stands.sum())}


def snapshots(scenarios: Mapping[str, Scenario], seeds: int) -> list[dict[str, Any]]:
    """Edges of the first run at the end of each of four days: day, salesperson, rep, unit and the rep's disposition."""
    rows = []
    for day in DAYS:
        scenario = scenarios[f"day {day}"]
        world = simulate(scenario, 1).world
        for seller, rep in zip(*np.nonzero(in_books(world, scenario)), strict=True):
            rows.append({"day": day, "salesperson": int(seller), "rep": int(rep)})
    return rows


def reps(scenarios: Mapping[str, Scenario], seeds: int) -> list[dict[str, Any]]:
    """Reps of the first run: number, unit, disposition."""
    world = simulate(scenarios[f"day {DAYS[-1]}"], 1, until_day=0).world
    return [
        {"rep": row, "unit": int(unit), "disposition": f"{disposition:.4g}"}
        for row, (unit, disposition) in enumerate(zip(world.reps["unit"], world.reps["disposition"], strict=True))
    ]


CLAIM = Claim(
    title="The compliance network emerges",
    sentence=(
        "Nobody draws it up, and reps have nothing to gain by it, and yet over a year contact books come to centre "
        "on few reps; without names on completion notices they do not."
    ),
    rows=("000-34", "000-35", "000-43", "C4"),
    source="000",
    falsifier=(
        "The network is no more centralised at the end of the year than on day 20, or as much so with anonymous "
        "notices, or no more than if books as full named reps at random."
    ),
    scenario="mtel",
    arms={f"day {day}": {"run.days": day} for day in DAYS}
    | {"day 250, anonymous": {"channels.completion_notice_names_rep": False}},
    quantities=(
        Quantity("centralisation", "centralisation of contact books", "0 to 1"),
        Quantity("beyond_chance", "the same within units, beyond chance", "0 to 1"),
        Quantity("edges", "reps in contact books", "edges"),
    ),
    observe=network,
    extra={"edges": snapshots, "reps": reps},
    drawing="network",
    predictions=(
        difference("centralisation", "day 250", "day 20", 0.1, "the year makes the network more centralised"),
        difference("centralisation", "day 250", "day 250, anonymous", 0.1,
                   "anonymous notices leave it without a centre"),
        Prediction("beyond_chance", "within units it is more centralised than books as full with names at random",
                   {"day 250": 1.0}, ">", 0.05),
    ),
    revised=(
        "The third prediction was missing: full books have a larger highest degree by chance alone, and an empty "
        "network, as on day 20 or with anonymous notices, has no centre whatever the reps are like."
    ),
    finding=(
        "Contact books do fill, from nothing, and rather with obliging reps (claim 9 shows how far they follow "
        "disposition). But most of the centre that they come to have is that of some units, whose reps are all in many "
        "books, and of chance: within a unit they centre on few reps hardly more than books as full do anyway."
    ),
)  # fmt: skip
