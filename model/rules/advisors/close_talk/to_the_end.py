"""Every step is gone through, as a script has it."""

from model.compiled import compiled


@compiled
def to_the_end(chance, cost, parameters):
    """Every step is gone through, as a script has it, whatever the customer is like (002-34)."""
    return 1
