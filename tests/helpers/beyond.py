"""A small centre in which every mechanism beyond query and purchase is on, and the rules it may have."""

from model.scenario import Scenario
from tests.helpers.centres import centre

EVERYTHING = """
[streams.orders]
calls_per_day = 300.0
handle_minutes = 3.0
p_purchase = 0.5
p_resolved = 0.8
p_failure_demand = 0.1

[streams.offers]
mode = "outbound"
calls_per_day = 400.0
handle_minutes = 1.5
p_purchase = 0.1
p_resolved = 1.0
patience = 0.2

[groups.early]
people = 4
serves = ["orders", "offers"]
location = "here"
shift_start = 0.0
shift_minutes = 260.0

[groups.late]
people = 4
serves = ["orders", "offers"]
location = "there"
shift_start = 220.0
shift_minutes = 260.0
availability = 0.9

[groups.spare]
people = 1
serves = ["orders"]
location = "there"

[departments.warehouse]
p_needed = 0.1

[departments.distribution]
p_needed = 0.1
consult_minutes = 3.0

[regime]
call_cap_seconds = 120.0
p_listened = 0.2
p_near_close = 0.3
gaming = 0.1

[goodwill]
p_open_ended = 0.2
praise_minutes = 15.0
p_later_order = 0.3
later_days = 2.0

[discounts]
share_with_code = 0.3
p_told = 0.2

[elsewhere]
p_order_fails = 0.1
failure_days = 1.0
p_survey = 0.5
p_survey_others = 0.1
mastery_initial = 0.8
trained_per_meeting = 0.2
seats = 6

[service]
meeting_days = 1
"""

BUNDLES = {
    "first": {},
    "second": {
        "regime.breach": "dismiss", "regime.persist": "until_yes", "regime.judged_by": "handle_time",
        "discounts.concede": "by_discretion", "elsewhere.site_queue": "separate", "routing.overflow": "everybody",
    },
    "third": {
        "regime.breach": "warn_first", "regime.near_cap": "heedless", "regime.persist": "few_times",
        "regime.judged_by": "unavailable_time", "regime.dialler": "predictive", "discounts.concede": "always",
        "routing.overflow": "nobody",
    },
    "fourth": {
        "regime.near_cap": "hang_up", "discounts.concede": "when_pressed", "people.idle_choice": "at_random",
    },
}  # fmt: skip
"""Bundles of rules on top of `EVERYTHING` that together use every alternative of a centre's slots."""


def everything(bundle: str = "first", **changes) -> Scenario:
    """The small centre with everything on and a bundle of rules."""
    rules = {name.replace(".", "__"): value for name, value in BUNDLES[bundle].items()}
    people = {"people__turnover_per_year": 1.0, "people__salespeople_per_team": 2, "incentives__review_days": 5}
    return centre(EVERYTHING, **(people | rules | changes))
