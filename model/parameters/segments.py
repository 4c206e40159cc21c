"""Segments: the classes of customers that a centre tells apart."""

from model.parameters.record import Theme, parameter

KINDS = ("other", "stars", "vip", "moderate", "bad_payers", "winback")
"""What a segment stands for in marketing; the rules that compute segments name these."""


class Segment(Theme):
    """One segment of the customers: how many they are, what they consume, what they would buy, when they leave."""

    share: float = parameter(0.2, "share", "Weight of the segment among the customers", "002-04", "assumed", 0.0, 1.0)
    kind: str = parameter(
        "other", "kind", "What the segment stands for; other is nothing that a rule computes", "002-04", "design",
        choices=KINDS,
    )  # fmt: skip
    bill_mean: float = parameter(
        40.0, "$ per month", "Mean bill of its customers", "002-03, 002-04", "assumed", 0.01, 1e6
    )
    bill_cv: float = parameter(
        0.3, "ratio", "Lasting differences between the bills of its customers", "002-03", "assumed", 0.0, 5.0
    )
    p_incident: float = parameter(
        0.0, "probability", "Chance that one of its customers has a payment incident in a period of segmentation",
        "002-13", "assumed", 0.0, 1.0,
    )  # fmt: skip
    p_falling: float = parameter(
        0.0, "probability", "Chance that the bill of one of its customers is seen to fall in a period", "002-04",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    p_listed: float = parameter(
        0.0, "probability", "Chance that one of its customers is on the list of people with public influence",
        "002-04", "assumed", 0.0, 1.0,
    )  # fmt: skip
    churn_per_year: float = parameter(
        0.0, "per year", "Customers who leave the firm at the initial satisfaction, and are replaced", "002-05",
        "assumed", 0.0, 10.0,
    )  # fmt: skip
    interest: float = parameter(
        0.0, "probability", "Chance that the first step of a sales talk with one of its customers sells", "002-14",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    stereotype: float = parameter(
        0.0, "probability", "What the training says that this chance is", "002-14", "assumed", 0.0, 1.0
    )
