"""The first morning: posts are filled, supervisors give their first instruction, everybody waits for work."""

from model.compiled import compiled
from model.engine.centre.arrivals import open_lines
from model.engine.centre.beyond.seats import finds_seat
from model.engine.staffing import appoint_rep, appoint_salesperson
from model.engine.work import rest
from model.rules.managers.service_turn import service_turn


@compiled
def open_desk(world):
    """Fill all posts and let everybody who is at work wait for the first task."""
    for rep in range(len(world.reps)):
        appoint_rep(world, rep)
    for post in range(len(world.salespeople)):
        appoint_salesperson(world, post)
    n_desk = len(world.salespeople)
    for worker in range(len(world.workers)):
        if world.workers[worker].away == 0 and (worker >= n_desk or finds_seat(world, worker) == 1):
            rest(world, worker)
    instruct(world)
    open_lines(world)


@compiled
def instruct(world):
    """Supervisors give their first instruction by the rule `service_turn`."""
    p = world.parameters
    for team in range(world.clock.n_teams):
        manager = world.managers[team]
        if service_turn(p.service_turn, manager, p) == 1:
            manager.serves, manager.turned = 1, 0
