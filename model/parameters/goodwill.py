"""Goodwill: staying with a customer as long as it takes, praise for it, and the loyalty that it brings."""

from model.parameters.record import Theme, parameter


class Goodwill(Theme):
    """Open-ended calls, praise and imitation, later orders."""

    p_open_ended: float = parameter(
        0.0, "probability", "Chance that a customer would go on talking beyond the query", "003-06", "assumed", 0.0, 1.0
    )
    tail_start: float = parameter(
        5.0, "minutes", "Least length of such talk (Pareto)", "003-06", "assumed", 0.1, 480.0
    )
    tail_index: float = parameter(
        1.2, "exponent", "Exponent of its tail: the smaller, the heavier", "003-06", "assumed", 0.2, 10.0, "α"
    )
    longest_minutes: float = parameter(
        480.0, "minutes", "Longest that anybody stays on a call: a whole shift", "003-06", "measured", 1.0, 1440.0
    )
    staying_initial: float = parameter(
        0.2, "share", "Readiness of a newcomer to stay with a customer as long as it takes", "003-07", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    staying_fade: float = parameter(
        0.05, "per meeting", "Share of the way back to it between two meetings", "003-07", "assumed", 0.0, 1.0
    )
    praise_minutes: float = parameter(
        0.0, "minutes", "Talk beyond the query from which somebody is praised at the meeting; 0 is no praise", "003-07",
        "design", 0.0, 1440.0,
    )  # fmt: skip
    praise_imitation: float = parameter(
        0.1, "share", "Share of the way to full readiness that a praised person's team goes", "003-07", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    praise_reach: float = parameter(
        0.3, "share", "What praise in one team does in the others beside its own", "003-07", "assumed", 0.0, 1.0
    )
    goodwill_gain: float = parameter(
        0.5, "share", "Share of the way to full goodwill that endless talk takes a customer", "003-08",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    goodwill_minutes: float = parameter(
        20.0, "minutes", "Talk beyond the query that brings half of that", "003-08", "assumed", 0.1, 480.0
    )
    p_later_order: float = parameter(
        0.0, "probability", "Chance that a fully satisfied customer orders again after a call", "003-08", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    goodwill_weight: float = parameter(
        1.0, "factor", "Weight of goodwill beside satisfaction in that chance", "003-08", "assumed", 0.0, 10.0
    )
    later_days: float = parameter(
        30.0, "days", "Mean time until such an order", "003-08", "assumed", 0.1, 1000.0
    )
    later_value: float = parameter(
        80.0, "$", "Mean value of such an order", "003-08", "assumed", 0.0, 1e6
    )
