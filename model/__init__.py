"""DeskSales: one organisation model of incentives, channels and service work, its settings as scenarios.

`load_scenario` reads a setting, `simulate` runs it on the fast path, `Organisation` is the same model for Mesa, a
day a step, with its people as agents. Names are loaded when first used, so that importing the package costs nothing.
"""

from importlib import import_module

_HOMES = {
    "Organisation": "model.organisation",
    "Result": "model.simulation",
    "Scenario": "model.scenario",
    "ScenarioError": "model.scenario",
    "load_scenario": "model.scenario",
    "scenario_names": "model.scenario",
    "simulate": "model.simulation",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'model' has no attribute {name!r}")
