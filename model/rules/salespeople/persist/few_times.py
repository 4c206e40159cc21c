"""One starts again a few times, then lets the customer go."""

from model.compiled import compiled


@compiled
def few_times(attempts, minutes, parameters):
    """One starts again a few times, then lets the customer go."""
    return 1 if attempts < parameters.persist_times else 0
