"""The talk goes on as long as the next step is believed to bring more than it costs."""

from model.compiled import compiled


@compiled
def by_belief(chance, cost, parameters):
    """The talk goes on as long as the next step is believed to bring more than it costs (002-12)."""
    return 1 if chance >= cost else 0
