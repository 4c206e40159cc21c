"""The schedule: the only loop over time. What happens in a run, happens in this order.

1. The earliest of the next arising issue and the first event on the agenda comes next (an issue first, if equal).
2. An issue arises: the customer calls the desk or turns to the unit. In a centre a stream's next call comes.
3. A task ends: the desk or the unit acts on it, then the worker turns to the next task.
4. Somebody hangs up, calls again, overflows to another group, is done with self-service, is asked by a colleague, has
   a meeting, chases, logs at last what was set aside, goes on a break, comes back. Traffic spikes. A centre's
   supervisor makes a round of the lines.
5. A day begins: free time is booked, loads fade, memories count one day more, and every so often there is a review.
"""

from model.compiled import compiled, entry
from model.engine.agenda import open_slot, schedule
from model.engine.centre.arrivals import call_comes
from model.engine.centre.peers.teaching import help_comes, meeting_is_due
from model.engine.centre.segments.supervising import make_round
from model.engine.centre.self_service import self_service_ends
from model.engine.centre.spikes import spike_call_comes, spike_comes
from model.engine.centre.waiting import caller_leaves, enter, overflow_is_due
from model.engine.customers import arise, call_desk, hang_up
from model.engine.day import begin_day
from model.engine.desk import chase_is_due, end_desk_task
from model.engine.foresight import expect
from model.engine.heap import drop_first
from model.engine.queues import discard
from model.engine.room import events_with_room
from model.engine.unit import end_unit_task, log_at_last
from model.engine.work import after_task, away_is_due, come_back, finish_service
from model.world.codes import (
    BREAK_DUE, BREAK_OVER, CALL_AGAIN, CALL_COMES, CALL_RETURNS, CALLER_LEAVES, CHASE_DUE, FINISH, HANG_UP,
    HELP_COMES, LOG_DUE, MEETING_DUE, NOBODY, OVERFLOW_DUE, ROUND_DUE, SALESPERSON, SELF_SERVICE_ENDS, SHIFT_DUE,
    SHIFT_OVER, SPIKE_CALL_COMES, SPIKE_COMES,
)  # fmt: skip
from model.world.native import as_world
from model.world.agenda_tables import FIRST

REACHED, NEEDS_ROOM = range(2)


@compiled
def advance(world, until):
    """Execute all events before `until` (minutes). Returns REACHED, or NEEDS_ROOM when a table is full."""
    clock, room = world.clock, 0
    while True:
        arising = world.issues[clock.next_issue].arises if clock.next_issue < len(world.issues) else until
        if clock.n_heap == 0:
            open_slot(world)
        timed = world.heap[FIRST].time if clock.n_heap > 0 else until
        if arising >= until and timed >= until:
            clock.now = max(clock.now, until)
            return REACHED
        if room == 0:
            room = events_with_room(world)
            if room == 0:
                return NEEDS_ROOM
        room -= 1
        clock.n_events += 1
        if arising <= timed:
            clock.now = arising
            issue = clock.next_issue
            clock.next_issue = issue + 1
            if clock.looks_ahead == 1:
                expect(world, issue)
            arise(world, issue)
        else:
            clock.now = timed
            event = world.heap[FIRST]
            kind, who, stamp = event.kind, event.who, event.stamp
            drop_first(world)
            happen(world, kind, who, stamp)


@compiled
def happen(world, kind, who, stamp):
    """Execute one timed event."""
    if kind == FINISH:
        finish(world, who)
    elif kind == CALL_COMES:
        call_comes(world, who)
    elif kind == CALLER_LEAVES:
        caller_leaves(world, who, stamp)
    elif kind == OVERFLOW_DUE:
        overflow_is_due(world, who, stamp)
    elif kind == CALL_RETURNS:
        enter(world, who)
    elif kind == ROUND_DUE:
        make_round(world)
    elif kind == HELP_COMES:
        help_comes(world, who)
    elif kind == MEETING_DUE:
        meeting_is_due(world, who)
    elif kind == SELF_SERVICE_ENDS:
        self_service_ends(world, who, stamp)
    elif kind == SPIKE_COMES:
        spike_comes(world, who)
    elif kind == SPIKE_CALL_COMES:
        spike_call_comes(world, who)
    elif kind == HANG_UP:
        hang_up(world, who, stamp)
    elif kind == CALL_AGAIN:
        call_desk(world, who)
    elif kind == CHASE_DUE:
        chase_is_due(world, who)
    elif kind == LOG_DUE:
        log_at_last(world, who, stamp)
    elif kind == BREAK_OVER or kind == SHIFT_OVER:
        come_back(world, who)
    elif kind == BREAK_DUE or kind == SHIFT_DUE:
        schedule(world, world.clock.now + world.parameters.day_minutes, kind, who, 0)
        away_is_due(world, who, 1 if kind == BREAK_DUE else 2)
    else:
        begin_day(world)


@compiled
def finish(world, worker):
    """A worker ends the task in hand, what follows from it happens, and the worker turns to the next."""
    row = world.workers[worker].task
    world.workers[worker].task = NOBODY
    if world.tasks[row].queue >= 0:
        finish_service(world, row)
    went_on = 0
    if world.workers[worker].role == SALESPERSON:
        end_desk_task(world, worker, row)
    else:
        went_on = end_unit_task(world, worker, row)
    discard(world, row)
    if went_on == 0:
        after_task(world, worker)


@entry
def advance_native(directory, until):
    """`advance` for compiled code: the world is found through the directory of its tables."""
    return advance(as_world(directory), until)
