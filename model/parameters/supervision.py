"""Supervision of the lines: rounds, overflow by hand, and the skills that only the supervisor knows."""

from model.parameters.record import Theme, parameter


class Supervision(Theme):
    """The supervisor at the wallboard."""

    round_minutes: float = parameter(
        0.0, "minutes", "Time between two looks at the lines; 0 is never", "002-22", "assumed", 0.0, 1440.0
    )
    hand_calls: int = parameter(
        5, "calls", "Most calls that are put through by hand in one round", "002-22", "assumed", 0, 10
    )
    hand_quality: float = parameter(
        0.65, "factor", "Least quality, beside a call at home, at which a call is put through by hand", "002-22",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    foreign_cv: float = parameter(
        0.0, "ratio", "Differences between people in calls outside their training, known to the supervisor only",
        "002-22", "assumed", 0.0, 2.0,
    )  # fmt: skip
    untrained_quality: float = parameter(
        1.0, "factor", "Quality of a call outside all of the group's training beside one within a contained skill",
        "002-21", "assumed", 0.0, 1.0,
    )  # fmt: skip
