"""Who serves whom: the person met last time, skills outside the training, and the script."""

from model.compiled import compiled
from model.engine.centre.sites import place_of
from model.luck import FOREIGN_SKILL, SAME_ADVISOR, SELLING_SKILL, lognormal, uniform
from model.world.codes import NOBODY, SERVES, UNTRAINED


@compiled
def appoint_seller(world, post):
    """A newcomer brings skills of the own: in selling, and in calls outside the training (002-22, 002-31).

    Both lognormal with mean 1 and spreads `selling_cv`, `foreign_cv`. Draws: two.
    """
    if len(world.sellers) == 0:
        return
    p, seller = world.parameters, world.sellers[post]
    me, person = world.workers[post].id, world.salespeople[post].person
    group = world.groups[world.advisors[post].group]
    seller.selling = group.selling * lognormal(uniform(p.seed, SELLING_SKILL, me, person), 1.0, p.selling_cv)
    seller.foreign = lognormal(uniform(p.seed, FOREIGN_SKILL, me, person), 1.0, p.foreign_cv)
    for segment in range(len(world.segments)):
        belief = world.beliefs[post * len(world.segments) + segment]
        belief.chance, belief.n = world.segments[segment].stereotype, 0


@compiled
def known_advisor(world, call):
    """The person whom the customer spoke to last, if the call is to be given to that person (002-11).

    Returns the worker, or nobody: by `p_same_advisor`, and only if idle, trained for the line, and at a place where its
    calls are answered. Draws: one.
    """
    p = world.parameters
    if p.p_same_advisor <= 0.0:
        return NOBODY
    worker = world.customers[call.customer].last_worker
    if worker == NOBODY or world.workers[worker].idle_place < 0:
        return NOBODY
    group = world.groups[world.advisors[worker].group]
    if level_of(world, worker, call.line) != SERVES or place_of(world, group.location) != place_of(world, call.site):
        return NOBODY
    return worker if uniform(p.seed, SAME_ADVISOR, call.key, call.attempt) < p.p_same_advisor else NOBODY


@compiled
def level_of(world, worker, s):
    """What a person's training is for a stream."""
    return world.skills[world.advisors[worker].group * len(world.streams) + s].level


@compiled
def foreign_quality(world, worker, level):
    """Quality of a call outside a person's own line, beside one at home (002-19, 002-21, 002-22).

    q = `mismatch_quality` · the person's skill, at most 1; where nothing was trained, times `untrained_quality`.
    """
    p = world.parameters
    skill = world.sellers[worker].foreign if len(world.sellers) > 0 else 1.0
    quality = min(1.0, p.mismatch_quality * skill)
    return quality * p.untrained_quality if level == UNTRAINED else quality


@compiled
def fit(world, worker, c):
    """How person, record and script fit the caller: quality and length of the call beside the usual (002-11, 002-34).

    At home: quality 1, but as outside the training where the record hides a caller of whom nothing was trained.
    Script: quality · (1 − k · `script_unforeseen`), minutes · (1 − k · `script_saving`), k = `script`.
    Met last time: minutes · (1 − `same_saving`).
    """
    p, call = world.parameters, world.calls[c]
    if call.level != SERVES:
        call.quality *= foreign_quality(world, worker, call.level)
    elif call.line != call.stream and level_of(world, worker, call.stream) == UNTRAINED:
        call.quality *= foreign_quality(world, worker, UNTRAINED)
    call.quality *= 1.0 - p.script * p.script_unforeseen
    call.minutes *= 1.0 - p.script * p.script_saving
    if world.customers[call.customer].last_worker == worker:
        call.minutes *= 1.0 - p.same_saving


@compiled
def note_meeting(world, worker, call):
    """Count in which of Gutek's modes customer and advisor meet: strangers, by the record, or again (002-11)."""
    customer = world.customers[call.customer]
    segment = world.segments[world.records[call.customer].segment]
    segment.n_answered += 1
    if customer.n_contacts > 0:
        segment.n_met += 1
    if customer.last_worker == worker:
        segment.n_same += 1
    elif call.seen != NOBODY:
        segment.n_read += 1
