"""Once the adjustment is made, a group's target follows what its people reach on average."""

from model.compiled import compiled


@compiled
def recalibrated(target, reached, day, parameters):
    """Once the adjustment is made, a group's target follows what its people reach on average (002-32).

    From day `recalibration_days` on: target ← target + ½ (reached − target); before, it stays. What nobody reached
    at all says nothing, and the target stays.
    """
    if day < parameters.recalibration_days or reached <= 0.0:
        return target
    return target + 0.5 * (reached - target)
