"""Segmentation: how customers are told apart by their bills, how often, and with which errors."""

from model.parameters.record import Theme, parameter, rule


class Segmentation(Theme):
    """The segments of the database beside the true ones, and what follows for who stays."""

    computed: bool = parameter(
        False, "switch", "Whether segments are computed from bills; without it each customer's segment is known",
        "002-03", "design",
    )  # fmt: skip
    segment: str = rule("by_bill", "marketing/segment", "How a segment is computed", "002-03, 002-13")
    segment_days: int = parameter(
        20, "days", "Days between two computations; bills, incidents and losses are drawn as often", "002-03",
        "assumed", 1, 250,
    )  # fmt: skip
    bill_noise: float = parameter(
        0.3, "ratio", "Spread of a customer's bill from period to period", "002-13", "assumed", 0.0, 3.0
    )
    bill_memory: float = parameter(
        0.3, "weight", "Weight of the last bill in the remembered one", "002-03", "assumed", 0.0, 1.0
    )
    star_bill: float = parameter(
        80.0, "$ per month", "Bill from which a customer counts as a Star", "002-04, 002-13", "assumed", 0.0, 1e6
    )
    arrears_limit: float = parameter(
        1.3, "incidents", "Incidents, those before counted for 0.7 of the next period's, that make a Bad payer",
        "002-04", "assumed", 0.0, 10.0,
    )  # fmt: skip
    p_feedback: float = parameter(
        0.0, "probability", "Chance that an advisor who meets a wrong segment has the record put right", "002-15",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    care_effect: float = parameter(
        0.0, "share", "Share of the loss of Winback customers prevented by a resolved call treated as Winback",
        "002-05", "assumed", 0.0, 1.0,
    )  # fmt: skip
    churn_sensitivity: float = parameter(
        2.0, "per unit", "How strongly satisfaction below the initial one drives customers away", "002-05, 002-27",
        "assumed", 0.0, 20.0,
    )  # fmt: skip
