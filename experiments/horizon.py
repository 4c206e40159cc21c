"""What the length of a run is called."""

from model.scenario import Scenario


def days_name(scenario: Scenario) -> str:
    """Full name of the parameter with the days of a run: a vocabulary may have a word of its own for it."""
    return next(record.full_name for record in scenario.records() if record.name == "days")
