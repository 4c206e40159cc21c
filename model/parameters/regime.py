"""Regime: how long a call may last, who enforces it, and what front-line people make of it."""

from model.parameters.record import Theme, parameter, rule


class Regime(Theme):
    """The cap on calls, live listening, persistence with a customer who almost buys, fear, and figures of one's own."""

    call_cap_seconds: float = parameter(
        0.0, "seconds", "Length that a call must not pass; 0 is no cap", "003-01", "design", 0.0, 36_000.0
    )
    p_listened: float = parameter(
        0.0, "probability", "Chance that a supervisor listens in on a call while it lasts", "003-05", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    breach: str = rule(
        "overlook", "managers/breach", "What a supervisor does who hears a call run past the cap", "003-03"
    )
    near_cap: str = rule(
        "by_fear", "salespeople/near_cap", "Whether somebody goes on past the cap", "003-01, 003-03"
    )
    breach_usual: float = parameter(
        0.3, "probability", "Chance that somebody without fear lets an ordinary call run past the cap", "003-01",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    breach_tempted: float = parameter(
        0.8, "probability", "The same when the customer has almost been convinced", "003-02", "assumed", 0.0, 1.0
    )
    fear_initial: float = parameter(
        0.5, "share", "Fear of a newcomer, who has been told about the cap", "003-03", "assumed", 0.0, 1.0
    )
    fear_gain: float = parameter(
        0.4, "share", "Share of the way to full fear that people go who see a colleague dismissed", "003-03", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    fear_fade: float = parameter(
        0.1, "per meeting", "Share of the way back to a newcomer's fear between two meetings", "003-03", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    fear_morale: float = parameter(
        0.1, "per meeting", "Morale that full fear costs between two meetings", "003-03", "assumed", 0.0, 1.0
    )
    p_near_close: float = parameter(
        0.0, "probability", "Chance that a customer who does not buy is almost convinced and wants to confer first",
        "003-04", "assumed", 0.0, 1.0,
    )  # fmt: skip
    persist: str = rule(
        "let_go", "salespeople/persist", "Whether to start again with a customer who wants to confer", "003-02"
    )
    persist_minutes: float = parameter(
        30.0, "minutes", "Length of a call at which the most persistent give up", "003-02", "measured", 0.0, 480.0
    )
    persist_times: int = parameter(
        2, "count", "Times that the moderately persistent start again", "003-02", "assumed", 0, 50
    )
    attempt_minutes: float = parameter(
        1.5, "minutes", "Mean time from one near-close to the next (exponential)", "003-04", "assumed", 0.01, 60.0
    )
    p_talked_into: float = parameter(
        0.03, "probability", "Chance that a customer who wants to confer gives in at a near-close", "003-04", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    p_regret: float = parameter(
        0.5, "probability", "Chance that a customer who gave in takes the purchase back", "003-04", "assumed", 0.0, 1.0
    )
    pestered_worth: float = parameter(
        0.9, "factor", "What is left of a contact's worth after each further attempt to convince", "003-02", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    p_consent: float = parameter(
        0.2, "probability", "Chance that a customer who was let go calls back with the other's consent", "003-04",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    consent_days: float = parameter(
        2.0, "days", "Mean time until that call", "003-04", "assumed", 0.01, 60.0
    )
    cut_worth: float = parameter(
        0.5, "factor", "What is left of a contact's worth when the call is cut off at the cap", "003-01", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    dialler: str = rule(
        "progressive", "routing/dialler", "When the dialler of an outbound stream places a call", "003-11"
    )
    refusal_minutes: float = parameter(
        0.3, "minutes", "Mean length of a call that is refused at once (exponential)", "003-11", "assumed", 0.01, 60.0
    )
    refused_worth: float = parameter(
        0.3, "share", "What an unwanted call does for satisfaction beside a resolved one", "003-11", "assumed", 0.0, 1.0
    )
    judged_by: str = rule(
        "nothing", "managers/judged_by", "By which figure of their own people are judged, and what it is gamed into",
        "003-09, 003-10, 001-30",
    )  # fmt: skip
    gaming: float = parameter(
        0.0, "probability", "Chance that a call in which the figure can be improved is used for it", "001-30, 003-09",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    figure_minutes: float = parameter(
        5.0, "minutes", "Length at which calls are cut short by people who are judged by handle time", "003-09",
        "assumed", 0.01, 600.0,
    )  # fmt: skip
