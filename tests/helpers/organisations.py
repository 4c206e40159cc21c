"""Small organisations that run in a few milliseconds."""

from experiments.dotted import dotted
from model.scenario import Scenario, load_scenario

SMALL = {
    "run.days": 30, "people.accounts": 8, "people.teams": 2, "people.salespeople_per_team": 2,
    "people.units": 2,
    "people.reps_per_unit": 3, "people.field_salespeople": 2, "demand.requests_per_account_day": 4.0,
    "customers.initial_habit": 0.6, "managers.service_turn": "from_start", "incentives.review_days": 10,
}  # fmt: skip
"""4 salespeople and 6 reps who serve from the first day; 8 · 4 requests of 40 minutes fill 52 % of the reps'
time."""

LIVELY = {
    "people.turnover_per_year": 2.0, "people.rep_turnover_per_year": 3.0, "people.shift_start": 20.0,
    "people.shift_minutes": 420.0, "people.share_ex_service": 0.5, "learning.residual_contacts": 2,
    "salespeople.chase_rate": 4.0, "salespeople.chase_limit": 6, "salespeople.p_prompted": 0.5,
    "salespeople.p_customer_voice": 0.4, "salespeople.send_limit": 2, "channels.p_lost": 0.1,
    "customers.patience_minutes": 3.0, "customers.direct_chase_rate": 1.0, "customers.share_by_phone": 0.3,
    "reps.disposition_mean": 0.4, "reps.own_list_limit": 2, "learning.p_share": 0.6,
    "learning.phone_tie": 0.1,
    "learning.book_threshold": 0.2, "incentives.review_days": 5, "managers.audit_probability": 0.3,
    "field.deal_threshold": 1500.0, "learning.share_book": "tit_for_team",
    "managers.police_bucket": "enforce", "salespeople.reads_bonus": True,
}  # fmt: skip
"""Everything switched on: shifts, turnover, sharing, chasing, prompting, refusing, losing, audit,
policing, an eye on the bonus."""

BUNDLES = {
    "first": {"reps.own_buckets": True, "reps.assign_request": "to_reader"},
    "second": {
        "people.co_located": True, "people.idle_choice": "longest_idle",
        "salespeople.choose_practice": "phone_rep",
        "learning.choose_rep": "greedy", "learning.learn": "average", "learning.share_book": "pooled",
        "reps.order_of_work": "bucket_before_own", "reps.pick_request": "skip_any",
        "reps.own_buckets": True, "reps.assign_request": "to_account_rep", "salespeople.follow_up": "evenly",
        "reps.fifo_adherence": 0.5,
        "incentives.attribution": "audited", "incentives.pay": "commission", "incentives.quota": "fixed",
        "managers.service_turn": "gap_to_quota", "managers.turn_patience": 1, "managers.audit": "constant",
        "helping.whom_to_ask": "most_helpful", "helping.give_help": "for_the_firm",
    },
    "third": {
        "people.call_routing": "pooled", "people.idle_choice": "always_first", "calls.lines": 2,
        "salespeople.follow_up": "evenly", "salespeople.hold_back": "nothing",
        "customers.whom_to_contact": "always_desk", "salespeople.choose_practice": "name_tag",
        "learning.choose_rep": "win_stay", "learning.learn": "last_outcome", "learning.share_book": "private",
        "reps.order_of_work": "phone_bucket_mail", "reps.pick_request": "shortest_of_first",
        "reps.fifo_adherence": 0.5, "incentives.attribution": "split", "incentives.pay": "salary_only",
        "managers.police_bucket": "tolerate", "managers.dismissal": "never", "calls.talk_law": "exponential",
        "helping.whom_to_ask": "by_trust", "helping.give_help": "always",
    },
    "fourth": {
        "salespeople.choose_practice": "phone_unit", "learning.choose_rep": "uniform",
        "calls.talk_law": "fixed",
        "reps.respond": "customers_only", "incentives.attribution": "originator",
        "channels.completion_notice_names_rep": False,
        "helping.whom_to_ask": "somebody_new", "helping.give_help": "never",
    },
    "fifth": {
        "salespeople.choose_practice": "plain_mail", "reps.respond": "by_the_book",
        "managers.service_turn": "never",
        "salespeople.sells": False,
    },
    "sixth": {"customers.whom_to_contact": "always_unit", "people.desk_open": False},
}  # fmt: skip
"""Bundles of rules, on top of `LIVELY`, that together use every alternative of every slot."""


def small(**changes) -> Scenario:
    """The small M-Tel with some values replaced; names are written with a double underscore for the dot."""
    return load_scenario("mtel", SMALL | dotted(changes))


def lively(bundle: str = "first", **changes) -> Scenario:
    """The small M-Tel with everything switched on and a bundle of rules."""
    more = dotted(changes)
    return load_scenario("mtel", SMALL | LIVELY | BUNDLES[bundle] | more)
