"""A call ends: its minutes are booked, and what follows from it happens."""

from model.compiled import compiled
from model.engine.centre.settling import settle
from model.engine.log import note
from model.engine.work import KINDS, book
from model.world.codes import CALL, L_CALL_ENDED, WRAP_UP


@compiled
def end_call(world, worker, row):
    """A call ends, wrap-up included."""
    c = world.tasks[row].issue
    call = world.calls[c]
    wrap_up = world.streams[call.stream].wrap_up_minutes
    book(world, worker, CALL)
    world.ledger[worker * KINDS + CALL].minutes -= wrap_up
    world.ledger[worker * KINDS + WRAP_UP].minutes += wrap_up
    world.advisors[worker].n_calls += 1
    world.clock.n_contacts += 1
    world.clock.n_desk += 1
    note(world, L_CALL_ENDED, call.number, worker, call.customer, call.minutes)
    settle(world, c)
