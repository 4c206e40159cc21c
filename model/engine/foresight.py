"""Looking ahead: rows that are soon needed are asked for early, and come from memory while other events happen.

With thousands of people the tables are larger than what lies near the processor, and an event would wait for row after
row. What comes is known well before: from the agenda, and from the issues, which arise in order. What an event needs
leads to what it needs next, so rows are asked for in steps, each some events after the one before. A chase that is due
mostly finds its request done, so its issue is all that is asked for. Nothing but speed depends on any of it; a hint
that comes to nothing, because a request has moved on meanwhile, costs nothing but itself.

A processor guesses which way a branch goes, and wrong guesses cost more than hints. So there are none: where an event
has no worker, task, issue or request, the first row is looked at in its place, which is near anyway.
"""

from model.compiled import compiled
from model.world.codes import CALL_AGAIN, CHASE_DUE, FINISH, HANG_UP, LOG_DUE, NOBODY
from model.world.native import fetch, fetch_first
from model.world.slots import COMING, list_of
from model.world.tables import FIRST_UNIT_POOL

NOTICE = 10
"""Slots ahead in which events are first looked at: time for all steps, and not so long that rows are gone again."""
HEADWAY = 6
"""Slots from the one whose events are looked at to the one of which the first is asked for itself."""
STEP = 3
"""Events from one step to the next: time for a row to come."""


@compiled
def look_ahead(world, slot):
    """Take the first step for the events of a coming slot, and with each of them the next steps for earlier ones."""
    fetch(world.later[max(list_of(world, slot + NOTICE + HEADWAY).first, 0)])
    row = list_of(world, slot + NOTICE).first
    while row != NOBODY:
        event = world.later[row]
        n = world.clock.n_coming
        world.clock.n_coming = n + 1
        look_at(world, event, coming(world, n))
        look_further(world, coming(world, n - STEP))
        look_for_page(world, coming(world, n - 2 * STEP))
        look_for_ties(world, coming(world, n - 3 * STEP))
        row = event.next


@compiled
def coming(world, n):
    """The row of the event that was looked at as number `n`."""
    return world.coming[n & (COMING - 1)]


@compiled
def look_at(world, event, it):
    """First step: the worker and the task that an event is about, or the number of its issue."""
    kind, who = event.kind, event.who
    it.worker = who if kind == FINISH else 0
    it.task = event.stamp if kind == FINISH else who if kind == HANG_UP else 0
    it.issue = who if (kind == CHASE_DUE) | (kind == LOG_DUE) | (kind == CALL_AGAIN) else 0
    fetch(world.workers[it.worker])
    fetch(world.tasks[it.task])


@compiled
def look_further(world, it):
    """Second step: the queues to which the worker may turn, the issue, and the request that a task is about."""
    worker, task = world.workers[it.worker], world.tasks[it.task]
    fetch_first(world.queues[worker.line])
    fetch_first(world.queues[worker.todo])
    fetch_first(world.queues[max(worker.bucket, 0)])
    unit = world.units[min(max(worker.pool - FIRST_UNIT_POOL, 0), len(world.units) - 1)]
    fetch_first(world.queues[unit.mailbox])
    fetch_first(world.queues[unit.helpline])
    is_issue = (it.task > 0) & (task.issue >= 0) & (task.issue < len(world.issues))  # a centre's calls are none
    it.issue = task.issue if is_issue else it.issue
    it.request = task.request if is_issue & (task.request >= 0) else 0
    fetch(world.issues[it.issue])
    fetch(world.requests[it.request])


@compiled
def look_for_page(world, it):
    """Third step: where the contact book's page is that the request concerns."""
    request = world.requests[it.request]
    it.page = max(request.salesperson, 0) * len(world.units) + request.unit
    fetch(world.books[it.page])


@compiled
def look_for_ties(world, it):
    """Fourth step: the line in which the ties of that page begin; most pages have no other."""
    fetch(world.ties[world.books[it.page].first])


@compiled
def expect(world, issue):
    """An issue arises: of those that come next, bring near who owns the account, and the queue in which they call."""
    if issue + 16 < len(world.issues):
        fetch(world.issues[issue + 16])
        later = world.issues[issue + 8]
        fetch(world.requests[max(later.request, 0)])
        fetch(world.accounts[later.account])
        fetch(world.workers[world.accounts[world.issues[issue + 4].account].salesperson])
        worker = world.workers[world.accounts[world.issues[issue + 2].account].salesperson]
        fetch(world.queues[worker.line])
