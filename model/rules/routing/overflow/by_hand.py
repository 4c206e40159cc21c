"""No software reroutes calls; the supervisor puts them through by hand to whom he knows to be able."""

from model.compiled import compiled


@compiled
def by_hand(level, hand, parameters):
    """No software reroutes calls; the supervisor puts them through by hand to whom he knows to be able (002-22)."""
    return hand
