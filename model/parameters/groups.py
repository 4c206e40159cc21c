"""Groups: the sub-units of a centre, each with its people, skills, shift and site."""

from model.parameters.record import Theme, names, parameter

SITES = ("centre", "branch", "department", "home", "outsourcer")
"""Kinds of place from which people serve (004-15), in the order of `world.codes`."""


class Group(Theme):
    """One group of front-line people who have the same skills and the same shift."""

    people: int = parameter(10, "people", "Front-line people at full size", "001-02", "assumed", 1, 20_000)
    serves: list[str] = names("Streams that its people are trained for and take in order of arrival", "002-06")
    contains: list[str] = names(
        "Further streams whose skills its training contains, taken only when calls overflow", "002-18, 002-21"
    )
    location: str = parameter("one", "name", "Which of several sites its people are at", "001-14", "design")
    shift_start: float = parameter(
        0.0, "minutes", "Start of the shift, from the start of the day", "002-25", "assumed", 0.0, 1440.0
    )
    shift_minutes: float = parameter(
        1440.0, "minutes", "Length of the shift; a call begun is finished first", "002-25", "assumed", 1.0, 1440.0
    )
    availability: float = parameter(
        1.0, "share", "Share of the shift on the telephone; the rest is one break", "B2: occupancy", "assumed", 0.1, 1.0
    )
    selling: float = parameter(
        1.0, "factor", "Selling skill of its people beside the average: best sellers were chosen for some", "002-29",
        "assumed", 0.0, 10.0,
    )  # fmt: skip
    site: str = parameter(
        "centre", "site", "Where its people sit; at home everybody sits alone", "004-12, 004-15", "design",
        choices=SITES,
    )  # fmt: skip
    identity: float = parameter(
        0.7, "share", "Identity with the firm that its people bring and drift back to", "004-01, 004-17", "assumed",
        0.0, 1.0, "ι",
    )  # fmt: skip
    volume_pay: float = parameter(
        0.0, "share", "How far its people are paid for calls handled, so that helping others costs them", "004-17",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
