"""Groups: the sub-units of a centre, each with its people, skills, shift and site."""

from model.parameters.record import Theme, names, parameter


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
