"""Queues of tasks: everything that takes somebody's time waits in one of them, first in, first out."""

from model.compiled import compiled
from model.world.codes import CENTRE_CALL, CUSTOMER_CALLS_END, ISSUE_TASKS_END, NOBODY


@compiled
def new_task(world, kind, issue, minutes):
    """Take an unused row of tasks (the caller of the engine has made room). Returns the row."""
    clock = world.clock
    row = clock.free_task
    if row >= 0:
        clock.free_task = world.tasks[row].next
    else:
        row = clock.n_tasks
        clock.n_tasks = row + 1
    task = world.tasks[row]
    task.kind, task.issue, task.minutes = kind, issue, minutes
    task.request = world.issues[issue].request if kind < ISSUE_TASKS_END else NOBODY
    task.queue, task.other, task.channel, task.desk, task.priority, task.number = NOBODY, NOBODY, NOBODY, 0, 0, 0
    task.next, task.previous = NOBODY, NOBODY
    return row


@compiled
def discard(world, row):
    """Give a row of tasks back; late events about it are recognised by its stamp."""
    task = world.tasks[row]
    task.stamp += 1
    task.next = world.clock.free_task
    world.clock.free_task = row


@compiled
def is_customers(task):
    """Whether a task is a customer's call, to which the measures of call queues apply."""
    return task.kind < CUSTOMER_CALLS_END or task.kind == CENTRE_CALL


@compiled
def count_change(world, queue):
    """Integrate the number waiting over the time since the last change (Little's law needs it)."""
    now = world.clock.now
    queue.area += queue.length * (now - queue.changed)
    if queue.callers > 0 and now > world.clock.warm_up:
        queue.m_area += queue.callers * (now - max(queue.changed, world.clock.warm_up))
    queue.changed = now


@compiled
def link(world, queue, before, after):
    """Let one task follow another in a queue; nobody before is the head, nobody after the tail."""
    if before >= 0:
        world.tasks[before].next = after
    else:
        queue.head = after
    if after >= 0:
        world.tasks[after].previous = before
    else:
        queue.tail = before


@compiled
def join(world, where, row):
    """Put a task at the end of a queue; one with priority behind the others with priority, before all without."""
    queue, task = world.queues[where], world.tasks[row]
    count_change(world, queue)
    task.queue, task.entered, task.waiting = where, world.clock.now, 1
    before = queue.tail if task.priority == 0 else queue.last_first
    after = NOBODY if task.priority == 0 else queue.head if before == NOBODY else world.tasks[before].next
    link(world, queue, before, row)
    link(world, queue, row, after)
    if task.priority == 1:
        queue.last_first = row
    queue.length += 1
    queue.n_in += 1
    if is_customers(task):
        queue.callers += 1
        if world.clock.now >= world.clock.warm_up:
            queue.entered += 1


@compiled
def unlink(world, row):
    """Take a task out of its queue, wherever it stands in it. Returns the time it waited there."""
    task = world.tasks[row]
    queue = world.queues[task.queue]
    count_change(world, queue)
    if task.priority == 1 and queue.last_first == row:
        queue.last_first = task.previous
    link(world, queue, task.previous, task.next)
    task.waiting = 0
    queue.length -= 1
    if is_customers(task):
        queue.callers -= 1
    waited = world.clock.now - task.entered
    queue.waited += waited
    return waited


@compiled
def serve(world, row):
    """Take a task out of its queue to be served; for customers' calls the wait is tallied."""
    task = world.tasks[row]
    queue = world.queues[task.queue]
    waited = unlink(world, row)
    queue.serving += 1
    queue.n_begun += 1
    if is_customers(task) and task.entered >= world.clock.warm_up:
        queue.m_begun += 1
        queue.m_wait += waited
        queue.m_wait_answered += waited
        if task.priority == 1:
            queue.m_begun_1 += 1
            queue.m_wait_1 += waited
        if waited > 0.0:
            queue.m_delayed += 1
        if waited <= 1.0 / 3.0:
            queue.m_prompt += 1


@compiled
def withdraw(world, row):
    """Take a task out of its queue unserved, and count it as having left. Returns the time it waited."""
    task = world.tasks[row]
    queue = world.queues[task.queue]
    waited = unlink(world, row)
    queue.n_left += 1
    if is_customers(task) and task.entered >= world.clock.warm_up:
        queue.m_left += 1
        queue.m_wait += waited
        if task.priority == 1:
            queue.m_wait_1 += waited
        queue.m_delayed += 1
    return waited


@compiled
def is_full(world, where):
    """Whether a caller would find all lines of a queue taken."""
    queue = world.queues[where]
    return queue.lines > 0 and queue.length + queue.serving >= queue.lines
