"""One starts again time after time until the customer gives in or half an hour has passed."""

from model.compiled import compiled


@compiled
def until_yes(attempts, minutes, parameters):
    """One starts again time after time until the customer gives in or half an hour has passed (003-02)."""
    return 1 if minutes < parameters.persist_minutes else 0
