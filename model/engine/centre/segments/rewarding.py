"""Bonuses of advisors: indicators against targets, and targets that follow a reorganisation or do not."""

from model.compiled import compiled
from model.rules.incentives.target import target as next_target


@compiled
def reckon_bonuses(world):
    """A period ends: bonuses are reckoned from the indicators, morale follows, targets are set anew (002-28..32).

    attainment = w_p · products / T_p + w_h · handled / T_h + w_i · records / T_i over the sum of the weights, with the
    group's targets; bonus = `bonus_at_target` · attainment.
    """
    p = world.parameters
    weights = p.weight_products + p.weight_handled + p.weight_information
    if len(world.sellers) == 0 or weights <= 0.0:
        return
    number = world.clock.review - 1
    for g in range(len(world.groups)):
        record = world.bonus_periods[number * len(world.groups) + g]
        record.day = world.clock.day - 1
        group = world.groups[g]
        for post in range(group.first, group.first + group.n_people):
            reckon_bonus(world, post, record, weights)
        share_out(record)
        goal = world.bonus_groups[g]
        goal.products = next_target(p.target, goal.products, record.products, record.day, p)
        goal.handled = next_target(p.target, goal.handled, record.handled, record.day, p)
        goal.captured = next_target(p.target, goal.captured, record.captured, record.day, p)


@compiled
def reckon_bonus(world, post, record, weights):
    """One person's bonus, added to the record of the group's period; missing the targets costs morale (002-29)."""
    p, seller, advisor = world.parameters, world.sellers[post], world.advisors[post]
    goal = world.bonus_groups[advisor.group]
    handled = p.weight_handled * seller.n_handled / goal.handled / weights
    products = p.weight_products * seller.n_products / goal.products / weights
    captured = p.weight_information * seller.n_captured / goal.captured / weights
    seller.attainment = handled + products + captured
    seller.bonus = p.bonus_at_target * seller.attainment
    seller.bonus_all += seller.bonus
    seller.n_periods += 1
    advisor.morale = max(0.0, advisor.morale - p.pay_morale * max(0.0, 1.0 - seller.attainment))
    record.n += 1
    record.products += seller.n_products
    record.handled += seller.n_handled
    record.captured += seller.n_captured
    record.bonus += seller.bonus
    record.attainment += seller.attainment
    record.from_handled += p.bonus_at_target * handled
    record.from_products += p.bonus_at_target * products
    record.selling += seller.selling
    seller.n_products, seller.n_handled, seller.n_captured = 0, 0, 0.0


@compiled
def share_out(record):
    """Turn a group's sums into means over its people."""
    record.products /= record.n
    record.handled /= record.n
    record.captured /= record.n
    record.bonus /= record.n
    record.attainment /= record.n
    record.from_handled /= record.n
    record.from_products /= record.n
    record.selling /= record.n
