"""A small claim on a small desk, in runs of some milliseconds."""

from typing import Any

from experiments.claims.budgets import Budget
from experiments.claims.claim import Claim, difference, measured
from tests.helpers.organisations import SMALL

TINY = Budget("short", pilot=3, seconds=1e9, most=6, draws=8, draw_seeds=2, draw_seconds=1e9)
REPS = "people.reps_per_unit"


def small_claim(more: str = "2 reps", less: str = "5 reps", **given: Any) -> Claim:
    """That requests wait longer with one number of reps than with another."""
    words = {
        "title": "More reps", "sentence": "Requests wait longer for fewer reps.", "rows": ("000-25",), "source": "000",
        "falsifier": "They wait no longer.", "scenario": "mtel",
        "hold": {name: value for name, value in SMALL.items() if name != REPS} | {"people.rep_turnover_per_year": 0.0},
        "arms": {"2 reps": {REPS: 2}, "5 reps": {REPS: 5}},
        "quantities": (measured("wait_minutes_mean", "mean wait"), measured("rep_occupancy", "busy reps")),
        "predictions": (difference("wait_minutes_mean", more, less, 5.0, "fewer reps let requests wait longer"),),
    }  # fmt: skip
    return Claim(**words | given)
