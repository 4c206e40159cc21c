"""What a handout shows: a setting, two or three sliders, and a bet; checked before anything runs."""

from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Any

from experiments.seminar.limits import MOST_REPLICATIONS, Refusal, check_size
from model.scenario import Scenario, nearest

MOST_CELLS = 120
"""Combinations of slider values, each of which is run some times over."""
SLIDERS = (2, 3)


@dataclass(frozen=True)
class Slider:
    """A parameter and the values that a reader may choose; the scenario's own is among them."""

    name: str
    values: list[Any]


@dataclass(frozen=True)
class Bet:
    """Two designs, given as changes, and the measure whose difference is bet on."""

    a: dict[str, Any]
    b: dict[str, Any]
    measure: str
    question: str


@dataclass(frozen=True)
class Handout:
    """Everything that decides what a handout holds.

    Attributes
    ----------
    base : the setting, with the changes that hold throughout.
    changes : these changes.
    title, text : heading, and paragraphs of text.
    sliders, bet : what can be moved and what is bet on.
    of_interest : names of measures to show beside the one that is bet on, the first of them that apply.
    replications : runs of each combination and of each design of the bet.
    seed : of the first replication, and of the run that is shown day by day.
    """

    base: Scenario
    changes: dict[str, Any]
    title: str
    text: list[str]
    sliders: list[Slider]
    bet: Bet
    of_interest: list[str]
    replications: int = 5
    seed: int = 1
    cells: list[dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        check(self)
        names = [slider.name for slider in self.sliders]
        cells = product(*(slider.values for slider in self.sliders))
        object.__setattr__(self, "cells", [dict(zip(names, values, strict=True)) for values in cells])


def check(asked: Handout) -> None:
    """Refuse what cannot be shown, before anything runs."""
    from model.measures import MEASURES

    names = [slider.name for slider in asked.sliders]
    n_cells = prod(len(slider.values) for slider in asked.sliders)
    if not SLIDERS[0] <= len(names) <= SLIDERS[1] or len(set(names)) < len(names):
        there = ", ".join(names) or "none"
        raise Refusal(f"A handout has two or three sliders, each of another parameter; there are {there}.")
    if n_cells > MOST_CELLS:
        raise Refusal(f"The sliders have {n_cells} combinations, and {MOST_CELLS} at most; give them fewer values.")
    if not 2 <= asked.replications <= MOST_REPLICATIONS:
        raise Refusal(f"--replications is {asked.replications}; it must be from 2 to {MOST_REPLICATIONS}.")
    if asked.bet.measure not in MEASURES:
        raise Refusal(
            f"There is no measure {asked.bet.measure!r}{nearest(asked.bet.measure, MEASURES)}; `desksales measures` "
            "lists them all."
        )
    for slider in asked.sliders:
        if len(slider.values) < 2:
            raise Refusal(f"The slider {slider.name} has one value; give it two or more.")
        for value in slider.values:
            check_size(asked.base.changed({slider.name: value}))
    if asked.base.changed(asked.bet.a).values() == asked.base.changed(asked.bet.b).values():
        raise Refusal("Designs A and B of the bet are the same; give at least one of them a change of its own.")
    check_size(asked.base)
