"""Figures of people: what control makes of a call, what is counted of it, and who is listened to."""

from model.compiled import compiled
from model.engine.calendar import today
from model.engine.centre.control.styles import in_programme, rapport_of
from model.engine.log import note
from model.luck import LISTEN, QUALITY, SCORE, STYLE, lognormal, normal, uniform
from model.world.codes import L_LISTENED, MODERATE_STYLE, PUSHING, SERVICE_FIRST


@compiled
def appoint_figures(world, post):
    """A newcomer begins with a style of selling, a quality of work, and no record (001-17, 001-46). Draws: two."""
    if len(world.figures) == 0:
        return
    p, row = world.parameters, world.figures[post]
    u = uniform(p.seed, STYLE, world.workers[post].id, world.salespeople[post].person)
    row.style = SERVICE_FIRST
    if u < p.share_pushing + p.share_moderate:
        row.style = PUSHING if u < p.share_pushing else MODERATE_STYLE
    row.next_style = row.style
    u = uniform(p.seed, QUALITY, world.workers[post].id, world.salespeople[post].person)
    row.quality = lognormal(u, 1.0, p.quality_cv)
    row.compliance, row.watched, row.used_to, row.haste = p.compliance_initial, 0.0, 0.0, 0.0
    row.score_all = row.quality_all = 0.0
    row.listened_all = row.calls_all = 0


@compiled
def shape_call(world, worker, c):
    """What control does to length and quality of a call (001-19, 001-24, 001-37, 001-44).

    minutes · (1 − haste) · (1 + `rapport_time` · rapport) + `programme_minutes`;
    quality · own quality · (1 − haste) · (1 − `script_cost` · level · compliance) · (1 + `programme_quality`).
    """
    if len(world.figures) == 0:
        return
    p, call, row = world.parameters, world.calls[c], world.figures[worker]
    level = world.teams[world.salespeople[worker].team].level
    call.minutes *= (1.0 - row.haste) * (1.0 + p.rapport_time * rapport_of(world))
    call.quality *= row.quality * (1.0 - row.haste) * (1.0 - p.script_cost * level * row.compliance)
    if in_programme(world, worker) == 1:
        call.minutes += world.advisors[worker].pace * p.programme_minutes
        call.quality *= 1.0 + p.programme_quality


@compiled
def count_call(world, worker, c):
    """A call has ended: it counts for the person's figures, and may have been listened to (001-10, 001-46).

    score = compliance + `score_quality` · (quality of the call − 1) + `score_noise` · N, kept between 0 and 1.
    Draws: one, and one more for a call listened to.
    """
    if len(world.figures) == 0:
        return
    p, call, row = world.parameters, world.calls[c], world.figures[worker]
    row.calls += 1.0
    row.calls_all += 1
    row.quality_all += call.quality
    listening = p.listened_share * world.teams[world.salespeople[worker].team].level
    if in_programme(world, worker) == 1:
        listening += p.programme_listening
    if listening > 0.0 and uniform(p.seed, LISTEN, call.key, call.attempt) < listening:
        score = row.compliance + p.score_quality * (call.quality - 1.0)
        score += p.score_noise * normal(uniform(p.seed, SCORE, call.key, call.attempt))
        score = max(0.0, min(1.0, score))
        row.score += score
        row.score_all += score
        row.listened += 1
        row.listened_all += 1
        world.control_days[today(world)].n_listened += 1
        note(world, L_LISTENED, call.number, worker, call.customer, score)


@compiled
def earn(world, worker, points, accepted, bad):
    """An offer was made: its points go to the person's figures, its outcome to those of the team (001-37)."""
    if len(world.figures) == 0:
        return
    row, day = world.figures[worker], world.control_days[today(world)]
    team = world.teams[world.salespeople[worker].team]
    row.points += points
    team.n_offers += 1
    team.n_accepted += accepted
    team.n_bad += bad
    day.points += points
    if team.trial == 1:
        day.points_trial += points
