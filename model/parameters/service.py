"""How calls are served in a centre, and what customers and front-line people make of it."""

from model.parameters.record import Theme, parameter


class Service(Theme):
    """Pace, quality, repeat calls, satisfaction and morale."""

    pace_cv: float = parameter(
        0.0, "ratio", "Lasting differences between people in the length of their calls", "B2: Gans 2010", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    backlog_pressure: float = parameter(
        0.0, "share", "How much a call is cut short when as many callers wait as there are people on the stream",
        "001-05, 001-06", "assumed", 0.0, 0.9,
    )  # fmt: skip
    p_repeat: float = parameter(
        0.7, "probability", "Chance that a customer whose query was not resolved calls again about it", "001-26",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    repeat_days: float = parameter(
        1.0, "days", "Mean time until that repeat call", "001-26", "assumed", 0.01, 60.0
    )
    wait_tolerance: float = parameter(
        3.0, "minutes", "Wait that halves what a contact does for satisfaction", "002-27", "assumed", 0.01, 1000.0
    )
    satisfaction_initial: float = parameter(
        0.7, "share", "Satisfaction of customers on day one", "001-26", "assumed", 0.0, 1.0
    )
    satisfaction_weight: float = parameter(
        0.2, "weight", "Weight of the last contact in a customer's satisfaction", "001-26", "assumed", 0.0, 1.0
    )
    unresolved_worth: float = parameter(
        0.3, "share", "What an unresolved contact does for satisfaction beside a resolved one", "001-26", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    morale_initial: float = parameter(
        0.7, "share", "Morale of a newcomer, to which it returns by itself", "001-39", "assumed", 0.0, 1.0
    )
    morale_recovery: float = parameter(
        0.1, "per week", "Share of the way to that level that morale goes in a week", "001-39", "assumed", 0.0, 1.0
    )
    morale_exit: float = parameter(
        2.0, "per unit", "How strongly low morale drives people out (turnover is as stated at the initial morale)",
        "001-61", "assumed", 0.0, 10.0,
    )  # fmt: skip
    meeting_days: int = parameter(
        5, "days", "Days between the meetings at which figures are looked at", "001-10", "assumed", 1, 60
    )
