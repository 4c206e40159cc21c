"""Service requests: the row of an issue's life as one, and how a rep begins on one in the bucket."""

from model.compiled import compiled
from model.engine.log import note
from model.engine.queues import new_task
from model.world.codes import IN_WORK, L_JUMPED, L_STARTED, NOBODY, REQUEST_TASK, UPDATE_TASK


@compiled
def request_of(world, i):
    """The life of an issue as a service request."""
    return world.requests[world.issues[i].request]


@compiled
def out_of_turn(world, worker, task):
    """Whether an older request stands in the rep's bucket than the one about to be begun (000-31)."""
    if world.tasks[task].kind != REQUEST_TASK:
        return False
    oldest = world.queues[world.workers[worker].bucket].head
    if oldest == NOBODY or oldest == task:
        return False
    requests, tasks = world.requests, world.tasks
    return requests[tasks[oldest].request].logged < requests[tasks[task].request].logged


@compiled
def start_request(world, worker, task, jumped):
    """A rep begins on a request: the update calls owed to the desk come first (000-17), then the work.

    Returns the task to do now: an update call, or the request itself.
    """
    i = world.tasks[task].issue
    issue, request = world.issues[i], world.requests[world.tasks[task].request]
    rep = worker - len(world.salespeople)
    unit = world.units[request.unit]
    issue.state, request.started, request.rep = IN_WORK, world.clock.now, rep
    world.tasks[task].minutes = request.work * world.reps[rep].speed
    unit.n_started += 1
    note(world, L_STARTED, i, rep, NOBODY, world.clock.now - request.logged)
    if jumped:
        request.jumped = 1
        unit.n_jumped += 1
        note(world, L_JUMPED, i, rep, NOBODY, 0.0)
    if request.salesperson >= 0 and request.n_updates > 0:
        world.workers[worker].held = task
        return update_call(world, rep, i)
    return task


@compiled
def update_call(world, rep, i):
    """The task in which a rep calls the salesperson with an update about an issue. Returns the task."""
    call = new_task(world, UPDATE_TASK, i, world.parameters.update_minutes)
    world.tasks[call].other = rep
    return call
