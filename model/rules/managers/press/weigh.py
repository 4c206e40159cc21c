"""Managers press for offers as long as those taken outweigh the bad ones, which count as much as the long run does."""

from model.compiled import compiled


@compiled
def weigh(press, n_accepted, n_bad, n_offers, parameters):
    """Managers press for offers as long as those taken outweigh the bad ones, which count as much as the long run does.

    press + `press_step` · (accepted − `long_run_weight` · bad) / offers, kept between 0 and 1: with a weight of 0 it is
    money now, whatever comes later (001-54).
    """
    if n_offers == 0:
        return press
    margin = (n_accepted - parameters.long_run_weight * n_bad) / n_offers
    return max(0.0, min(1.0, press + parameters.press_step * margin))
