"""Availability: announced waits, call-backs, and callers who only call when they expect to be answered soon."""

from model.parameters.record import Theme, parameter


class Availability(Theme):
    """What makes waiting negotiable, and demand elastic."""

    announces: bool = parameter(False, "switch", "Whether callers who must wait are told how long", "002-27", "design")
    announced_patience: float = parameter(
        1.5, "factor", "Patience of a caller who was told the wait beside one who was not", "002-27", "assumed",
        0.1, 10.0,
    )  # fmt: skip
    call_back_minutes: float = parameter(
        0.0, "minutes", "Expected wait from which a call-back is offered; 0 is never", "002-27", "assumed", 0.0, 1440.0
    )
    p_accepts_call_back: float = parameter(
        0.5, "probability", "Chance that a caller accepts to be called back", "002-27", "assumed", 0.0, 1.0
    )
    call_back_felt: float = parameter(
        0.2, "share", "Share of the wait for a call-back that counts as waiting for satisfaction", "002-27", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    latent_minutes: float = parameter(
        0.0, "minutes", "Usual wait at that hour that keeps half of all callers from calling; 0: no wait does",
        "002-26", "assumed", 0.0, 1440.0,
    )  # fmt: skip
    wait_memory: float = parameter(
        0.02, "weight", "Weight of the last wait in the usual wait at that hour", "002-26", "assumed", 0.0, 1.0
    )
