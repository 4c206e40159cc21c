"""What happens in a service unit when a rep ends a task: mail read, telephone answered, requests completed."""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.books import find_tie, take_lesson, talk
from model.engine.calendar import today
from model.engine.claims import receive_notice
from model.engine.customers import contact_unit, lose_habit
from model.engine.desk import pass_on
from model.engine.favours import obliges_all_the_same
from model.engine.log import note
from model.engine.queues import join, new_task, unlink
from model.engine.requests import request_of, update_call
from model.engine.work import begin, book, hand_over
from model.luck import ACCOUNT_REP, ASIDE, HONOUR, OBLIGES, RESPOND, SILENT, exponential, uniform
from model.luck import LOST as LOST_LUCK
from model.rules.reps.assign_request import assign_request
from model.rules.reps.respond import respond
from model.world.codes import (
    AT_UNIT, CHASE, DONE, ENQUIRY_TASK, EXPEDITE, HELPLINE_TIME, IGNORED, IN_BUCKET, L_CHASE_ANSWERED, L_COMPLETED,
    L_EXPEDITED, L_IGNORED, L_LOGGED, L_LOST, L_MOVED_UP, L_PASSED_ON, L_REFUSED, L_SET_ASIDE, L_UPDATED, LOG,
    LOG_DUE, LOST, LYING, MAILBOX, NOBODY, PHONE_TASK, PRODUCTION, READ_TASK, REFUSE, REFUSED, REQUEST_TASK,
    SET_ASIDE, TAGGED_MAIL, TRANSCRIPTION, UPDATE, UPDATE_CALL, UPDATE_TASK,
)  # fmt: skip


@compiled
def end_unit_task(world, worker, row):
    """A rep ends a task. Returns 1 if the rep went straight on with the request in hand, else 0."""
    task = world.tasks[row]
    kind, i = task.kind, task.issue
    rep = worker - len(world.salespeople)
    if kind == REQUEST_TASK:
        book(world, worker, PRODUCTION)
        complete(world, rep, i)
    elif kind == READ_TASK:
        read_mail(world, worker, rep, row)
    elif kind == PHONE_TASK:
        take_phone_request(world, worker, rep, row)
    elif kind == ENQUIRY_TASK:
        answer_enquiry(world, worker, rep, row)
    elif kind == UPDATE_TASK:
        return end_update(world, worker, rep, i)
    return 0


@compiled
def read_mail(world, worker, rep, row):
    """A rep reads a mail and turns it into a request, passes it on to the rep it names, loses or refuses it.

    A lost mail and a refusal are booked as lost work, the rest as transcription (000-30). Draws: two.
    """
    p, task = world.parameters, world.tasks[row]
    i = task.issue
    issue, request = world.issues[i], world.requests[task.request]
    if uniform(p.seed, LOST_LUCK, issue.key, request.n_sends) < p.p_lost:
        issue.state = LOST
        lost = book(world, worker, REFUSED)
        if task.desk == 1:
            world.clock.lost_desk += lost
        note(world, L_LOST, i, rep, NOBODY, 0.0)
        return
    if task.desk == 0 or request.salesperson == NOBODY:
        book(world, worker, TRANSCRIPTION)
        log_request(world, i, rep, NOBODY)
        return
    channel, reader = task.channel, rep
    if channel == TAGGED_MAIL and task.other != rep:
        if uniform(p.seed, HONOUR, issue.key, 64 + request.n_sends) < world.channels[TAGGED_MAIL].addressability:
            reader = task.other
            note(world, L_PASSED_ON, i, rep, reader, 0.0)
        else:
            channel = MAILBOX
    book_request(world, worker, meet_request(world, reader, i, channel), TRANSCRIPTION)


@compiled
def take_phone_request(world, worker, rep, row):
    """A rep takes a request by telephone, from a customer or from the desk (000-30)."""
    task = world.tasks[row]
    request = world.requests[task.request]
    if task.desk == 0 or request.salesperson == NOBODY:
        log_request(world, task.issue, rep, NOBODY)
        book(world, worker, HELPLINE_TIME)
        return
    visibility = world.channels[task.channel].visibility
    talk(world, request.salesperson, rep, task.issue, occasion(request), visibility)
    book_request(world, worker, meet_request(world, rep, task.issue, task.channel), HELPLINE_TIME)


@compiled
def book_request(world, worker, refused, kind):
    """Book the time spent on a request of the desk to its kind, or to lost work if it was refused or ignored."""
    if refused:
        world.clock.lost_desk += book(world, worker, REFUSED)
    else:
        book(world, worker, kind)


@compiled
def occasion(request):
    """A number for each time a rep is confronted with a request: by a message or by an enquiry after it."""
    return 1_000_000 * request.n_sends + 1_000 + request.n_answers


@compiled
def ask(world, rep, i, channel):
    """What a rep answers to a request from the desk by the rule `respond`, and by norms of helping if there are any.

    A full own list leaves only the bucket. Draws: two, keyed by the issue.
    """
    p, issue, request = world.parameters, world.issues[i], request_of(world, i)
    row = find_tie(world, request.salesperson, rep)
    friend = world.ties[row].friend if row != NOBODY else 0
    restraint = world.managers[world.units[request.unit].manager].restraint
    u = uniform(p.seed, RESPOND, issue.key, occasion(request))
    answer = respond(p.respond, world.reps[rep], request, world.channels[channel], friend, restraint, p, u)
    if answer != EXPEDITE and (p.beneficence > 0.0 or p.reciprocity > 0.0):
        u = uniform(p.seed, OBLIGES, issue.key, occasion(request))
        answer = EXPEDITE if obliges_all_the_same(world, row, restraint, u) == 1 else answer
    own_list = world.queues[world.workers[len(world.salespeople) + rep].todo]
    if answer == EXPEDITE and own_list.length >= p.own_list_limit:
        answer = LOG
    count_answer(world, rep, channel, request.voice, answer)
    return answer


@compiled
def count_answer(world, rep, channel, voice, answer):
    """Count what a rep answered, by rep, and by channel and voice (000-33, 000-40, 000-41)."""
    row = world.channels[channel]
    obliged = 1 if answer == EXPEDITE else 0
    world.reps[rep].n_asked += 1
    if voice == 1:
        row.n_asked += 1
        row.n_obliged += obliged
    else:
        row.n_asked_own += 1
        row.n_obliged_own += obliged


@compiled
def meet_request(world, rep, i, channel):
    """A rep meets a request from the desk: does it next, logs it, lets it lie, refuses or ignores it (000-22, 23, 30).

    A request that a chase brings to light is logged at the latest now. Draws: two.

    Returns whether it was refused or ignored.
    """
    issue, request = world.issues[i], request_of(world, i)
    if request.named == rep and issue.state == AT_UNIT:
        world.reps[rep].today += 1
        world.units[request.unit].today += 1
    answer = ask(world, rep, i, channel)
    if answer == REFUSE:
        turn_down(world, rep, i)
        return True
    if answer == SET_ASIDE and issue.state == AT_UNIT and world.parameters.set_aside_hours > 0.0:
        set_aside(world, rep, i)
        return False
    log_request(world, i, rep, rep if answer == EXPEDITE else NOBODY)
    return False


@compiled
def set_aside(world, rep, i):
    """A rep lets a request of the desk lie before logging it (000-30). Draws: one, exponential."""
    p, issue, request = world.parameters, world.issues[i], request_of(world, i)
    issue.state, request.rep = LYING, rep
    note(world, L_SET_ASIDE, i, rep, request.salesperson, 0.0)
    delay = exponential(uniform(p.seed, ASIDE, issue.key, request.n_sends), 60.0 * p.set_aside_hours)
    schedule(world, world.clock.now + delay, LOG_DUE, i, request.n_sends)


@compiled
def log_at_last(world, i, sending):
    """A request that was set aside is logged now, if it still lies there since that sending."""
    issue, request = world.issues[i], request_of(world, i)
    if issue.state == LYING and request.n_sends == sending:
        log_request(world, i, request.rep, NOBODY)


@compiled
def turn_down(world, rep, i):
    """A rep refuses a request from the desk, or silently ignores it; nobody is sanctioned for that (000-23).

    A salesperson who is told sends it again, up to `send_limit` times, then the customer must go to the unit. A
    rep who was named and refused is remembered for it. Draws: one.
    """
    p, issue, request = world.parameters, world.issues[i], request_of(world, i)
    request.n_refused += 1
    world.reps[rep].n_refused += 1
    if uniform(p.seed, SILENT, issue.key, occasion(request)) < p.share_silent:
        issue.state = IGNORED
        world.reps[rep].n_ignored += 1
        note(world, L_IGNORED, i, rep, request.salesperson, 0.0)
        return
    note(world, L_REFUSED, i, rep, request.salesperson, 0.0)
    if request.named == rep:
        take_lesson(world, request.salesperson, rep, i, 0.0)
    if request.n_sends < p.send_limit:
        pass_on(world, i)
    else:
        lose_habit(world, issue.account)
        contact_unit(world, i)


@compiled
def log_request(world, i, rep, holder):
    """Put a request into the bucket, or on the list of the rep who will do it next (000-30, 000-31)."""
    issue, request = world.issues[i], request_of(world, i)
    row = new_task(world, REQUEST_TASK, i, request.work)
    issue.state, request.logged, request.task, request.holder = IN_BUCKET, world.clock.now, row, holder
    if holder == NOBODY:
        owner = owner_of(world, rep, i)
        note(world, L_LOGGED, i, rep, owner, 0.0)
        unit, first = world.units[request.unit], len(world.salespeople)
        hand_over(world, unit.bucket if owner == NOBODY else world.workers[first + owner].bucket, row)
    else:
        world.reps[holder].n_obliged += 1
        note(world, L_EXPEDITED, i, holder, request.salesperson, 0.0)
        hand_over(world, world.workers[len(world.salespeople) + holder].todo, row)


@compiled
def owner_of(world, rep, i):
    """The rep into whose bucket a request goes by the rule `assign_request`, or nobody if the unit has one for all.

    Draws: one, keyed by account and unit.
    """
    p, request = world.parameters, request_of(world, i)
    if not p.own_buckets:
        return NOBODY
    unit = world.units[request.unit]
    u = uniform(p.seed, ACCOUNT_REP, world.issues[i].account, request.unit)
    place = assign_request(p.assign_request, world.reps[rep].place, u, unit.n_reps, p)
    return unit.first + min(max(0, int(place)), unit.n_reps - 1)


@compiled
def answer_enquiry(world, worker, rep, row):
    """A rep answers a chase or a customer's enquiry on the telephone (000-27, 000-28).

    A request that was lost or ignored comes to light and is put to the rep anew; one that waits in the bucket is
    moved to the rep's own list if the desk asks and the rep obliges. Customers get information only.
    """
    task = world.tasks[row]
    i = task.issue
    issue, request = world.issues[i], world.requests[task.request]
    desk = task.desk == 1 and request.salesperson != NOBODY
    waits = issue.state == IN_BUCKET and request.holder == NOBODY
    book(world, worker, CHASE if desk else HELPLINE_TIME)
    request.n_answers += 1
    note(world, L_CHASE_ANSWERED, i, rep, request.salesperson, float(issue.state))
    if desk:
        talk(world, request.salesperson, rep, i, occasion(request), world.channels[task.channel].visibility)
    if issue.state == LOST or issue.state == IGNORED or issue.state == LYING:
        if desk:
            meet_request(world, rep, i, task.channel)
        else:
            log_request(world, i, rep, NOBODY)
    elif desk and waits and ask(world, rep, i, task.channel) == EXPEDITE:
        move_up(world, worker, rep, i)


@compiled
def move_up(world, worker, rep, i):
    """A rep takes a request out of the bucket to do it next (000-31)."""
    request = request_of(world, i)
    bucket = world.queues[world.tasks[request.task].queue]
    unlink(world, request.task)
    bucket.n_left += 1
    request.holder = rep
    world.reps[rep].n_obliged += 1
    note(world, L_MOVED_UP, i, rep, request.salesperson, 0.0)
    join(world, world.workers[worker].todo, request.task)


@compiled
def end_update(world, worker, rep, i):
    """An update call ends: the desk hears of it, and the rep makes the next one or begins the work (000-17)."""
    request, row = request_of(world, i), world.workers[worker]
    book(world, worker, UPDATE)
    request.n_updated += 1
    note(world, L_UPDATED, i, rep, request.salesperson, 0.0)
    if request.salesperson >= 0:
        call = new_task(world, UPDATE_CALL, i, world.parameters.update_minutes)
        world.tasks[call].other, world.tasks[call].number = rep, request.n_updated
        hand_over(world, world.workers[request.salesperson].line, call)
    if request.n_updated < request.n_updates:
        begin(world, worker, update_call(world, rep, i))
    else:
        begin(world, worker, row.held)
        row.held = NOBODY
    return 1


@compiled
def complete(world, rep, i):
    """A request is done: the completion notice goes to whoever made it (000-38)."""
    issue, request = world.issues[i], request_of(world, i)
    issue.state, request.completed, request.task = DONE, world.clock.now, NOBODY
    world.reps[rep].n_completed += 1
    world.days[today(world)].completed += 1
    note(world, L_COMPLETED, i, rep, request.salesperson, world.clock.now - request.started)
    if request.salesperson >= 0:
        receive_notice(world, request.salesperson, i, rep)
    elif world.clock.now - issue.arises <= 60.0 * world.parameters.expected_hours:
        lose_habit(world, issue.account)
