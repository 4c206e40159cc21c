"""Move the remembered value towards the newest outcome by a fixed share."""

from model.compiled import compiled


@compiled
def delta_rule(tie, reward, parameters):
    """Move the remembered value towards the newest outcome by a fixed share.

    v ← v + α (r − v), α = `learning_rate` (Rescorla & Wagner). Draws: none.
    """
    return tie.value + parameters.learning_rate * (reward - tie.value)
