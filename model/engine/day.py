"""A new day begins: free time is booked, loads fade, the state of the organisation is noted."""

from model.compiled import compiled
from model.engine.agenda import schedule, spread
from model.engine.centre.people import hold_meeting, note_day
from model.engine.centre.segments.segmenting import update_segments
from model.engine.field import work_field
from model.engine.opening import open_desk
from model.engine.review import hold_review
from model.engine.work import book_free_time
from model.world.codes import NEW_DAY, SUPERVISOR


@compiled
def begin_day(world):
    """Begin the next day, with a review if one is due."""
    p, clock = world.parameters, world.clock
    if clock.day == 0:
        spread(world)
        open_desk(world)
    close_day(world)
    clock.day += 1
    schedule(world, clock.now + p.day_minutes, NEW_DAY, 0, 0)
    for post in range(len(world.reps)):
        rep = world.reps[post]
        unit = world.units[rep.unit]
        fair = unit.today / unit.n_reps
        rep.excess = rep.excess * (1.0 - p.overload_recovery) + max(0.0, rep.today - fair)
        rep.today = 0
    for unit in range(len(world.units)):
        world.units[unit].today = 0
    for seller in range(len(world.salespeople)):
        world.salespeople[seller].chasing = 0.0
    if len(world.records) > 0 and (clock.day - 1) % p.segment_days == 0:
        update_segments(world)
    if len(world.advisors) > 0 and clock.day > 1 and (clock.day - 1) % p.meeting_days == 0:
        hold_meeting(world)
    if clock.day > 1 and (clock.day - 1) % p.review_days == 0:
        hold_review(world)
    work_field(world)
    take_stock(world)
    note_day(world)


@compiled
def close_day(world):
    """Book the free time of everybody who has no task, so that days do not run into each other."""
    for worker in range(len(world.workers)):
        if world.workers[worker].idle_place >= 0:
            book_free_time(world, worker)


@compiled
def take_stock(world):
    """Note habits, buckets and mailboxes at the start of the day."""
    if world.clock.day > len(world.days):
        return
    day = world.days[world.clock.day - 1]
    habit = 0.0
    for account in range(len(world.accounts)):
        habit += world.accounts[account].habit
    day.known = world.clock.n_known
    day.habit = habit / len(world.accounts)
    for u in range(len(world.units)):
        unit = world.units[u]
        bucket, mail = world.queues[unit.bucket].length, world.queues[unit.mailbox].length
        for place in range(unit.n_reps):
            worker = world.workers[len(world.salespeople) + unit.first + place]
            bucket += world.queues[worker.todo].length
            bucket += world.queues[worker.bucket].length if world.parameters.own_buckets else 0
        day.bucket += bucket
        day.mail += mail
        day.worst = max(day.worst, bucket + mail)
    for m in range(len(world.managers)):
        if world.managers[m].kind == SUPERVISOR:
            day.serving += world.managers[m].serves
