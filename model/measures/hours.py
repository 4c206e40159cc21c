"""Waits and idleness of the segments' lines and units over the day, as rows."""

from typing import Any

import numpy as np

from model.measures.differentiation import group_kinds
from model.measures.view import View
from model.parameters.segments import KINDS
from model.world.differentiation import PARTS


def hours_by_segment(world, scenario) -> list[dict[str, Any]]:
    """One record for each kind of segment that has lines, and part of the day; none where customers are not told apart.

    Columns: `segment`, `part` (from 0), `hour` (hours since the start of the day, middle of the part), `n_answered`,
    `wait_minutes` (mean over calls answered that came in the part), `n_left`, `waiting` (callers, mean over rounds),
    `idle` and `present` (people, mean over rounds; None without rounds).
    """
    if not len(world.line_hours):
        return []
    lines = world.segments["kind"][world.streams["segment"]]
    groups = group_kinds(View(world, scenario))
    line_hours, group_hours = (table.reshape(-1, PARTS) for table in (world.line_hours, world.group_hours))
    rounds = group_hours["n_rounds"][0]
    records = []
    for kind in np.unique(lines):
        calls, people = line_hours[lines == kind], group_hours[groups == kind]
        for part in range(PARTS):
            n, seen = int(calls["n"][:, part].sum()), int(rounds[part])
            records.append({
                "segment": KINDS[kind], "part": part,
                "hour": (part + 0.5) * scenario.run.day_minutes / 60.0 / PARTS,
                "n_answered": n, "wait_minutes": float(calls["waited"][:, part].sum() / n) if n else None,
                "n_left": int(calls["n_left"][:, part].sum()),
                "waiting": float(calls["waiting"][:, part].sum() / seen) if seen else None,
                "idle": float(people["idle"][:, part].sum() / seen) if seen else None,
                "present": float(people["present"][:, part].sum() / seen) if seen else None,
            })  # fmt: skip
    return records
