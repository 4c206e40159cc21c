"""Peer channels: the ways in which colleagues reach each other, one row each (chat, mail, list, screen sharing)."""

from model.parameters.record import Theme, parameter


class PeerChannel(Theme):
    """One channel between colleagues. Without any, colleagues of one place ask each other across the desks."""

    weight: float = parameter(
        1.0, "weight", "How often it is used beside the others", "004-16", "assumed", 0.0, 1000.0
    )
    richness: float = parameter(
        0.6, "share", "How much gets across: chance that the answer is learnt, and growth of trust beside a talk",
        "004-16", "assumed", 0.0, 1.0,
    )  # fmt: skip
    reach: int = parameter(
        1, "people", "People whom one question reaches: 1 is one to one, more is a broadcast", "004-16", "assumed", 1,
        12,
    )  # fmt: skip
    pull: float = parameter(
        1.0, "factor", "How much the question binds each of those people beside a question to one alone", "004-16",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    p_in_time: float = parameter(
        0.9, "probability", "Chance that the answer comes while the customer is on the line", "004-14, 004-16",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    needs_presence: bool = parameter(
        True, "switch", "Whether only people at work can be reached", "004-16", "assumed"
    )
    ask_minutes: float = parameter(
        0.5, "minutes", "What asking adds to the call", "004-16", "assumed", 0.0, 60.0
    )
    help_minutes: float = parameter(
        2.0, "minutes", "What helping takes of the helper's time", "B2: Battiston 2021", "assumed", 0.0, 60.0
    )
