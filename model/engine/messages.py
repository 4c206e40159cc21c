"""How a salesperson puts a request to a service unit: practice, rep, voice, channel (000-33, 36, 41, 45)."""

from model.compiled import compiled
from model.engine.books import find_tie, page, remember_choice
from model.engine.calendar import today
from model.engine.customers import chase_later
from model.engine.log import note
from model.engine.queues import new_task
from model.engine.requests import request_of
from model.engine.stakes import chasing_rate
from model.engine.work import hand_over
from model.luck import FRAME, HONOUR, NAME, PRACTICE, uniform
from model.rules.salespeople.choose_practice import choose_practice
from model.rules.salespeople.choose_rep import choose_rep
from model.world.codes import (
    AT_UNIT, DIRECT_NUMBER, FACE_TO_FACE, HELPLINE, L_FORWARDED, L_REPEATED, MAILBOX, NAME_TAG, NOBODY, PHONE_REP,
    PHONE_TASK, PHONE_UNIT, PLAIN_MAIL, READ_TASK, TAGGED_MAIL,
)  # fmt: skip


@compiled
def send(world, seller, i):
    """Send a request to its unit by the salesperson's practice. Draws: four, keyed by the issue and the sending."""
    p, issue, request = world.parameters, world.issues[i], request_of(world, i)
    count = request.n_sends
    ties = page(world, seller, request.unit)
    practice = choose_practice(p.choose_practice, ties, p, uniform(p.seed, PRACTICE, issue.key, count))
    place = NOBODY
    if practice == NAME_TAG or practice == PHONE_REP:
        place = choose_rep(p.choose_rep, ties, p, uniform(p.seed, NAME, issue.key, count))
        if place < 0 or place >= len(ties):
            place, practice = NOBODY, PLAIN_MAIL
        elif practice == PHONE_REP and ties[place].number == 0 and not p.co_located:
            practice = NAME_TAG
    request.voice = 1 if uniform(p.seed, FRAME, issue.key, count) < p.p_customer_voice else 0
    request.named = NOBODY if place == NOBODY else ties[place].rep
    request.channel, request.practice = channel_of(p, practice), practice
    if place != NOBODY:
        request.same = ties[place].chosen
        remember_choice(world, seller, request.unit, place)
        world.salespeople[seller].n_named += 1
        world.reps[request.named].n_named += 1
    request.n_sends += 1
    request.sent, issue.state = world.clock.now, AT_UNIT
    world.clock.n_contacts += 1
    world.clock.n_desk += 1
    count_practice(world, practice)
    note(world, L_REPEATED if count > 0 else L_FORWARDED, i, seller, request.named, float(request.channel))
    deliver(world, i, uniform(p.seed, HONOUR, issue.key, count))
    if request.forwarded < 0.0:
        request.forwarded = world.clock.now
        chase_later(world, i, chasing_rate(world, i))


@compiled
def count_practice(world, practice):
    """Count a message by practice and day (000-45)."""
    day = world.days[today(world)]
    if practice == PLAIN_MAIL:
        day.sent_plain += 1
    elif practice == NAME_TAG:
        day.sent_tagged += 1
    else:
        day.sent_phoned += 1


@compiled
def channel_of(p, practice):
    """The channel that a practice uses; on a shared site a known rep is asked face to face (000-24)."""
    if practice == NAME_TAG:
        return TAGGED_MAIL
    if practice == PHONE_UNIT:
        return HELPLINE
    if practice == PHONE_REP:
        return FACE_TO_FACE if p.co_located else DIRECT_NUMBER
    return MAILBOX


@compiled
def deliver(world, i, u):
    """A message reaches the rep's telephone, the helpline or the mailbox, by the channel's immediacy; a call to a rep
    reaches that rep by its addressability, else the helpline. Draws: `u`, and one for a call to a rep."""
    p, request = world.parameters, request_of(world, i)
    unit, channel = world.units[request.unit], world.channels[request.channel]
    by_phone = u < channel.immediacy
    minutes = p.enquiry_minutes if by_phone else p.transcription_minutes
    row = new_task(world, PHONE_TASK if by_phone else READ_TASK, i, minutes)
    task = world.tasks[row]
    task.channel, task.desk, task.other = request.channel, 1, request.named
    if not by_phone:
        hand_over(world, unit.mailbox, row)
    elif (request.channel == DIRECT_NUMBER or request.channel == FACE_TO_FACE) and (
        uniform(p.seed, HONOUR, world.issues[i].key, 128 + request.n_sends) < channel.addressability
    ):
        hand_over(world, world.workers[len(world.salespeople) + request.named].line, row)
    else:
        hand_over(world, unit.helpline, row)


@compiled
def number_of(world, seller, i):
    """The rep in charge of an issue whose direct number the salesperson has, or nobody (000-29)."""
    request = request_of(world, i)
    for rep in (request.rep, request.holder, request.named):
        row = find_tie(world, seller, rep) if rep != NOBODY else NOBODY
        if row != NOBODY and world.ties[row].number == 1:
            return rep
    return NOBODY
