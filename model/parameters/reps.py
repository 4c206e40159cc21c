"""How service reps work and whom they oblige."""

from model.parameters.record import Theme, parameter, rule


class Reps(Theme):
    """Disposition, legitimacy, order of work, overload."""

    disposition_mean: float = parameter(
        0.5, "probability", "Mean disposition to oblige a customer's request forwarded by the desk (Beta)", "000-40",
        "assumed", 0.01, 0.99, "d",
    )  # fmt: skip
    disposition_sd: float = parameter(
        0.22, "probability", "Spread of the disposition between reps", "000-34, 000-40", "assumed", 0.0, 0.49
    )
    speed_cv: float = parameter(
        0.1, "ratio", "Spread of working speed between reps, independent of disposition", "000-40", "assumed", 0.0, 1.0
    )
    respond: str = rule(
        "by_disposition", "reps/respond", "What a rep does with a request that comes from the desk", "000-22, 000-23"
    )
    legitimacy_customer_voice: float = parameter(
        1.0, "factor", "Legitimacy of a request in the customer's voice", "000-41", "assumed", 0.0, 1.5, "ℓ_c"
    )
    legitimacy_own_voice: float = parameter(
        0.4, "factor", "Legitimacy of a request in the salesperson's own voice", "000-22", "assumed", 0.0, 1.5, "ℓ_o"
    )
    refusal_customer_voice: float = parameter(
        0.15, "probability", "Chance that a wholly unwilling rep refuses a request in the customer's voice", "000-23",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    refusal_own_voice: float = parameter(
        0.6, "probability", "The same for a request in the salesperson's own voice", "000-23", "assumed", 0.0, 1.0
    )
    set_aside_hours: float = parameter(
        8.0, "working hours", "Mean time for which an unwilling rep sets a request of the desk aside before logging it",
        "000-30, 000-38", "calibrated", 0.0, 1000.0,
    )  # fmt: skip
    share_silent: float = parameter(
        0.5, "share", "Refusals that nobody is told of (the request is ignored)", "000-23", "assumed", 0.0, 1.0
    )
    order_of_work: str = rule(
        "phone_mail_bucket", "reps/order_of_work", "In which order a rep turns to telephone, mail and bucket", "000-25"
    )
    own_buckets: bool = parameter(
        False, "switch", "Whether every rep has an own bucket, in place of one for the unit", "000-42; C5", "design"
    )
    assign_request: str = rule(
        "to_reader", "reps/assign_request", "Into whose bucket a request goes (with `own_buckets`)",
        "000-26, 000-42; C5",
    )
    pick_request: str = rule(
        "first_in_first_out", "reps/pick_request", "Which request a rep takes from the bucket", "000-25, 000-31"
    )
    fifo_adherence: float = parameter(
        0.9, "probability", "Chance of taking the oldest request (rules that may skip)", "000-31; B2: Ibanez 2018",
        "assumed", 0.0, 1.0, "φ",
    )  # fmt: skip
    skip_depth: int = parameter(
        5, "requests", "How far down the bucket a rep looks when skipping", "000-31", "assumed", 1, 50
    )
    own_list_limit: int = parameter(
        4, "requests", "Requests a rep keeps on the own list at most; more go to the bucket", "000-34", "assumed",
        0, 1000,
    )  # fmt: skip
    overload_erosion: float = parameter(
        0.01, "per excess request", "Loss of willingness per request beyond the fair share", "B2: Cross et al.",
        "assumed", 0.0, 1.0, "ε_o",
    )  # fmt: skip
    overload_recovery: float = parameter(
        0.1, "per day", "Share of the excess that a day makes forgotten", "B2: Cross et al.", "assumed", 0.0, 1.0
    )
