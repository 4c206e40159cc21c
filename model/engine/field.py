"""The field salesforce: a ledger of large deals (000-03, 000-04)."""

from model.compiled import compiled
from model.luck import FIELD, FIELD_VALUE, lognormal, uniform
from model.parameters.run import DAYS_A_YEAR
from model.rules.incentives.pay import pay


@compiled
def work_field(world):
    """The deals of the day that begins are pursued: contacts made, some closed. Draws: two a deal."""
    p = world.parameters
    per_day = p.deals_per_person_year / DAYS_A_YEAR
    for person in range(len(world.field)):
        ledger = world.field[person]
        for deal in range(int(per_day * (world.clock.day - 1)), int(per_day * world.clock.day)):
            ledger.n_deals += 1
            ledger.contacts += p.contacts_per_deal
            if uniform(p.seed, FIELD, person, deal) < p.close_probability:
                value = lognormal(uniform(p.seed, FIELD_VALUE, person, deal), p.deal_value_mean, p.deal_value_cv)
                ledger.sales += value
                ledger.sales_all += value


@compiled
def review_field(world):
    """Reckon the period of every field salesperson: quota and bonus.

    The quota is set so that the mean attainment is `target_attainment`: deals · P(close) · value / target.
    """
    p = world.parameters
    deals = p.deals_per_person_year * p.review_days / DAYS_A_YEAR
    for person in range(len(world.field)):
        ledger = world.field[person]
        ledger.quota = deals * p.close_probability * p.deal_value_mean / p.target_attainment
        ledger.bonus += pay(p.pay, ledger.sales, ledger.quota, p)
        ledger.sales = 0.0
