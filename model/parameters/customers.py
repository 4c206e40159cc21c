"""How customers behave: whom they call, how long they wait, how habits form."""

from model.parameters.record import LAWS, Theme, parameter, rule


class Customers(Theme):
    """Habit, patience and chasing of customers."""

    whom_to_contact: str = rule(
        "by_habit", "customers/whom_to_contact", "Where a customer takes a service request", "000-12, 000-13"
    )
    initial_habit: float = parameter(
        0.12, "share", "Habit of calling the desk with service requests on day one", "F: posterior", "calibrated",
        0.0, 1.0, "s_0",
    )  # fmt: skip
    habit_gain: float = parameter(
        0.2, "per request", "Growth of the habit after a request the desk got done in time", "000-13; F: posterior",
        "calibrated", 0.0, 1.0, "η_+",
    )  # fmt: skip
    habit_loss: float = parameter(
        0.0066, "per request", "Loss of the habit after a late, refused or well-served direct request",
        "000-13; F: posterior", "calibrated", 0.0, 1.0, "η_-",
    )  # fmt: skip
    expected_hours: float = parameter(
        8.0, "working hours", "A request done within this time counts as served in time", "000-38", "assumed",
        0.1, 400.0,
    )  # fmt: skip
    patience_minutes: float = parameter(
        12.0, "minutes", "Mean time a caller waits before hanging up; 0 is for ever", "B2: Zeltyn & Mandelbaum",
        "calibrated", 0.0, 1e6,
    )  # fmt: skip
    p_redial: float = parameter(
        0.48, "probability", "Chance that a caller who hung up calls again", "B2: redials; F: posterior", "calibrated",
        0.0, 1.0,
    )  # fmt: skip
    redial_minutes: float = parameter(
        30.0, "minutes", "Mean time until calling again", "B2: redials", "assumed", 0.1, 10_000.0
    )
    direct_chase_rate: float = parameter(
        0.3, "per open request and day", "Enquiries to the helpline about a request made directly", "000-28", "assumed",
        0.0, 20.0,
    )  # fmt: skip
    share_by_phone: float = parameter(
        0.1, "share", "Direct requests made by calling the helpline; the others are mailed", "000-27, 000-30",
        "assumed", 0.0, 1.0,
    )  # fmt: skip


class Calls(Theme):
    """Telephone calls to the desk."""

    talk_minutes: float = parameter(
        3.4, "minutes", "Mean length of a customer's call", "B2: SQM 2000", "estimated", 0.01, 600.0
    )
    talk_law: str = parameter(
        "lognormal", "law", "Distribution of call lengths", "B2: Brown 2005", "estimated",
        choices=LAWS,
    )  # fmt: skip
    talk_cv: float = parameter(
        1.2, "ratio", "Spread of call lengths (lognormal only)", "B2: Brown 2005", "estimated", 0.0, 5.0
    )
    wrap_minutes: float = parameter(
        1.5, "minutes", "Work after each customer call", "B2: SQM 2000", "estimated", 0.0, 60.0
    )
    share_priority: float = parameter(
        0.0, "share", "Callers who go before others in a call queue, without interrupting anybody", "queueing",
        "design", 0.0, 1.0,
    )  # fmt: skip
    lines: int = parameter(
        0, "calls", "Calls that a call queue can hold, served or waiting; 0 is unlimited", "queueing", "design",
        0, 1_000_000,
    )  # fmt: skip
