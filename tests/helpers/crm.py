"""Call centres with offers and control, small enough to run in a fraction of a second."""

from functools import lru_cache

from experiments.dotted import dotted
from model.scenario import Scenario, load_scenario
from model.simulation import Result, simulate

PLAIN = {
    "run.days": 60, "run.warm_up_share": 0.0, "control.figures_kept": False, "control.programme_from": 0,
    "control.universal_product": False, "offers.use_prompt": "follow", "offers.hang_up_share": 0.0,
    "offers.hang_up_resistance": 0.0, "offers.resistance_gain": 0.0, "offers.refusal_resistance": 0.0,
    "offers.profile_missing": 0.0,
    "service.backlog_pressure": 0.0, "service.pace_cv": 0.0, "service.p_repeat": 0.0,
    "streams.cards.patience": 0.0, "streams.current_accounts.patience": 0.0, "streams.insurance.patience": 0.0,
}  # fmt: skip
"""Finserver's staff, calls and products for sixty days with one thing at a time: every prompt is followed, callers
wait, call once and stay to hear the offer, and nobody keeps figures."""

CONTROLLED = {
    "run.days": 60, "run.warm_up_share": 0.0, "control.figures_kept": True, "control.programme_from": 0,
    "control.universal_product": False, "control.relapse": 0.0, "control.imitation": 0.0, "control.recede": 0.0,
    "control.listened_share": 0.0, "control.weight_points": 0.0, "service.backlog_pressure": 0.0,
}  # fmt: skip
"""The same with figures kept, and no other control."""


def plain(seed: int = 1, **changes) -> Result:
    """One run of the plain centre with some values changed; names are written with a double underscore for the dot."""
    return _run(tuple(sorted((PLAIN | dotted(changes)).items())), seed)


def controlled(seed: int = 1, **changes) -> Result:
    """One run of the centre with figures kept."""
    return _run(tuple(sorted((CONTROLLED | dotted(changes)).items())), seed)


@lru_cache(maxsize=4)
def _run(changes: tuple, seed: int) -> Result:
    return simulate(load_scenario("finserver", dict(changes)), seed)


def total(result: Result, column: str) -> float:
    """Sum of a column over the days with offers."""
    return float(result.world.offer_days[column].sum())


LIVELY = {
    "run.days": 7, "routing.scale": 0.02, "routing.overflow": "everybody", "control.programme_from": 2,
    "control.programme_listening": 0.1, "control.listened_share": 0.05, "control.imitation": 0.5,
    "control.relapse": 1.0, "control.relapse_tolerance": 0.0, "control.universal_from": 4,
}  # fmt: skip
BUNDLES = {
    "first": {"control.press": "weigh", "control.control_level": "react"},
    "second": {"offers.prompt": "profit_ranked", "offers.use_prompt": "override", "routing.overflow": "nobody"},
    "third": {"offers.prompt": "universal", "offers.use_prompt": "push", "people.idle_choice": "at_random"},
    "fourth": {"offers.prompt": "none", "offers.use_prompt": "follow"},
    "fifth": {"offers.use_prompt": "skip", "control.publish_weekly": False},
}
"""Rules that together, with Finserver's own, use every alternative of offers and control."""


def lively(bundle: str) -> Scenario:
    """Finserver at a fiftieth with everything switched on and a bundle of rules."""
    return load_scenario("finserver", LIVELY | BUNDLES[bundle])
