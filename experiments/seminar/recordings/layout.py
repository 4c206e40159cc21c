"""Where everybody stands on the screen: by team, unit or group, once and for all, so that a picture never jumps.

Front-line people stand on the left in rings, a ring a team; service units on the right, each around its bucket; the
streams of a centre on the right in a column. Places depend on headcounts alone.
"""

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from model.story.names import name_of_post, name_of_unit

if TYPE_CHECKING:
    from model.scenario import Scenario
    from model.world.world import World

WIDTH, LEAST_HEIGHT = 1000.0, 700.0
ROW = 130.0
"""Least height of a row of groups, so that neither names nor rings run into each other."""
MARGIN = 20.0


def kind_of(scenario: "Scenario") -> str:
    """What the page shows: a desk with units, a centre with streams, or a textbook queue."""
    return "queue" if scenario.vocabulary else "centre" if scenario.streams else "desk"


def layout_of(world: "World", scenario: "Scenario") -> dict[str, Any]:
    """Places of people, units and streams (see PROTOCOL.md, Layout)."""
    kind = kind_of(scenario)
    n_front, n_units = len(world.salespeople), len(world.units)
    until = 0.43 if n_units else 0.74 if len(world.streams) else 1.0
    member = world.advisors["group"] if len(world.groups) else world.salespeople["team"]
    front = _Side(np.asarray(member), 0.0, WIDTH * until, 1.0)
    back = _Side(np.asarray(world.reps["unit"]), WIDTH * 0.46, WIDTH, 1.5)
    height = max(LEAST_HEIGHT, 2 * MARGIN + ROW * max(front.rows, back.rows), 2 * MARGIN + 50.0 * len(world.streams))
    front.spread(height)
    back.spread(height)
    labels = [_title(name) for name in scenario.groups] or [f"Team {team + 1}" for team in range(front.n)]
    groups = front.groups("group" if scenario.groups else "team", labels)
    groups += back.groups("unit", [name_of_unit(unit) for unit in range(n_units)])
    role = "salesperson" if kind == "desk" else "advisor"
    people = [*_people(front, role, "salesperson", 0), *_people(back, "rep", "rep", front.n)]
    return {
        "width": int(WIDTH), "height": int(height), "n_front": n_front, "people": people,
        "places": _places(world, scenario, back, front.n, height), "groups": groups,
    }  # fmt: skip


class _Side:
    """A part of the screen with groups in a grid and the members of each in a ring, or in two.

    Parameters
    ----------
    member : (people,) group of each.
    left, right : where the part begins and ends.
    wide : how much wider than high the cell of a group should be, so that its name finds room.
    """

    def __init__(self, member: np.ndarray, left: float, right: float, wide: float) -> None:
        self.member = member
        self.n = int(member.max()) + 1 if len(member) else 0
        self._left, self._width = left + MARGIN, right - left - 2 * MARGIN
        self._columns = max(1, round(math.sqrt(self.n * self._width / (wide * LEAST_HEIGHT))))
        self.rows = -(-self.n // self._columns)
        self.radius, self.centres = 0.0, []

    def spread(self, height: float) -> None:
        """Place the groups over the height of the screen."""
        wide, high = self._width / self._columns, (height - 2 * MARGIN) / max(1, self.rows)
        self.radius = 0.42 * min(wide, high)
        self.centres = [
            (self._left + (g % self._columns + 0.5) * wide, MARGIN + (g // self._columns + 0.5) * high)
            for g in range(self.n)
        ]

    def groups(self, kind: str, labels: list[str]) -> list[dict[str, Any]]:
        return [
            {"kind": kind, "label": label, "x": round(x, 1), "y": round(y, 1), "radius": round(self.radius, 1)}
            for label, (x, y) in zip(labels, self.centres, strict=True)
        ]

    def place(self, row: int) -> tuple[float, float]:
        """Where a member stands: evenly around the centre of the group, in rings of at most 24."""
        group = int(self.member[row])
        mates = np.flatnonzero(self.member == group)
        number, size = int(np.searchsorted(mates, row)), len(mates)
        rings = -(-size // 24)
        ring, in_ring = number % rings, -(-size // rings)
        radius = self.radius * (0.78 if rings == 1 else 0.35 + 0.55 * (ring + 1) / rings)
        angle = 2.0 * math.pi * (number // rings + 0.5 * (ring % 2)) / in_ring - math.pi / 2.0
        x, y = self.centres[group]
        return round(x + radius * math.cos(angle), 1), round(y + radius * math.sin(angle), 1)


def _people(side: _Side, role: str, kind: str, first_group: int) -> list[dict[str, Any]]:
    people = []
    for row, group in enumerate(side.member.tolist()):
        x, y = side.place(row)
        name = name_of_post(kind, row, 0, len(side.member))
        people.append(
            {"x": x, "y": y, "role": role, "group": first_group + group, "name": name, "post": f"{role} {row}"}
        )
    return people


def _places(
    world: "World", scenario: "Scenario", back: _Side, first_group: int, height: float
) -> list[dict[str, Any]]:
    """Where things wait for whoever is free: a unit's bucket and mailbox, a stream's calls, the desk's shared calls."""
    places = [
        {"x": round(x, 1), "y": round(y, 1), "kind": "unit", "label": name_of_unit(unit), "group": first_group + unit}
        for unit, (x, y) in enumerate(back.centres)
    ]
    streams = [_title(name) for name in scenario.streams]
    step = (height - 2 * MARGIN) / max(1, len(streams))
    places += [
        {"x": round(WIDTH * 0.87, 1), "y": round(MARGIN + (number + 0.5) * step, 1), "kind": "stream", "label": label,
         "group": -1}
        for number, label in enumerate(streams)
    ]  # fmt: skip
    if scenario.people.call_routing == "pooled" and not streams:
        places.append({"x": WIDTH / 2.0, "y": height / 2.0, "kind": "desk", "label": "Calls waiting", "group": -1})
    return places


def _title(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
