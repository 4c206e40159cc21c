"""Other departments: they cause calls, are asked during calls, and may not know (001-20, 001-29, 001-38, 001-55)."""

from model.compiled import compiled
from model.luck import ASKING_TIME, ASKS_DEPARTMENT, FAILS_ELSEWHERE, INFORMED, exponential, uniform
from model.world.codes import FAILURE_ELSEWHERE, NOBODY, OWN_NEED


@compiled
def plan_asking(world, worker, c):
    """Another department is asked while the customer waits, and may not have the information (001-38, 001-55).

    A call about a failure elsewhere always needs one; any other needs department d with chance `p_needed` of d. A
    query stays open that the department knows nothing about. Draws: up to four.
    """
    p, call = world.parameters, world.calls[c]
    find_cause(world, call)
    if call.reason == FAILURE_ELSEWHERE:
        call.bought, call.value = 0, 0.0
    if len(world.departments) == 0:
        return
    d = department_for(world, call)
    if d == NOBODY:
        return
    hand, department = world.in_hand[worker], world.departments[d]
    hand.department = d
    hand.consulting = exponential(uniform(p.seed, ASKING_TIME, call.key, call.attempt), department.consult_minutes)
    call.minutes += hand.consulting
    if uniform(p.seed, INFORMED, call.key, call.attempt) >= department.p_informed:
        hand.uninformed, call.resolved = 1, 0


@compiled
def find_cause(world, call):
    """Whether a new call is about a failure in another part of the firm (001-29). Draws: one."""
    share = world.streams[call.stream].p_failure_demand
    if call.contact > 0 or share <= 0.0 or call.reason != OWN_NEED:
        return
    if uniform(world.parameters.seed, FAILS_ELSEWHERE, call.key, 0) < share:
        call.reason = FAILURE_ELSEWHERE


@compiled
def department_for(world, call):
    """The department that a call needs, or nobody (001-20). Draws: one."""
    u = uniform(world.parameters.seed, ASKS_DEPARTMENT, call.key, 0)
    if call.reason == FAILURE_ELSEWHERE:
        total = 0.0
        for d in range(len(world.departments)):
            total += world.departments[d].p_needed
        u *= total
    for d in range(len(world.departments)):
        u -= world.departments[d].p_needed
        if u < 0.0:
            return d
    return len(world.departments) - 1 if call.reason == FAILURE_ELSEWHERE else NOBODY
