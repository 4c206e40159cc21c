"""Streams: the kinds of call that reach a centre, one row for each motive and segment."""

from model.parameters.record import LAWS, Theme, parameter


class Stream(Theme):
    """One stream of calls: why its callers call, how many they are, how long they talk."""

    motive: str = parameter("any", "name", "Why its callers call: what they press in the menu", "002-08", "design")
    segment: str = parameter("all", "name", "Segment to which its callers belong", "002-04", "design")
    calls_per_day: float = parameter(
        1000.0, "calls", "Calls on an average day, at full size", "001-03", "assumed", 0.0, 1e7, "λ"
    )
    load_curve: list = parameter(
        [1.0], "weights", "Calls over the day, one weight for each equal part of it", "002-23, 002-24", "assumed"
    )
    spread_of_days: float = parameter(
        0.0, "ratio", "Spread of the load from day to day (coefficient of variation)", "B2: Brown 2005", "assumed",
        0.0, 2.0,
    )  # fmt: skip
    handle_minutes: float = parameter(
        3.5, "minutes", "Mean time to handle a call without anything special in it", "B2: SQM 2000", "estimated",
        0.001, 600.0, "1/μ",
    )  # fmt: skip
    handle_law: str = parameter(
        "lognormal", "law", "Distribution of that time", "B2: Brown 2005", "estimated", choices=LAWS
    )
    handle_cv: float = parameter(
        1.2, "ratio", "Spread of that time (lognormal only)", "B2: Brown 2005", "estimated", 0.0, 5.0
    )
    wrap_up_minutes: float = parameter(
        0.5, "minutes", "Work after the call, before the next can be taken", "B2: SQM 2000", "estimated", 0.0, 60.0
    )
    p_purchase: float = parameter(
        0.0, "probability", "Chance that a well-served caller buys what the call was for", "001-50", "assumed", 0.0, 1.0
    )
    purchase_mean: float = parameter(
        50.0, "$", "Mean value of such a purchase", "001-50", "assumed", 0.0, 1e6
    )
    p_resolved: float = parameter(
        0.86, "probability", "Chance that a well-served call resolves the query", "B2: SQM 2000", "estimated", 0.0, 1.0
    )
    p_offer: float = parameter(
        1.0, "share", "Calls that leave an opportunity to offer something else", "001-04, 001-16, 001-22", "assumed",
        0.0, 1.0,
    )
    resistance_added: float = parameter(
        0.0, "per call", "What the call itself adds to the customer's resistance to offers, as when the firm calls",
        "001-52", "assumed", 0.0, 10.0,
    )  # fmt: skip
    mode: str = parameter(
        "inbound", "mode", "Whether customers call or are called", "003-11", "design", choices=("inbound", "outbound")
    )
    p_answer: float = parameter(
        0.3, "probability", "Chance that somebody answers a call that the dialler places (outbound only)", "003-11",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    p_refusal: float = parameter(
        0.5, "probability", "Chance that whoever answers refuses to listen (outbound only)", "003-11", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    p_failure_demand: float = parameter(
        0.0, "probability", "Chance that a call is about a failure in another part of the firm", "001-29", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    patience: float = parameter(
        2.0, "minutes", "Mean time that a caller waits before hanging up (exponential); 0 is for ever",
        "B2: Zeltyn & Mandelbaum", "estimated", 0.0, 1e6, "1/θ",
    )  # fmt: skip
    share_ivr: float = parameter(
        0.0, "share", "Contacts that try the voice menu first and reach people only if it fails", "004-09, 004-10",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    share_web: float = parameter(
        0.0, "share", "Contacts, of the others, that try the Web first", "004-09, 004-10", "assumed", 0.0, 1.0
    )
