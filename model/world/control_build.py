"""Build what offers and control need: products, customers' profiles, teams in a programme, people's figures."""

from typing import TYPE_CHECKING

import numpy as np

from model.luck import TRIAL, uniforms
from model.world import control, offers
from model.world.posts import posts
from model.world.shifts import shifts

if TYPE_CHECKING:
    from model.scenario import Scenario

STARS = 5
BYTES_PER_CUSTOMER = offers.Profiles.dtype.itemsize
BYTES_PER_TASTE = offers.Tastes.dtype.itemsize


def offer_tables(scenario: "Scenario", n_customers: int, n_calls: int) -> dict[str, np.ndarray]:
    """Tables of offers by name, all empty for an organisation without products."""
    n = len(scenario.products)
    tables = {
        "products": offers.Products.rows(n),
        "tastes": offers.Tastes.rows(n * n_customers),
        "profiles": offers.Profiles.rows(n_customers if n else 0),
        "pitches": offers.Pitches.rows(n_calls if n else 0),
        "offer_days": offers.OfferDays.rows(scenario.run.days if n else 0),
    }
    for row, about in zip(tables["products"], scenario.products.values(), strict=True):
        for name in ("appeal", "value", "profit", "points", "universal"):
            row[name] = getattr(about, name)
    if n:
        tables["products"]["stars"] = stars(tables["products"]["profit"])
        tables["profiles"]["enriched"] = enriched(scenario, n_customers)
        tables["profiles"]["epoch"] = -1
    return tables


def stars(profit: np.ndarray) -> np.ndarray:
    """One to five stars for each product, in equal steps of its profit up to the highest (001-21)."""
    return np.maximum(1, np.ceil(STARS * profit / max(profit.max(), 1e-9))).astype(np.int8)


def enriched(scenario: "Scenario", n_customers: int) -> np.ndarray:
    """Whose profile is enriched: so many customers, spread evenly over all of them (001-18)."""
    n = scenario.offers.enriched_customers
    if n == 0:
        return np.zeros(n_customers, np.int8)
    share = min(1.0, max(1, round(n * scenario.routing.scale)) / n_customers)
    return np.diff(np.floor(np.arange(n_customers + 1) * share)).astype(np.int8)


def control_tables(scenario: "Scenario", seed: int) -> dict[str, np.ndarray]:
    """Tables of control by name, all empty unless figures are kept."""
    kept = scenario.control.figures_kept and len(scenario.groups) > 0
    desk = posts(scenario)
    n = len(desk.team) if kept else 0
    tables = {
        "figures": control.Figures.rows(n),
        "teams": control.Teams.rows(desk.n_teams if kept else 0),
        "control_days": control.ControlDays.rows(scenario.run.days if kept else 0),
    }
    if kept:
        hours = shifts(scenario)
        tables["figures"]["hours"] = (hours.length * hours.availability)[:n] / 60.0
        tables["teams"]["n_people"] = np.bincount(desk.team, minlength=desk.n_teams)
        tables["teams"]["first"] = np.searchsorted(desk.team, np.arange(desk.n_teams))
        tables["teams"]["trial"] = in_trial(seed, desk.n_teams, scenario.control.trial_share)
        tables["teams"]["level"] = scenario.control.control_initial
        tables["teams"]["press"] = scenario.control.press_initial
    return tables


def in_trial(seed: int, n_teams: int, share: float) -> np.ndarray:
    """Which teams take part in the programme: a share of them, drawn by lot (001-36). Draws: one a team."""
    lots = uniforms(seed, TRIAL, np.arange(n_teams), 0)
    return (np.argsort(np.argsort(lots)) < round(share * n_teams)).astype(np.int8)
