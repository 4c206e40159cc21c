"""How memories fade in a day. Each law takes a number or a whole column of them."""

from model.compiled import compiled

DAYS_A_WEEK = 5.0


@compiled
def faded_value(value, prior, forgetting):
    """A remembered value drifts back to the prior (000-37): v ← v + δ (prior − v), δ = `forgetting`."""
    return value + forgetting * (prior - value)


@compiled
def faded_favours(owed, debt_fading):
    """Favours owed are forgotten by a little (000-43): D ← D (1 − `debt_fading` / 5), for a week's rate."""
    return owed * (1.0 - debt_fading / DAYS_A_WEEK)
