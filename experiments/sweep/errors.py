"""What keeps a sweep from being run or read."""

from model.scenario import ScenarioError


class SweepError(ScenarioError):
    """Something in a sweep file, a store or their surroundings cannot be; the message is one sentence for the user."""
