"""Pay, quota and attribution."""

from model.parameters.record import Theme, parameter, rule


class Incentives(Theme):
    """Who is credited with an order, and what that earns."""

    attribution: str = rule(
        "handler", "incentives/attribution", "Who may report an order that comes in a service request", "000-14"
    )
    credit_split: float = parameter(
        0.5, "share", "Credit of the handler under the split rule", "000-14", "assumed", 0.0, 1.0
    )
    central_audit: float = parameter(
        0.5, "probability", "Chance that an independent office strikes a claim under the audited rule", "C1",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    pay: str = rule("quota_bonus", "incentives/pay", "How reported sales turn into a bonus", "000-20; B2: Chung 2014")
    quota_multiple: float = parameter(
        2.6, "ratio", "First quota beside what a newcomer can sell unaided", "000-09; F: posterior", "calibrated",
        0.0, 20.0, "g",
    )  # fmt: skip
    quota: str = rule("ratchet", "incentives/quota", "How the quota changes after a review", "B2: Leone 2004")
    review_days: int = parameter(20, "days", "Length of a review period", "B2: Leone 2004", "assumed", 1, 250)
    ratchet_up: float = parameter(
        0.3, "weight", "Weight of the last sales in the new quota when above it", "B2: Leone 2004", "estimated",
        0.0, 1.0,
    )  # fmt: skip
    ratchet_down: float = parameter(
        0.1, "weight", "The same when below it", "B2: Leone 2004", "estimated", 0.0, 1.0
    )
    bonus_threshold: float = parameter(
        0.8, "attainment", "Attainment from which a bonus is paid", "D", "assumed", 0.0, 5.0
    )
    bonus_rate: float = parameter(0.05, "share of sales", "Bonus per dollar reported", "D", "assumed", 0.0, 1.0)
    bonus_accelerator: float = parameter(
        1.5, "factor", "Rate on what is reported beyond the quota, times the basic rate", "B2: Larkin 2014", "assumed",
        0.0, 10.0,
    )  # fmt: skip
    bonus_cap: float = parameter(
        0.0, "attainment", "Attainment beyond which nothing is added; 0 is no cap", "B2: Misra & Nair 2011", "assumed",
        0.0, 100.0,
    )  # fmt: skip
