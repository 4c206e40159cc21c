"""The field salesforce at review time: a ledger of large deals (000-03, 000-04)."""

from model.compiled import compiled
from model.luck import FIELD, FIELD_VALUE, lognormal, uniform
from model.rules.incentives.pay import pay


@compiled
def review_field(world):
    """Reckon the period of every field salesperson: deals pursued, closed, bonus paid. Draws: two a deal.

    The quota is set so that the mean attainment is `target_attainment`: deals · P(close) · value / target.
    """
    p = world.parameters
    per_period = p.deals_per_person_year * p.review_days / 250.0
    for person in range(len(world.field)):
        ledger = world.field[person]
        first = int(per_period * (world.clock.review - 1))
        for deal in range(first, int(per_period * world.clock.review)):
            ledger.n_deals += 1
            ledger.contacts += p.contacts_per_deal
            if uniform(p.seed, FIELD, person, deal) < p.close_probability:
                value = lognormal(uniform(p.seed, FIELD_VALUE, person, deal), p.deal_value_mean, p.deal_value_cv)
                ledger.sales += value
                ledger.sales_all += value
        ledger.quota = per_period * p.close_probability * p.deal_value_mean / p.target_attainment
        ledger.bonus += pay(p.pay, ledger.sales, ledger.quota, p)
        ledger.sales = 0.0
