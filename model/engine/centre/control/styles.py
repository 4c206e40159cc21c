"""How people sell and what they attend to: styles, attention to what is counted, attempts to make offers."""

from model.compiled import compiled
from model.world.codes import MODERATE_STYLE


@compiled
def style_of(world, worker):
    """How somebody sells: service first, moderate or pushing (001-17); moderate where no figures are kept."""
    return world.figures[worker].style if len(world.figures) > 0 else MODERATE_STYLE


@compiled
def attention(world, weight):
    """Share of attention that goes to one of the figures by which people are judged: weight / all weights.

    The more figures there are, the less is left for each (001-25).
    """
    p = world.parameters
    if len(world.figures) == 0 or weight <= 0.0:
        return 0.0
    counted = p.weight_calls_per_hour + p.weight_calls_per_shift + p.weight_points + p.weight_compliance
    return weight / (counted + p.weight_rapport)


@compiled
def attention_to_calls(world):
    """Share of attention that goes to the number of calls, per hour and per shift (001-19, 001-23)."""
    p = world.parameters
    return attention(world, p.weight_calls_per_hour + p.weight_calls_per_shift)


@compiled
def rapport_of(world):
    """Rapport that people seek with customers: the attention that what is counted leaves for it (001-24)."""
    return attention(world, world.parameters.weight_rapport)


@compiled
def attempt_share(world, worker):
    """Share of opportunities that somebody uses: 1 − (1 − `attempt_share`) (1 − press) (1 − attention to points).

    Attempts are more than people would make of their own accord where managers press (001-54) or points count (001-16),
    and fewer by `programme_restraint` under a programme for which the query comes first (001-37).
    """
    p = world.parameters
    if len(world.figures) == 0:
        return p.attempt_share
    press = world.teams[world.salespeople[worker].team].press
    attempts = 1.0 - (1.0 - p.attempt_share) * (1.0 - press) * (1.0 - attention(world, p.weight_points))
    return attempts * (1.0 - p.programme_restraint) if in_programme(world, worker) == 1 else attempts


@compiled
def in_programme(world, worker):
    """Whether somebody's team works under the quality programme today (001-36)."""
    p, day = world.parameters, world.clock.day
    if p.programme_from == 0 or day < p.programme_from or (p.programme_to > 0 and day >= p.programme_to):
        return 0
    return world.teams[world.salespeople[worker].team].trial
