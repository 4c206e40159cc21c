"""Goodwill that returns as loyalty, and purchases that are taken back (003-04, 003-08)."""

from model.compiled import compiled
from model.luck import LATER_ORDER, REGRETS, exponential, lognormal, uniform


@compiled
def bring_later_orders(world, worker, c):
    """The first contact about a query may bring an order later on (003-08).

    P = `p_later_order` · (satisfaction + weight · goodwill).
    Talk beyond the query raises goodwill: g ← g + gain · talk / (talk + `goodwill_minutes`) · (1 − g). An order that
    would come after the end of the run is not counted, and whoever refused to listen orders nothing. Draws: three.
    """
    if world.in_hand[worker].refused == 1:
        return
    p, call = world.parameters, world.calls[c]
    row, stayed = world.loyalty[call.customer], world.in_hand[worker].stayed
    row.goodwill += p.goodwill_gain * stayed / (stayed + p.goodwill_minutes) * (1.0 - row.goodwill)
    if call.contact > 1:
        return
    chance = p.p_later_order * (world.customers[call.customer].satisfaction + p.goodwill_weight * row.goodwill)
    if uniform(p.seed, LATER_ORDER, call.key, 3 * call.attempt) >= chance:
        return
    delay = exponential(uniform(p.seed, LATER_ORDER, call.key, 3 * call.attempt + 1), p.later_days * p.day_minutes)
    day = day_of(world, delay)
    if day < len(world.beyond_days):
        row.n_later += 1
        world.beyond_days[day].n_later += 1
        u = uniform(p.seed, LATER_ORDER, call.key, 3 * call.attempt + 2)
        world.beyond_days[day].later += lognormal(u, p.later_value, 1.0)


@compiled
def take_back(world, worker, c):
    """A customer who was talked into a purchase may take it back (003-04): P = `p_regret`. Draws: two."""
    p, call = world.parameters, world.calls[c]
    if world.in_hand[worker].talked_into == 0 or uniform(p.seed, REGRETS, call.key, 0) >= p.p_regret:
        return
    day = day_of(world, exponential(uniform(p.seed, REGRETS, call.key, 1), p.later_days * p.day_minutes))
    if day < len(world.beyond_days):
        world.beyond_days[day].taken_back += call.value


@compiled
def day_of(world, delay):
    """Row of the day that comes after some minutes."""
    return int((world.clock.now + delay) / world.parameters.day_minutes)
