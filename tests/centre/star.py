"""Star Customer at a size that runs in less than a second, and with everything switched off that is no queue."""

from functools import cache
from typing import Any

from model.scenario import Scenario, load_scenario
from model.simulation import Result, simulate

QUICK = {"run.days": 20, "people.accounts": 200_000, "segmentation.segment_days": 5, "incentives.review_days": 5,
         "indicators.recalibration_days": 10, "indicators.target_handled": 300.0, "indicators.target_products": 25.0,
         "indicators.target_information": 30.0}  # fmt: skip
"""20 days of some 5,000 calls, at one tenth; segments and bonuses are computed weekly, targets are those of a week."""

PLAIN = {
    "segmentation.computed": False, "menu.p_unidentified": 0.0, "menu.menu_coverage": 1.0, "menu.p_mispress": 0.0,
    "availability.latent_minutes": 0.0, "staffing.forecast": "none", "conversation.close_talk": "when_answered",
    "conversation.script": 0.0, "conversation.capture": "never", "conversation.same_saving": 0.0,
    "service.pace_cv": 0.0, "service.backlog_pressure": 0.0, "service.p_repeat": 0.0, "routing.retrial": 0.0,
    "routing.overflow": "nobody", "people.turnover_per_year": 0.0,
}  # fmt: skip
"""No behaviour: nothing but streams, queues, people and patience."""


def plain(handle_minutes: float | None = None, patience: float = 3.0, **more: Any) -> Scenario:
    """Textbook queues, one for each sub-unit: exponential calls around the clock, everybody always present.

    Parameters
    ----------
    handle_minutes : of every stream; each stream's own if None.
    patience : mean patience in minutes.
    """
    star = load_scenario("star_customer")
    changes = dict(PLAIN)
    for name, stream in star.streams.items():
        changes |= {
            f"streams.{name}.handle_law": "exponential", f"streams.{name}.wrap_up_minutes": 0.0,
            f"streams.{name}.load_curve": [1.0], f"streams.{name}.spread_of_days": 0.0,
            f"streams.{name}.patience": patience,
            f"streams.{name}.handle_minutes": handle_minutes or stream.handle_minutes,
        }  # fmt: skip
    for name in star.groups:
        changes |= {f"groups.{name}.shift_minutes": 720.0, f"groups.{name}.availability": 1.0}
    return quick(**{name.replace(".", "__"): value for name, value in (changes | more).items()})


def quick(**changes: Any) -> Scenario:
    """The quick scenario with some values replaced; names are written with a double underscore for the dot."""
    return load_scenario("star_customer", QUICK | {name.replace("__", "."): value for name, value in changes.items()})


@cache
def ran(seed: int = 1, **changes: Any) -> Result:
    """A run of the quick scenario; asked for twice it is made once."""
    return simulate(quick(**changes), seed)


def found(measure: str, **changes: Any) -> float:
    """Sum of a measure over three seeds, so that a direction is not a matter of one run's luck."""
    return sum(ran(seed, **changes).measures[measure] for seed in (1, 2, 3))
