"""A call is answered: what it will be about, and so how long it takes, is settled when it begins."""

from model.compiled import compiled
from model.engine.log import note
from model.luck import HANDLE, uniform
from model.world.arrivals import duration
from model.world.codes import L_CALL_TAKEN, SERVES


@compiled
def answer(world, worker, row):
    """Somebody takes a call: its length is settled, wrap-up included.

    minutes = handle time of the stream · pace of an overflowed call. Draws: one.
    """
    p, task = world.parameters, world.tasks[row]
    call, advisor = world.calls[task.issue], world.advisors[worker]
    stream = world.streams[call.stream]
    call.worker = worker
    call.level = world.skills[advisor.group * len(world.streams) + call.stream].level
    u = uniform(p.seed, HANDLE, call.key, call.attempt)
    call.minutes = duration(u, stream.handle_law, stream.handle_minutes, stream.handle_cv)
    if call.level != SERVES:
        call.minutes *= p.mismatch_pace
        stream.n_overflowed += 1
    task.minutes = call.minutes + stream.wrap_up_minutes
    note(world, L_CALL_TAKEN, call.number, worker, call.customer, world.clock.now - task.entered)
