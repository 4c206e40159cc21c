"""Remember the plain average of all outcomes."""

from model.compiled import compiled


@compiled
def average(tie, reward, parameters):
    """Remember the plain average of all outcomes.

    v ← v + (r − v) / (n + 1). Draws: none.
    """
    return tie.value + (reward - tie.value) / (tie.n + 1.0)
