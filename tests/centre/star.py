"""Star Customer at a size that runs in less than a second, and with everything switched off that is no queue."""

from functools import cache
from typing import Any

from experiments.dotted import dotted
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


LIVELY = {
    "run__days": 4, "routing__scale": 0.01, "people__accounts": 50_000, "segmentation__segment_days": 1,
    "incentives__review_days": 2, "service__meeting_days": 1, "people__turnover_per_year": 3.0,
    "availability__announces": True, "availability__call_back_minutes": 0.5, "conversation__p_same_advisor": 0.5,
    "segmentation__p_feedback": 0.3, "indicators__target": "recalibrated", "indicators__recalibration_days": 0,
}  # fmt: skip
"""Everything switched on, in a centre of a few people and for a few days, so that plain Python runs it."""

BUNDLES = {
    "contained": {"conversation__capture": "notes"},
    "everybody": {"segmentation__segment": "incident_first", "conversation__close_talk": "to_the_end"},
    "by_hand": {"segmentation__segment": "by_usual_bill", "supervision__round_minutes": 1.0},
    "nobody": {
        "routing__pooled": True, "people__idle_choice": "at_random", "conversation__close_talk": "when_answered",
    },
}  # fmt: skip
"""By overflow policy, bundles of rules on top of `LIVELY` that together use every alternative of the centre's slots."""


def plain(handle_minutes: float | None = None, patience: float = 3.0, **more: Any) -> Scenario:
    """Textbook queues, one for each sub-unit: exponential calls around the clock, and people for a load of 0.95 each.

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
    for name, group in star.groups.items():
        served = [star.streams[stream] for stream in group.serves]
        work = sum(stream.calls_per_day * (handle_minutes or stream.handle_minutes) for stream in served)
        people = 10 * max(1, round(0.1 * work / 720.0 / 0.95))  # whole people at one tenth
        changes |= {
            f"groups.{name}.people": people, f"groups.{name}.shift_minutes": 720.0, f"groups.{name}.availability": 1.0,
        }  # fmt: skip
    return quick(**{name.replace(".", "__"): value for name, value in (changes | more).items()})


def quick(**changes: Any) -> Scenario:
    """The quick scenario with some values replaced; names are written with a double underscore for the dot."""
    return load_scenario("star_customer", QUICK | dotted(changes))


def lively(policy: str) -> Scenario:
    """The quick scenario with everything switched on and the bundle of an overflow policy."""
    return quick(**LIVELY | {"routing__overflow": policy} | BUNDLES[policy])


@cache
def ran(seed: int = 1, **changes: Any) -> Result:
    """A run of the quick scenario; asked for twice it is made once."""
    return simulate(quick(**changes), seed)


def found(measure: str, **changes: Any) -> float:
    """Sum of a measure over three seeds, so that a direction is not a matter of one run's luck."""
    return sum(ran(seed, **changes).measures[measure] for seed in (1, 2, 3))
