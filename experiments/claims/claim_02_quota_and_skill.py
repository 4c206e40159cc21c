"""C2: a harder quota, or less skill, turns the desk to service sooner and further."""

from experiments.claims.claim import Claim, Quantity, difference, measured

YEAR = 250.0


def turn_day(run):
    """Day of the service turn; the last day of the year where it never came."""
    day = run["service_turn_day"]
    return day if day == day else YEAR


CLAIM = Claim(
    title="A quota beyond one's skill",
    sentence=(
        "The harder the quota beside what salespeople can sell unaided, and the less they can sell, the sooner "
        "supervisors turn the desk to service work and the more of it the desk takes on."
    ),
    rows=("C2", "000-09", "000-10", "000-11"),
    source="000",
    falsifier=(
        "The service turn comes no sooner with a hard quota than with an easy one, or no later with skilled "
        "salespeople, or the year's service work is the same."
    ),
    scenario="mtel",
    arms={
        "easy": {"incentives.quota_multiple": 1.0},
        "rather easy": {"incentives.quota_multiple": 1.5},
        "as it is": {"incentives.quota_multiple": 2.6},
        "hard": {"incentives.quota_multiple": 3.0},
        # the quota is a multiple of what newcomers sell: half of it is the same sum for the twice as able
        "as it is, skilled": {"incentives.quota_multiple": 1.3, "salespeople.conversion_novice": 0.1},
    },
    quantities=(
        Quantity("turn_day", "service turn, 250 for never", "day", ("service_turn_day",), turn_day),
        measured("desk_involvement", "service issues through the desk"),
    ),
    fixed=("managers.turn_gap",),
    predictions=(
        difference("turn_day", "easy", "hard", 20.0, "a hard quota brings the turn a review (20 days) sooner or more"),
        difference("turn_day", "as it is, skilled", "as it is", 20.0,
                   "skill puts it off by a review or more at the same quota in dollars"),
        difference("desk_involvement", "hard", "easy", 0.05, "a hard quota brings more service issues to the desk"),
    ),
    revised=(
        "An arm between the easy quota and that of the scenario was added, to show where the turn begins to come. The "
        "scenario's own quota is 2.6 since its calibration (2.0 before), and the arms follow it."
    ),
    finding=(
        "A turn can come at a review only, and at the second at the soonest. At the scenario's quota all teams turn "
        "there, so that a harder one brings it no sooner, and no more service work. At an easy quota hardly any team "
        "turns, and hardly any service work comes. Twice the skill brings the desk just to the edge at which teams "
        "turn, so that in one year it turns and in another it does not."
    ),
)  # fmt: skip
