"""A calibration that takes seconds: the desk of desk.toml, with two or three parameters."""

from pathlib import Path
from typing import Any

from experiments.calibration.plan import Plan, plan_of

DESK = str(Path(__file__).parent / "desk.toml")


def content(**changes: Any) -> dict[str, Any]:
    """What a plan's file would say."""
    return {
        "scenario": DESK,
        "fitted": ["calls_per_salesperson_day", "occupancy"], "held_out": ["mean_wait_minutes"],
        "pilot": {"years": 40, "seed": 1, "least": 0.15, "grades": ["assumed", "calibrated", "estimated"]},
        "sequence": {"nearest": 10, "particles": 30, "seed": 3, "tighten": 0.3},
        "check": {"replications": 2},
        "point": {"candidates": 3, "replications": 4},
        "ranges": {
            "demand.enquiries_per_account_day": [200.0, 800.0],
            "calls.talk_minutes": [2.0, 9.0],
            "calls.wrap_minutes": [0.0, 2.0],
        },
    } | changes  # fmt: skip


def plan(**changes: Any) -> Plan:
    """The plan."""
    return plan_of(content(**changes))
