"""Scenarios: a setting as a file of parameters, read and checked before anything runs."""

from model.scenario.names import ScenarioError, nearest
from model.scenario.reading import (
    FOLDER, bundle_names, bundle_title, load_scenario, read_bundle, scenario_names,
)  # fmt: skip
from model.scenario.scenario import Scenario
from model.scenario.values import parse_value

__all__ = [
    "FOLDER", "Scenario", "ScenarioError", "bundle_names", "bundle_title", "load_scenario", "nearest", "parse_value",
    "read_bundle", "scenario_names",
]  # fmt: skip
