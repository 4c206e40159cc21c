"""Scenarios: a setting as a file of parameters, read and checked before anything runs."""

from model.scenario.names import ScenarioError, nearest
from model.scenario.reading import FOLDER, load_scenario, scenario_names
from model.scenario.scenario import Scenario
from model.scenario.values import parse_value

__all__ = ["FOLDER", "Scenario", "ScenarioError", "load_scenario", "nearest", "parse_value", "scenario_names"]
