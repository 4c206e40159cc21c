"""Who there is: accounts, salespeople, service reps, and how they are organised."""

from model.parameters.record import Theme, parameter, rule


class People(Theme):
    """Headcounts, hiring, availability and turnover."""

    accounts: int = parameter(
        100, "accounts", "Corporate customers of the desk", "000-02", "measured", 1, 5_000_000, "N_c"
    )
    callers_per_account: int = parameter(
        12, "people", "People of one account who may call", "000-02", "assumed", 1, 1000
    )
    desk_open: bool = parameter(
        True, "switch", "Whether the desk exists; without it every customer goes to the units and the field",
        "000-01", "design",
    )  # fmt: skip
    teams: int = parameter(8, "teams", "Desk teams, one supervisor each", "D: org chart", "measured", 1, 200, "T")
    salespeople_per_team: int = parameter(
        3, "people", "Desk salespeople in a team", "D: size", "assumed", 1, 2000, "n"
    )
    units: int = parameter(
        6, "units", "Specialist service units, one manager each", "D: org chart, scaled", "assumed", 0, 600, "U"
    )
    reps_per_unit: int = parameter(6, "people", "Service reps in a unit", "D: size", "assumed", 1, 200, "R")
    field_salespeople: int = parameter(
        12, "people", "Field salespeople, kept as a ledger", "000-04", "assumed", 0, 1000
    )
    availability_desk: float = parameter(
        0.85, "share", "Share of the day a salesperson is at the desk; the rest is one break", "D: 408 min/day",
        "assumed", 0.1, 1.0,
    )  # fmt: skip
    availability_reps: float = parameter(
        0.85, "share", "Share of the day a rep is at work; the rest is one break", "B2: occupancy", "estimated",
        0.1, 1.0, "a_r",
    )  # fmt: skip
    shift_start: float = parameter(
        0.0, "minutes", "Start of everybody's shift, from the start of the day", "queueing", "assumed", 0.0, 1440.0
    )
    shift_minutes: float = parameter(
        1440.0, "minutes", "Length of the shift; work begun is finished first", "queueing", "assumed", 1.0, 1440.0
    )
    co_located: bool = parameter(
        False, "switch", "Whether desk and units share a site, so that requests are made face to face", "000-24",
        "design",
    )  # fmt: skip
    share_ex_service: float = parameter(
        0.25, "share", "Share of hires who come from a service unit", "000-08; F: posterior", "calibrated", 0.0, 1.0,
        "x",
    )  # fmt: skip
    turnover_per_year: float = parameter(
        0.26, "per year", "Salespeople who leave of their own accord", "B2: Purdue 1999", "estimated", 0.0, 3.0
    )
    rep_turnover_per_year: float = parameter(
        0.1, "per year", "Reps who leave; the newcomer has another disposition", "C10", "assumed", 0.0, 10.0
    )
    call_routing: str = rule(
        "owner", "routing/call_queue", "Whose telephone rings when a customer calls the desk", "000-12"
    )
    idle_choice: str = rule(
        "anyone", "routing/idle_worker", "Which of several free people takes what comes in", "000-26"
    )
