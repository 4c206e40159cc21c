"""Indicators: what advisors' bonuses are reckoned from, and the targets that follow a reorganisation or do not."""

from model.parameters.record import Theme, parameter, rule


class Indicators(Theme):
    """Bonus by products sold, customers handled and information entered."""

    weight_products: float = parameter(
        0.0, "weight", "Weight of products sold in the bonus", "002-28", "assumed", 0.0, 1.0, "w_p"
    )
    weight_handled: float = parameter(
        0.0, "weight", "Weight of customers handled", "002-28, 002-30", "assumed", 0.0, 1.0, "w_h"
    )
    weight_information: float = parameter(
        0.0, "weight", "Weight of information entered", "002-28", "assumed", 0.0, 1.0, "w_i"
    )
    target_products: float = parameter(
        40.0, "products", "Target of a review period in the organisation before", "002-29", "assumed", 0.001, 1e6
    )
    target_handled: float = parameter(
        600.0, "customers", "Target of a review period in the organisation before", "002-29", "assumed", 0.001, 1e6
    )
    target_information: float = parameter(
        20.0, "records", "Target of a review period in the organisation before", "002-29", "assumed", 0.001, 1e6
    )
    bonus_at_target: float = parameter(
        200.0, "$", "Bonus of a review period at the targets", "002-28", "assumed", 0.0, 1e6
    )
    target: str = rule("inherited", "incentives/target", "What becomes of a group's targets", "002-29, 002-32")
    recalibration_days: int = parameter(
        60, "days", "Days from the reorganisation until targets are recalibrated", "002-32", "assumed", 0, 20_000
    )
    pay_morale: float = parameter(
        0.0, "per unit", "Morale lost per unit by which a period's targets are missed", "002-29, 002-30", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    selling_cv: float = parameter(
        0.0, "ratio", "Lasting differences between people in selling", "002-29, 002-31", "assumed", 0.0, 2.0
    )
