"""Selling in free time: an offer for every so many minutes of it, reckoned when the free time ends.

Nothing outside depends on an offer within the stretch of free time, so offers get their exact times afterwards
and cost the agenda nothing.
"""

from model.compiled import compiled
from model.elementary import LN2, exp
from model.engine.calendar import today
from model.engine.log import note_at
from model.luck import PITCH, PITCH_VALUE, PRODUCT, lognormal, uniform
from model.world.codes import EX_SERVICE, L_SOLD, NOBODY


@compiled
def conversion(world, seller):
    """Chance that this salesperson sells a simple product with one offer (000-10).

    p = p_max − (p_max − p_0) 2^(−t / t_half), with selling time t; a newcomer from a service unit starts at
    `ex_service_conversion` · p_0 (000-08).
    """
    p, row = world.parameters, world.salespeople[seller]
    start = p.conversion_novice
    if row.hire == EX_SERVICE:
        start = min(p.conversion_max, start * p.ex_service_conversion)
    days = row.practice / (p.availability_desk * min(p.shift_minutes, p.day_minutes))
    return p.conversion_max - (p.conversion_max - start) * exp(-LN2 * days / p.practice_half_life)


@compiled
def credit_own_sale(world, seller, value):
    """Count a sale that the salesperson originated."""
    row = world.salespeople[seller]
    row.originated += value
    row.origin_all += value
    row.reported_all += value
    row.n_orders += 1
    row.n_sales += 1
    world.days[today(world)].originated += value


@compiled
def sell_until(world, seller, minutes):
    """Spend a stretch of free time that ends now on selling (000-09, 000-10). Draws: three an offer."""
    p, row, me = world.parameters, world.salespeople[seller], world.workers[seller].id
    row.practice += minutes
    row.sell_left -= minutes
    if row.sell_left > 0.0:
        return
    simple = conversion(world, seller)
    while row.sell_left <= 0.0:
        difficult = uniform(p.seed, PRODUCT, me, row.n_offers) < p.share_difficult
        chance = simple * (p.difficult_conversion if difficult else 1.0)
        if uniform(p.seed, PITCH, me, row.n_offers) < chance:
            u = uniform(p.seed, PITCH_VALUE, me, row.n_offers)
            value = lognormal(u, p.order_value_mean, p.order_value_cv)
            credit_own_sale(world, seller, value)
            world.days[today(world)].sales += 1
            note_at(world, world.clock.now + row.sell_left, L_SOLD, NOBODY, seller, NOBODY, value)
        row.n_offers += 1
        world.days[today(world)].offers += 1
        row.sell_left += p.sell_minutes
