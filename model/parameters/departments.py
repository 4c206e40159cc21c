"""Departments: other parts of the firm on which front-line people depend during a call."""

from model.parameters.record import Theme, parameter


class Department(Theme):
    """One department or contractor that is asked while the customer waits on the line."""

    p_needed: float = parameter(
        0.05, "probability", "Chance that a call needs it", "001-20, 001-38", "assumed", 0.0, 1.0
    )
    consult_minutes: float = parameter(
        2.0, "minutes", "Mean time that asking it takes (exponential)", "001-38", "assumed", 0.0, 60.0
    )
    p_informed: float = parameter(
        0.7, "probability", "Chance that it has the information to hand", "001-38, 001-55", "assumed", 0.0, 1.0
    )
