"""A share of sales from a threshold of attainment on, a higher one beyond the quota, up to a cap."""

from model.compiled import compiled


@compiled
def quota_bonus(reported, quota, parameters):
    """A share of sales from a threshold of attainment on, a higher one beyond the quota, up to a cap.

    Nothing below `bonus_threshold`; `bonus_rate` on what is reported, times `bonus_accelerator` on the part beyond
    the quota; nothing is added beyond `bonus_cap` (0: no cap). Draws: none.

    References: Chung, Steenburgh & Sudhir (2014), Marketing Science 33(2).
    """
    if quota <= 0.0 or reported < parameters.bonus_threshold * quota:
        return 0.0
    counted = reported
    if parameters.bonus_cap > 0.0:
        counted = min(counted, parameters.bonus_cap * quota)
    beyond = max(0.0, counted - quota)
    return parameters.bonus_rate * (counted - beyond + parameters.bonus_accelerator * beyond)
