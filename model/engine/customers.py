"""What customers do: issues arise, calls are made, callers hang up, habits form."""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.calendar import today
from model.engine.log import note
from model.engine.queues import discard, is_full, new_task, withdraw
from model.engine.requests import request_of
from model.engine.work import hand_over
from model.luck import CHASE_DELAY, CLOSE, CONTACT, DIRECT_PHONE, REDIAL, REDIAL_DELAY, exponential, uniform
from model.rules.customers.whom_to_contact import whom_to_contact
from model.rules.routing.call_queue import call_queue
from model.world.codes import (
    AT_DESK, AT_UNIT, CALL_AGAIN, CHASE_DUE, DESK, DONE, ENQUIRY, FIELD, GIVEN_UP, HANG_UP, HELPLINE, L_BLOCKED,
    L_CALLED_DESK, L_GIVEN_UP, L_HUNG_UP, L_PHONED_UNIT, L_TO_FIELD, L_WROTE_UNIT, MAILBOX, NOBODY, OPPORTUNITY,
    OTHER_CALL, PHONE_TASK, READ_TASK, REDIALLING, REQUESTS_END, SALES_CALL, SERVICE_CALL,
)  # fmt: skip


@compiled
def arise(world, i):
    """An issue arises: the customer takes it to the desk, to the unit, or (large deals) to the field (000-04, 12)."""
    p, issue = world.parameters, world.issues[i]
    if issue.kind < REQUESTS_END:
        world.days[today(world)].arisen += 1
        u = uniform(p.seed, CONTACT, issue.key, 0)
        if p.desk_open and whom_to_contact(p.whom_to_contact, world.accounts[issue.account], issue, p, u) == DESK:
            call_desk(world, i)
        else:
            contact_unit(world, i)
    elif issue.kind == OPPORTUNITY and (issue.order > p.deal_threshold or not p.desk_open):
        go_to_field(world, i)
    elif p.desk_open:
        call_desk(world, i)
    else:
        give_up(world, i)


@compiled
def call_desk(world, i):
    """A customer calls the desk, waits, and hangs up when patience runs out."""
    p, issue = world.parameters, world.issues[i]
    issue.n_calls += 1
    issue.state = AT_DESK
    owner = world.accounts[issue.account].salesperson
    where = call_queue(p.call_routing, world, owner)
    note(world, L_CALLED_DESK, i, issue.account, owner, 0.0)
    queue = world.queues[where]
    if is_full(world, where):
        queue.n_in += 1
        queue.n_blocked += 1
        if queue.measured == 1 and world.clock.now >= world.clock.warm_up:
            queue.m_blocked += 1
        note(world, L_BLOCKED, i, issue.account, owner, 0.0)
        try_later(world, i)
        return
    kind = OTHER_CALL if issue.kind == ENQUIRY else SALES_CALL if issue.kind == OPPORTUNITY else SERVICE_CALL
    row = new_task(world, kind, i, issue.talk + p.wrap_minutes)
    world.tasks[row].priority = issue.priority
    hand_over(world, where, row)
    if issue.patience > 0.0 and world.tasks[row].waiting == 1:
        schedule(world, world.clock.now + issue.patience, HANG_UP, row, world.tasks[row].stamp)


@compiled
def hang_up(world, row, stamp):
    """A caller's patience runs out; nothing happens if the call was answered in the meantime."""
    task = world.tasks[row]
    if task.stamp != stamp or task.waiting == 0:
        return
    i = task.issue
    withdraw(world, row)
    note(world, L_HUNG_UP, i, world.issues[i].account, NOBODY, world.clock.now - task.entered)
    discard(world, row)
    try_later(world, i)


@compiled
def try_later(world, i):
    """A caller who was not answered calls again after a while, or goes to the unit, or gives up. Draws: two."""
    p, issue = world.parameters, world.issues[i]
    if uniform(p.seed, REDIAL, issue.key, issue.n_calls) < p.p_redial:
        issue.state = REDIALLING
        delay = exponential(uniform(p.seed, REDIAL_DELAY, issue.key, issue.n_calls), p.redial_minutes)
        schedule(world, world.clock.now + delay, CALL_AGAIN, i, 0)
    elif issue.kind < REQUESTS_END:
        lose_habit(world, issue.account)
        contact_unit(world, i)
    else:
        give_up(world, i)


@compiled
def give_up(world, i):
    """A caller who wanted no service gives up."""
    issue = world.issues[i]
    issue.state = GIVEN_UP
    note(world, L_GIVEN_UP, i, issue.account, NOBODY, 0.0)


@compiled
def contact_unit(world, i):
    """A customer takes a request straight to the service unit, by mail or by telephone (000-26, 000-30). Draws: one."""
    p, issue, request = world.parameters, world.issues[i], request_of(world, i)
    unit = world.units[request.unit]
    issue.state, request.salesperson, request.named = AT_UNIT, NOBODY, NOBODY
    request.sent = world.clock.now
    request.n_sends += 1
    world.clock.n_contacts += 1
    if uniform(p.seed, DIRECT_PHONE, issue.key, 0) < p.share_by_phone:
        request.channel = HELPLINE
        row = new_task(world, PHONE_TASK, i, p.enquiry_minutes)
        world.tasks[row].channel = HELPLINE
        note(world, L_PHONED_UNIT, i, issue.account, request.unit, 0.0)
        hand_over(world, unit.helpline, row)
    else:
        request.channel = MAILBOX
        row = new_task(world, READ_TASK, i, p.transcription_minutes)
        world.tasks[row].channel = MAILBOX
        note(world, L_WROTE_UNIT, i, issue.account, request.unit, 0.0)
        hand_over(world, unit.mailbox, row)
    if request.forwarded < 0.0:
        chase_later(world, i, p.direct_chase_rate)


@compiled
def chase_later(world, i, rate):
    """Set the time of the next chase of an open issue. Draws: one, exponential with `rate` per day."""
    if rate > 0.0:
        p, issue, request = world.parameters, world.issues[i], request_of(world, i)
        u = uniform(p.seed, CHASE_DELAY, issue.key, request.n_due + 1000 * request.n_sends)
        schedule(world, world.clock.now + exponential(u, p.day_minutes / rate), CHASE_DUE, i, 0)


@compiled
def gain_habit(world, account):
    """A request was done in time through the desk: the habit of calling it grows (000-13).

    h ← h + η (1 − h), η = `habit_gain`.
    """
    row = world.accounts[account]
    row.habit += world.parameters.habit_gain * (1.0 - row.habit)
    row.n_served += 1


@compiled
def lose_habit(world, account):
    """The desk disappointed, or the unit did well without it: the habit shrinks. h ← h (1 − `habit_loss`)."""
    row = world.accounts[account]
    row.habit -= world.parameters.habit_loss * row.habit


@compiled
def go_to_field(world, i):
    """A large deal is pursued by the account's field salesperson, in the ledger (000-04). Draws: one."""
    p, issue = world.parameters, world.issues[i]
    issue.state = FIELD
    note(world, L_TO_FIELD, i, issue.account, NOBODY, issue.order)
    if len(world.field) > 0:
        ledger = world.field[issue.account % len(world.field)]
        ledger.contacts += p.contacts_per_deal
        ledger.n_deals += 1
        if uniform(p.seed, CLOSE, issue.key, 0) < p.close_probability:
            ledger.sales += issue.order
            ledger.sales_all += issue.order
            issue.state = DONE
