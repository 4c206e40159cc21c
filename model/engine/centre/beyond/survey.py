"""An outside agency asks customers how a contact was, mostly those to whom something happened (001-27)."""

from model.compiled import compiled
from model.engine.calendar import today
from model.luck import COMPLAINS, SURVEYED, uniform


@compiled
def survey(world, worker, c, outcome):
    """Customers who ordered or complained are asked with chance `p_survey`, others with `p_survey_others` (001-27).

    Draws: up to two.
    """
    p, call = world.parameters, world.calls[c]
    if p.p_survey <= 0.0 and p.p_survey_others <= 0.0:
        return
    chance = p.p_survey if has_event(world, worker, call) == 1 else p.p_survey_others
    if uniform(p.seed, SURVEYED, call.key, call.attempt) < chance:
        day = world.beyond_days[today(world)]
        day.n_surveyed += 1
        day.surveyed += outcome


@compiled
def has_event(world, worker, call):
    """Whether the customer ordered or complained (001-27). Draws: one, if there was something to complain about."""
    p = world.parameters
    if call.bought == 1:
        return 1
    if call.resolved == 1 and world.in_hand[worker].disputed == 0:
        return 0
    return 1 if uniform(p.seed, COMPLAINS, call.key, call.attempt) < p.p_complaint else 0
