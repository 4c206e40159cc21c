"""Elsewhere: what other parts of the firm, other sites and outside agencies do to a centre."""

from model.parameters.record import Theme, parameter, rule


class Elsewhere(Theme):
    """Failure demand, surveys, multi-skilling, sites, seats."""

    p_order_fails: float = parameter(
        0.0, "probability", "Chance that an order goes wrong in another part of the firm and brings a call", "001-29",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    failure_days: float = parameter(
        5.0, "days", "Mean time until that call", "001-29", "assumed", 0.01, 250.0
    )
    brunt_worth: float = parameter(
        0.7, "factor", "Worth of a contact about a failure elsewhere beside another", "001-29", "assumed", 0.0, 1.0
    )
    p_survey: float = parameter(
        0.0, "probability", "Chance that a customer with an event is asked how the contact was", "001-27", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    p_survey_others: float = parameter(
        0.0, "probability", "The same for a customer without an event", "001-27", "design", 0.0, 1.0
    )
    p_complaint: float = parameter(
        0.2, "probability", "Chance that a customer who was left unresolved or refused complains, which is an event",
        "001-27", "assumed", 0.0, 1.0,
    )  # fmt: skip
    mastery_initial: float = parameter(
        1.0, "share", "Queries of the own streams that a person can deal with who is not multi-skilled", "001-15",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    trained_per_meeting: float = parameter(
        0.0, "share", "People who become multi-skilled between two meetings, in turn", "001-15", "assumed", 0.0, 1.0
    )
    handing_on_minutes: float = parameter(
        1.0, "minutes", "Mean time until a caller is handed on who needs somebody else (exponential)", "001-15",
        "assumed", 0.0, 60.0,
    )  # fmt: skip
    transfer_hold: float = parameter(
        0.5, "minutes", "Time on hold until such a caller stands in the queue again", "001-15", "assumed", 0.0, 60.0
    )
    site_queue: str = rule(
        "pooled", "routing/site_queue", "Where calls wait when there are several sites", "001-14"
    )
    seats: int = parameter(
        0, "seats", "Seats at full size, which limit how many can work at once; 0 is one for everybody", "001-02",
        "design", 0, 20_000,
    )  # fmt: skip
