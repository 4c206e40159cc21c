"""Routing: which calls wait where in a centre, and who may take them."""

from model.parameters.record import Theme, parameter, rule


class Routing(Theme):
    """Size of the centre, redials, and the overflow between its groups."""

    scale: float = parameter(
        1.0, "share", "Size simulated: people, calls and customers are all multiplied by it", "D: scale 1:10", "design",
        0.0001, 10.0,
    )  # fmt: skip
    overflow: str = rule(
        "contained", "routing/overflow", "Who may take calls that have waited too long", "002-18, 002-21"
    )
    overflow_seconds: float = parameter(
        60.0, "seconds", "Wait from which a call may overflow to another group", "002-18", "assumed", 0.0, 3600.0
    )
    mismatch_quality: float = parameter(
        0.7, "factor", "Quality and sales of an overflowed call beside those of a call at home", "002-19", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    mismatch_pace: float = parameter(
        1.15, "factor", "Length of an overflowed call beside that of a call at home", "002-19", "assumed", 0.5, 3.0
    )
    pooled: bool = parameter(
        False, "switch", "Whether every group serves every stream, as before sub-units were made", "002-06", "design"
    )
    trunk_lines: int = parameter(
        0, "calls", "Calls that each stream can hold, served or waiting; 0 is unlimited", "queueing", "design",
        0, 10_000_000,
    )  # fmt: skip
    retrial: float = parameter(
        0.3, "probability", "Chance that a caller who hung up or was blocked calls again", "B2: redials; D", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    retrial_minutes: float = parameter(
        20.0, "minutes", "Mean time until calling again", "B2: redials", "assumed", 0.1, 10_000.0
    )
