"""Work: who takes which task, when it ends, and to what kind each minute is booked."""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.calendar import today
from model.engine.centre.answering import answer
from model.engine.centre.beyond.seats import SEAT_FOUND, WITHOUT_SEAT, finds_seat, seat_left, stop_waiting
from model.engine.centre.choosing import next_call
from model.engine.queues import is_customers, join, serve
from model.engine.requests import out_of_turn, start_request
from model.engine.selling import sell_until
from model.luck import PICK, uniform
from model.rules.reps.order_of_work import order_of_work
from model.rules.reps.pick_request import pick_request
from model.rules.routing.idle_worker import idle_worker
from model.world.codes import (
    BREAK, BREAK_OVER, BUCKET, CENTRE_CALL, FINISH, IDLE, MAIL, N_MINUTES, NOBODY, OWN, PHONE, REP, REQUEST_TASK,
    SALESPERSON, SELL, SHIFT_OVER,
)  # fmt: skip


@compiled
def book(world, worker, kind):
    """Book the time since the last booking of a worker to a kind of work. Returns the minutes."""
    row = world.workers[worker]
    minutes = world.clock.now - row.since
    row.since = world.clock.now
    world.ledger[worker * N_MINUTES + kind].minutes += minutes
    if row.role == REP:
        world.day_ledger[today(world) * N_MINUTES + kind].minutes += minutes
    return minutes


@compiled
def book_free_time(world, worker):
    """Book the time in which a worker had no task: to selling at the desk, else to idleness."""
    row = world.workers[worker]
    if row.role == SALESPERSON and world.parameters.sells and world.parameters.desk_open:
        sell_until(world, worker, world.clock.now - row.since)
        book(world, worker, SELL)
    else:
        book(world, worker, IDLE)


@compiled
def rest(world, worker):
    """A worker without a task joins the idle of the pool."""
    row = world.workers[worker]
    pool = world.pools[row.pool]
    place = world.idle[pool.first + pool.n_idle]
    place.worker, place.id = worker, row.id
    row.idle_place, row.idle_since = pool.n_idle, world.clock.now
    pool.n_idle += 1
    row.task = NOBODY


@compiled
def stir(world, worker):
    """An idle worker leaves the idle of the pool, and the free time is booked."""
    row = world.workers[worker]
    pool = world.pools[row.pool]
    pool.n_idle -= 1
    last, place = world.idle[pool.first + pool.n_idle], world.idle[pool.first + row.idle_place]
    place.worker, place.id = last.worker, last.id
    world.workers[last.worker].idle_place = row.idle_place
    row.idle_place = NOBODY
    book_free_time(world, worker)


@compiled
def begin(world, worker, task):
    """A worker begins on a task that was taken out of its queue; its end is scheduled."""
    row = world.workers[worker]
    row.task = task
    row.since = world.clock.now
    schedule(world, world.clock.now + world.tasks[task].minutes, FINISH, worker, task)


@compiled
def offer(world, where, row):
    """Something came into a queue: if somebody who serves it is idle, that person sees to it now."""
    queue = world.queues[where]
    if queue.owner >= 0:
        worker = queue.owner
        if world.workers[worker].idle_place < 0:
            return
    else:
        pool = world.pools[queue.pool]
        if pool.n_idle == 0:
            return
        place = 0
        if pool.n_idle > 1:
            key = world.issues[world.tasks[row].issue].key
            place = idle_worker(world.parameters.idle_choice, world, queue.pool, key)
        worker = world.idle[pool.first + place].worker
    stir(world, worker)
    turn_to_next(world, worker)


@compiled
def turn_to_next(world, worker):
    """A worker who is free takes the next task by the order of work, or rests."""
    task = next_for_desk(world, worker) if world.workers[worker].role == SALESPERSON else next_for_rep(world, worker)
    if task == NOBODY:
        rest(world, worker)
    else:
        jumped = out_of_turn(world, worker, task)
        serve(world, task)
        if world.tasks[task].kind == REQUEST_TASK:
            task = start_request(world, worker, task, jumped)
        elif world.tasks[task].kind == CENTRE_CALL:
            answer(world, worker, task)
        begin(world, worker, task)


@compiled
def next_for_desk(world, worker):
    """A salesperson answers the telephone first, then does what stands on the to-do list; free time sells."""
    row = world.workers[worker]
    task = world.queues[row.line].head
    if task == NOBODY:
        shared = world.pools[row.pool].queue
        if shared >= 0:
            task = world.queues[shared].head
    if task == NOBODY and len(world.streams) > 0:
        task = next_call(world, world.advisors[worker].group)
    if task == NOBODY:
        task = world.queues[row.todo].head
    return task


@compiled
def next_for_rep(world, worker):
    """A rep turns to telephone, mail, own list or bucket by the rule `order_of_work` (000-25, 000-30, 000-31)."""
    row = world.workers[worker]
    unit = world.units[world.reps[worker - len(world.salespeople)].unit]
    queues, p = world.queues, world.parameters
    bucket = queues[row.bucket]
    n_phone = queues[row.line].length + queues[unit.helpline].length
    n_mail, n_own = queues[unit.mailbox].length, queues[row.todo].length
    source = order_of_work(p.order_of_work, n_phone, n_mail, n_own, bucket.length)
    if source == PHONE:
        direct = queues[row.line].head
        return direct if direct >= 0 else queues[unit.helpline].head
    if source == MAIL:
        return queues[unit.mailbox].head
    if source == OWN:
        return queues[row.todo].head
    if source == BUCKET:
        first = world.tasks[bucket.head]
        oldest = world.requests[first.request]
        u = uniform(p.seed, PICK, world.issues[first.issue].key, oldest.n_skipped)
        task = pick_request(p.pick_request, world.tasks, bucket.head, bucket.length, p, u)
        oldest.n_skipped += task != bucket.head
        return task
    return NOBODY


@compiled
def finish_service(world, row):
    """A task has been served to the end: its queue counts it."""
    task = world.tasks[row]
    queue = world.queues[task.queue]
    queue.serving -= 1
    queue.n_out += 1
    if is_customers(task) and world.clock.now > world.clock.warm_up:
        queue.m_busy += min(task.minutes, world.clock.now - world.clock.warm_up)


@compiled
def hand_over(world, where, row):
    """Put a task into a queue and let somebody idle see to it."""
    join(world, where, row)
    offer(world, where, row)


@compiled
def leave_work(world, worker):
    """A worker goes on the break (or off the shift) that is due, and will be back after its full length."""
    row = world.workers[worker]
    row.away, row.away_due = row.away_due, 0
    row.task = NOBODY
    row.since = world.clock.now
    if row.away == 1:
        schedule(world, world.clock.now + break_minutes_of(world, worker), BREAK_OVER, worker, 0)
    else:
        schedule(world, max(world.clock.now, row.next_shift), SHIFT_OVER, worker, 0)
        follower = seat_left(world) if row.role == SALESPERSON else NOBODY
        if follower != NOBODY:
            schedule(world, world.clock.now, SHIFT_OVER, follower, 0)


@compiled
def break_minutes_of(world, worker):
    """Length of the one break of a shift: the group's in a centre, else that of the desk or the units."""
    p = world.parameters
    if world.workers[worker].role == SALESPERSON and len(world.groups) > 0:
        return world.groups[world.advisors[worker].group].break_minutes
    share = p.availability_desk if world.workers[worker].role == SALESPERSON else p.availability_reps
    return (1.0 - share) * min(p.shift_minutes, p.day_minutes)


@compiled
def come_back(world, worker):
    """A worker is back from a break or for a new shift."""
    book(world, worker, BREAK)
    row = world.workers[worker]
    if row.away == 2:
        row.next_shift += world.parameters.day_minutes
        if row.role == SALESPERSON and finds_seat(world, worker) == 0:
            return
    row.away = 0
    after_task(world, worker)


@compiled
def after_task(world, worker):
    """What a worker does when nothing is in hand: leave if that is due, else turn to the next task."""
    if world.workers[worker].away_due > 0:
        leave_work(world, worker)
    else:
        turn_to_next(world, worker)


@compiled
def away_is_due(world, worker, reason):
    """A break or the end of the shift has come: a worker with a task in hand finishes it first."""
    row = world.workers[worker]
    if row.away > 0:
        if reason == 2 and row.away == WITHOUT_SEAT:
            stop_waiting(world, worker)
            book(world, worker, BREAK)
            row.away = 2
            schedule(world, max(world.clock.now, row.next_shift), SHIFT_OVER, worker, 0)
        elif reason == 2 and (row.away == 1 or row.away == SEAT_FOUND):
            row.away_due = 2
        return
    row.away_due = max(row.away_due, reason)
    if row.idle_place >= 0:
        stir(world, worker)
        leave_work(world, worker)
