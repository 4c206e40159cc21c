"""Callers who need somebody with other skills are handed on; multi-skilling makes that rarer (001-15)."""

from model.compiled import compiled
from model.engine.centre.outcome import bring_nothing
from model.luck import HANDING_ON, MASTERS, exponential, uniform


@compiled
def plan_transfer(world, worker, c):
    """A query that the person has not the skills for is handed on (001-15): P = 1 − mastery. Draws: two.

    Mastery is `mastery_initial`, and 1 for the multi-skilled.
    """
    p, call = world.parameters, world.calls[c]
    if world.conduct[worker].trained == 1 or p.mastery_initial >= 1.0:
        return
    if uniform(p.seed, MASTERS, call.key, call.attempt) < p.mastery_initial:
        return
    world.in_hand[worker].transferred = 1
    call.minutes = exponential(uniform(p.seed, HANDING_ON, call.key, call.attempt), p.handing_on_minutes)
    call.wrap_up = 0.0
    bring_nothing(world, c)
