"""Self-service before people: the voice menu and the Web settle what they can and fail over to people."""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.centre.experience import experience
from model.engine.centre.segments.reaching import reach
from model.engine.centre.settling import settle
from model.engine.centre.waiting import enter
from model.engine.log import note
from model.luck import SELF_MINUTES, SELF_SERVICE, exponential, uniform
from model.world.codes import L_SELF_FAILED, L_SELF_SERVED, SELF_SERVICE_ENDS


@compiled
def come_in(world, c):
    """A contact begins: with self-service as often as the stream's callers try it, else with people (004-09).

    Draws: up to four.
    """
    p, call = world.parameters, world.calls[c]
    stream = world.streams[call.stream]
    web = 0
    if stream.share_ivr <= 0.0 and stream.share_web <= 0.0:
        turn_to_people(world, c)
        return
    if uniform(p.seed, SELF_SERVICE, call.key, 0) >= stream.share_ivr:
        web = 1
        if uniform(p.seed, SELF_SERVICE, call.key, 1) >= stream.share_web:
            turn_to_people(world, c)
            return
    stream.n_ivr += 1 - web
    stream.n_web += web
    chance = p.web_succeeds if web == 1 else p.ivr_succeeds
    settled = 1 if uniform(p.seed, SELF_SERVICE, call.key, 2) < chance else 0
    mean = p.web_minutes if web == 1 else p.ivr_minutes
    minutes = exponential(uniform(p.seed, SELF_MINUTES, call.key, 0), mean)
    schedule(world, world.clock.now + minutes, SELF_SERVICE_ENDS, c, 2 * web + settled)


@compiled
def self_service_ends(world, c, stamp):
    """Self-service has settled a contact, or has failed, and people are the backup (004-10)."""
    call = world.calls[c]
    stream, web = world.streams[call.stream], stamp // 2
    call.waited = 0.0
    if stamp % 2 == 1:
        note(world, L_SELF_SERVED, call.number, call.customer, call.stream, float(web))
        experience(world, call, 1.0)
        settle(world, c)
        return
    stream.n_ivr_failed += 1 - web
    stream.n_web_failed += web
    note(world, L_SELF_FAILED, call.number, call.customer, call.stream, float(web))
    experience(world, call, world.parameters.failed_worth)
    turn_to_people(world, c)


@compiled
def turn_to_people(world, c):
    """A contact goes on with people: it waits in the queue of the line that it reaches, if it reaches one."""
    if reach(world, c) == 1:
        enter(world, c)
