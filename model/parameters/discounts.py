"""Discounts: codes for some customers, of which others hear from their friends."""

from model.parameters.record import Theme, parameter, rule


class Discounts(Theme):
    """Who gets which code, who talks to whom, and what a claim for somebody else's code costs."""

    share_with_code: float = parameter(
        0.0, "share", "Customers who are given a discount code", "001-31", "assumed", 0.0, 1.0
    )
    share_best_code: float = parameter(
        0.5, "share", "Of these, customers who are given the better code", "001-31", "assumed", 0.0, 1.0
    )
    best_discount: float = parameter(
        0.10, "share of price", "Discount of the better code", "001-31", "measured", 0.0, 1.0
    )
    lesser_discount: float = parameter(
        0.06, "share of price", "Discount of the other code", "001-31", "measured", 0.0, 1.0
    )
    code_minutes: float = parameter(
        0.3, "minutes", "Time that a code adds to taking an order", "001-31", "assumed", 0.0, 60.0
    )
    friends: int = parameter(
        4, "customers", "Customers whom a customer knows: neighbours on a ring, an even number", "001-34", "assumed",
        0, 100,
    )  # fmt: skip
    friends_rewired: float = parameter(
        0.1, "probability", "Chance that such a tie leads to anybody instead of a neighbour", "001-34", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    p_told: float = parameter(
        0.05, "probability", "Chance that a customer has heard of a friend's better code", "001-31, 001-34",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    concede: str = rule(
        "never", "salespeople/concede", "Whether a customer who claims a friend's code gets it", "001-33"
    )
    p_concede: float = parameter(
        0.5, "probability", "Chance of conceding where it is left to discretion", "001-33", "assumed", 0.0, 1.0
    )
    dispute_minutes: float = parameter(
        2.0, "minutes", "Mean time spent arguing with a customer who is refused the code (exponential)", "001-32",
        "measured", 0.0, 60.0,
    )  # fmt: skip
    concede_minutes: float = parameter(
        1.5, "minutes", "Length of a call in which the code is conceded, if it would have been longer", "001-33",
        "measured", 0.01, 60.0,
    )  # fmt: skip
    dispute_worth: float = parameter(
        0.6, "factor", "What is left of a contact's worth after a dispute", "001-33", "assumed", 0.0, 1.0
    )
    p_lost_in_dispute: float = parameter(
        0.1, "probability", "Chance that a dispute costs the order", "001-33", "assumed", 0.0, 1.0
    )
