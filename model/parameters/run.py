"""How long a run lasts."""

from model.parameters.record import Theme, parameter

DAYS_A_YEAR = 250
"""Working days in a year, to which yearly rates refer."""


class Run(Theme):
    """The clock of a run: working minutes, day after day, without nights."""

    days: int = parameter(250, "days", "Working days simulated", "D: year 1", "design", 1, 20_000)
    day_minutes: float = parameter(
        480.0, "minutes", "Length of a working day", "D: working minutes", "assumed", 60.0, 1440.0
    )
    warm_up_share: float = parameter(
        0.0, "share", "Share of the days, at the start, left out of the call measures", "D: burn-in", "design", 0.0, 0.9
    )
