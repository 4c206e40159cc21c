"""What a contact does for the customer's satisfaction."""

from model.compiled import compiled
from model.engine.calendar import today


@compiled
def experience(world, call, worth):
    """What a contact, answered or given up, does for the customer's satisfaction (001-26, 002-27).

    s ← s + w (o − s), o = worth · tolerance / (tolerance + wait), w = `satisfaction_weight`; of the wait for a
    call-back only `call_back_felt` is felt. Returns o.
    """
    p, customer, day = world.parameters, world.customers[call.customer], world.centre_days[today(world)]
    felt = call.waited * p.call_back_felt if call.called_back == 1 else call.waited
    outcome = worth * p.wait_tolerance / (p.wait_tolerance + felt)
    customer.satisfaction += p.satisfaction_weight * (outcome - customer.satisfaction)
    day.satisfaction += outcome
    day.n_outcomes += 1
    return outcome
