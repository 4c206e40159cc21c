"""A caller holds the line: is told how long it will take, agrees to be called back, or hangs up."""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.centre.sites import people_for, queue_of
from model.engine.log import note
from model.luck import CALL_BACK, WAIT_FOR, exponential, uniform
from model.world.codes import CALLER_LEAVES, L_CALL_BACK


@compiled
def hold(world, c, row):
    """A caller waits as long as patience lasts, or hangs up at once and is called back (002-27).

    Who is told a wait beyond the own patience hangs up at once; who is told less waits `announced_patience` times as
    long. Draws: one, exponential with the stream's `patience`, and one where a call-back is offered.
    """
    p, call = world.parameters, world.calls[c]
    stamp, patience_mean = world.tasks[row].stamp, world.streams[call.stream].patience
    expected = expected_wait(world, call)
    if agrees_to_call_back(world, c, expected) == 1:
        return
    if patience_mean <= 0.0:
        return
    patience = exponential(uniform(p.seed, WAIT_FOR, call.key, call.attempt), patience_mean)
    if p.announces:
        patience = 0.0 if expected > patience else patience * p.announced_patience
    schedule(world, world.clock.now + patience, CALLER_LEAVES, row, stamp)


@compiled
def expected_wait(world, call):
    """Wait that the system expects for the last in a line: waiting · handle time / people of the line (002-27).

    Where each site answers its own calls, those who wait there and the site's people.
    """
    waiting = world.queues[queue_of(world, call)].length
    return waiting * world.streams[call.line].handle_minutes / max(1, people_for(world, call))


@compiled
def agrees_to_call_back(world, c, expected):
    """Whether a call-back is offered and accepted: the call keeps its place, and its caller waits elsewhere (002-27).

    Draws: one.
    """
    p, call = world.parameters, world.calls[c]
    if p.call_back_minutes <= 0.0 or expected < p.call_back_minutes:
        return 0
    if uniform(p.seed, CALL_BACK, call.key, call.attempt) >= p.p_accepts_call_back:
        return 0
    call.called_back = 1
    world.segments[world.records[call.customer].segment].n_calls_back += 1
    note(world, L_CALL_BACK, call.number, call.customer, call.line, expected)
    return 1
