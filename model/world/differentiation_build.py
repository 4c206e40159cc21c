"""Build what a centre needs to tell its customers apart; all tables stay empty where a scenario does not do so."""

from typing import TYPE_CHECKING

import numpy as np

from model.parameters import THEMES
from model.parameters.segments import KINDS, Segment
from model.world import differentiation as tables
from model.world.codes import MODERATE, NOBODY
from model.world.posts import posts

if TYPE_CHECKING:
    from model.scenario import Scenario

NEEDED_BY = ("segmentation", "menu", "supervision", "availability", "conversation", "indicators")
"""Themes that need these tables as soon as one of their values is not the default."""


def uses(scenario: "Scenario") -> bool:
    """Whether a scenario tells customers apart, or uses one of the themes that need these tables."""
    if not scenario.groups:
        return False
    differs = any(getattr(scenario, theme) != THEMES[theme]() for theme in NEEDED_BY)
    return differs or any(segment.kind != "other" for segment in scenario.segments.values())


def differentiation_tables(scenario: "Scenario", first_of_segments: np.ndarray) -> dict[str, np.ndarray]:
    """Tables of a centre's differentiation by name.

    Parameters
    ----------
    scenario : the scenario.
    first_of_segments : first customer of each segment, and the number of customers at the end.
    """
    used = uses(scenario)
    segments = (list(scenario.segments.values()) or [Segment()]) if used else []
    desk = posts(scenario)
    n_people, n_teams, n_groups = len(desk.group), desk.n_teams, len(scenario.groups)
    reviews = scenario.run.days // scenario.incentives.review_days + 1
    size = len(segments)
    made = {
        "segments": tables.Segments.rows(size),
        "records": tables.Records.rows(int(first_of_segments[-1]) if used else 0),
        "lines": tables.Lines.rows(len(_motives(scenario)) * (size + 1) if used else 0),
        "beliefs": tables.Beliefs.rows(n_people * size),
        "team_beliefs": tables.TeamBeliefs.rows(n_teams * size),
        "sellers": tables.Sellers.rows(n_people if used else 0),
        "bonus_groups": tables.BonusGroups.rows(n_groups if used else 0),
        "bonus_periods": tables.BonusPeriods.rows(reviews * n_groups if used else 0),
        "line_hours": tables.LineHours.rows(len(scenario.streams) * tables.PARTS if used else 0),
        "group_hours": tables.GroupHours.rows(n_groups * tables.PARTS if used else 0),
    }
    for row, about in zip(made["segments"], segments, strict=True):
        for name in ("bill_mean", "bill_cv", "p_incident", "p_falling", "p_listed", "churn_per_year", "interest",
                     "stereotype"):  # fmt: skip
            row[name] = getattr(about, name)
        row["kind"] = KINDS.index(about.kind)
    if used:
        made["segments"]["n_customers"] = np.diff(first_of_segments)
        made["records"]["segment"] = np.repeat(np.arange(size), np.diff(first_of_segments))
        made["records"]["observed"] = made["records"]["segment"]
        made["records"]["corrected"] = NOBODY
        made["lines"]["stream"] = _lines(scenario, made["segments"]["kind"])
        for name, target in (("products", "products"), ("handled", "handled"), ("captured", "information")):
            made["bonus_groups"][name] = getattr(scenario.indicators, f"target_{target}")
    return made


def _motives(scenario: "Scenario") -> list[str]:
    """Motives in the order in which the streams name them."""
    return list(dict.fromkeys(stream.motive for stream in scenario.streams.values()))


def _lines(scenario: "Scenario", kinds: np.ndarray) -> np.ndarray:
    """Stream of each motive and observed segment; who is not identified is treated as Moderate, else as the first."""
    segments = list(scenario.segments) or ["all"]
    moderate = int(np.flatnonzero(kinds == MODERATE)[0]) if (kinds == MODERATE).any() else 0
    places = {(about.motive, about.segment): s for s, about in enumerate(scenario.streams.values())}
    if not scenario.segments:
        places = {(about.motive, "all"): s for s, about in enumerate(scenario.streams.values())}
    named = [*segments, segments[moderate]]
    return np.array([places.get((motive, segment), NOBODY) for motive in _motives(scenario) for segment in named])
