"""What happens at the desk when a salesperson ends a task: calls taken, requests passed on, chases made."""

from model.compiled import compiled
from model.engine.books import talk
from model.engine.calendar import today
from model.engine.centre.ending import end_call
from model.engine.centre.peers.teaching import end_help, end_meeting
from model.engine.customers import chase_later, contact_unit, lose_habit
from model.engine.log import note
from model.engine.messages import number_of, send
from model.engine.queues import join, new_task
from model.engine.requests import request_of
from model.engine.selling import conversion, credit_own_sale
from model.engine.stakes import chasing_rate
from model.engine.work import book, hand_over
from model.luck import CHASE_PROMPT, CLOSE, uniform
from model.world.codes import (
    AT_DESK, CALL, CENTRE_CALL, CHASE_TASK, DESK_CHASE, DIRECT_NUMBER, DONE, ENQUIRY_TASK, FORWARD, FORWARD_TASK,
    GIVEN_UP, HELP_TASK, HELPLINE, L_ANSWERED, L_CHASED, L_PROMPTED, L_SENT_AWAY, L_SOLD, MEETING_TASK,
    N_MINUTES, NOBODY, OTHER_CALL, PROMPT_CALL, SALES_CALL, SERVICE_CALL, SERVICE_TIME, UPDATE_CALL, WRAP_UP,
)  # fmt: skip


@compiled
def end_desk_task(world, seller, row):
    """A salesperson ends a task: what follows from it."""
    task = world.tasks[row]
    kind, i = task.kind, task.issue
    if kind == FORWARD_TASK:
        book(world, seller, FORWARD)
        send(world, seller, i)
    elif kind == CHASE_TASK:
        book(world, seller, DESK_CHASE)
        chase(world, seller, i)
    elif kind == UPDATE_CALL:
        book(world, seller, SERVICE_TIME)
        count_call(world, kind)
        if request_of(world, i).salesperson == seller:
            talk(world, seller, task.other, i, task.number, world.parameters.update_shows_number)
    elif kind == CENTRE_CALL:
        end_call(world, seller, row)
    elif kind == HELP_TASK:
        end_help(world, seller, row)
    elif kind == MEETING_TASK:
        end_meeting(world, seller)
    else:
        end_customer_call(world, seller, kind, i)


@compiled
def end_customer_call(world, seller, kind, i):
    """A customer's call ends, wrap-up included; talk about service is booked apart (000-19)."""
    wrap = world.parameters.wrap_minutes
    talk_kind = SERVICE_TIME if kind == SERVICE_CALL or kind == PROMPT_CALL else CALL
    book(world, seller, talk_kind)
    world.ledger[seller * N_MINUTES + talk_kind].minutes -= wrap
    world.ledger[seller * N_MINUTES + WRAP_UP].minutes += wrap
    count_call(world, kind)
    note(world, L_ANSWERED, i, seller, world.issues[i].account, float(kind))
    if kind == SERVICE_CALL:
        take_request(world, seller, i)
    elif kind == SALES_CALL:
        close_sale(world, seller, i)
    elif kind == OTHER_CALL:
        world.issues[i].state = DONE
    else:
        join(world, world.workers[seller].todo, new_task(world, CHASE_TASK, i, world.parameters.chase_minutes))


@compiled
def count_call(world, kind):
    """Count a call that the desk took, by kind (000-16, 000-17)."""
    day = world.days[today(world)]
    world.clock.n_contacts += 1
    world.clock.n_desk += 1
    if kind == SERVICE_CALL:
        day.service_calls += 1
    elif kind == UPDATE_CALL:
        day.update_calls += 1
    else:
        day.other_calls += 1


@compiled
def take_request(world, seller, i):
    """A customer places a service request: taken on if so instructed, else sent away to the unit (000-11)."""
    issue, request = world.issues[i], request_of(world, i)
    if world.managers[world.salespeople[seller].team].serves == 0:
        note(world, L_SENT_AWAY, i, seller, issue.account, 0.0)
        lose_habit(world, issue.account)
        contact_unit(world, i)
        return
    request.desk, request.salesperson, request.person = 1, seller, world.salespeople[seller].person
    world.days[today(world)].involved += 1
    pass_on(world, i)


@compiled
def pass_on(world, i):
    """Put 'pass this request on to the unit' on the to-do list of the salesperson in charge."""
    issue, request = world.issues[i], request_of(world, i)
    issue.state = AT_DESK
    row = new_task(world, FORWARD_TASK, i, world.parameters.forward_minutes)
    hand_over(world, world.workers[request.salesperson].todo, row)


@compiled
def close_sale(world, seller, i):
    """A customer asks for a product: sold with the salesperson's conversion, raised by the customer's interest."""
    p, issue = world.parameters, world.issues[i]
    chance = min(1.0, conversion(world, seller) * p.opportunity_conversion)
    issue.state = DONE
    if uniform(p.seed, CLOSE, issue.key, 0) < chance:
        credit_own_sale(world, seller, issue.order)
        note(world, L_SOLD, i, seller, issue.account, issue.order)


@compiled
def chase_is_due(world, i):
    """The time of a chase has come (000-28): the desk chases its own requests, a customer calls the helpline.

    A salesperson keeps within `chase_limit` per request and `chase_budget_minutes` per day; what the budget forbids is
    considered again later. With `p_prompted` the
    impatient customer calls the desk first. Draws: one, and one for the next time.
    """
    p, issue, request = world.parameters, world.issues[i], request_of(world, i)
    if issue.state == DONE or issue.state == GIVEN_UP:
        return
    request.n_due += 1
    if request.salesperson == NOBODY:
        request.n_chases += 1
        row = new_task(world, ENQUIRY_TASK, i, p.enquiry_minutes)
        world.tasks[row].channel = HELPLINE
        world.clock.n_contacts += 1
        note(world, L_CHASED, i, issue.account, NOBODY, float(HELPLINE))
        hand_over(world, world.units[request.unit].helpline, row)
        chase_later(world, i, p.direct_chase_rate)
        return
    seller = request.salesperson
    if request.n_chases >= p.chase_limit:
        return
    if world.salespeople[seller].chasing + p.chase_minutes <= p.chase_budget_minutes:
        request.n_chases += 1
        world.salespeople[seller].chasing += p.chase_minutes
        if uniform(p.seed, CHASE_PROMPT, issue.key, request.n_due) < p.p_prompted:
            note(world, L_PROMPTED, i, issue.account, seller, 0.0)
            row = new_task(world, PROMPT_CALL, i, issue.talk + p.wrap_minutes)
            hand_over(world, world.workers[seller].line, row)
        else:
            hand_over(world, world.workers[seller].todo, new_task(world, CHASE_TASK, i, p.chase_minutes))
    chase_later(world, i, chasing_rate(world, i))


@compiled
def chase(world, seller, i):
    """A salesperson calls about an open request: the rep's own number if known, else the helpline (000-27..29)."""
    p, issue, request = world.parameters, world.issues[i], request_of(world, i)
    if issue.state == DONE or request.salesperson != seller:
        return
    rep = number_of(world, seller, i)
    channel = HELPLINE if rep == NOBODY else DIRECT_NUMBER
    row = new_task(world, ENQUIRY_TASK, i, p.enquiry_minutes)
    task = world.tasks[row]
    task.channel, task.desk, task.other = channel, 1, rep
    world.clock.n_contacts += 1
    world.clock.n_desk += 1
    world.days[today(world)].chases += 1
    note(world, L_CHASED, i, seller, rep, float(channel))
    if rep == NOBODY:
        hand_over(world, world.units[request.unit].helpline, row)
    else:
        hand_over(world, world.workers[len(world.salespeople) + rep].line, row)
