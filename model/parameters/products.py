"""Products: what front-line people may offer on top of what a call was for, one row each."""

from model.parameters.record import Theme, parameter


class Product(Theme):
    """One product that can be offered in a call."""

    appeal: float = parameter(
        0.0, "sd", "Mean taste of the customers for it; single customers differ by one standard deviation", "001-12",
        "assumed", -5.0, 5.0,
    )  # fmt: skip
    value: float = parameter(100.0, "$", "Value of a sale", "001-22", "assumed", 0.0, 1e6)
    profit: float = parameter(
        50.0, "$", "What a sale brings the firm, by which offers get their stars", "001-21", "assumed", 0.0, 1e6
    )
    points: float = parameter(
        10.0, "points", "Incentive points of a sale for whoever made it", "001-37", "assumed", 0.0, 10_000.0
    )
    universal: bool = parameter(
        False, "switch", "Whether it is meant for everybody; it is then never prompted by a profile", "001-41, 001-42",
        "design",
    )  # fmt: skip
