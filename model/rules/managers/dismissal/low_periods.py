"""Dismiss whoever stayed below the minimum for some reviews in a row (000-32)."""

from model.compiled import compiled


@compiled
def low_periods(salesperson, parameters):
    """Dismiss whoever stayed below the minimum for some reviews in a row (000-32)."""
    return 1 if salesperson.low_periods >= parameters.dismissal_periods else 0
