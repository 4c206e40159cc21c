"""Staffing: from a forecast of calls to the shifts and the sizes of the groups."""

from model.parameters.record import Theme, parameter


class Staffing(Theme):
    """What the planner knows of the load, and how rigid the shifts are."""

    forecast: str = parameter(
        "none", "forecast", "Load that shifts are planned for: of all streams, or of each group's own; none: as given",
        "002-23", "design", choices=("none", "population", "segment"),
    )  # fmt: skip
    sizes_groups: bool = parameter(
        False, "switch", "Whether groups are sized by the load of their own streams, with as many people in all",
        "002-23", "design",
    )  # fmt: skip
    shift_step: float = parameter(
        60.0, "minutes", "Distance between two starts of shifts that contracts allow", "002-25", "assumed", 5.0, 1440.0
    )
