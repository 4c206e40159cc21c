"""Control of front-line people: what is measured, listened to and published, and what they make of it."""

from model.parameters.record import Theme, parameter, rule


class Control(Theme):
    """From logs to planners and monitors to the weekly meeting; off unless figures are kept."""

    figures_kept: bool = parameter(
        False, "switch", "Whether figures of each person are kept and looked at in the weekly meeting", "001-10",
        "design",
    )  # fmt: skip
    weight_calls_per_hour: float = parameter(
        0.0, "weight", "Weight of calls per hour among the figures by which people are judged", "001-23, 001-24",
        "assumed", 0.0, 10.0,
    )  # fmt: skip
    weight_calls_per_shift: float = parameter(
        0.0, "weight", "Weight of calls per shift among them", "001-19", "assumed", 0.0, 10.0
    )
    weight_points: float = parameter(
        0.0, "weight", "Weight of incentive points per hour among them", "001-37", "assumed", 0.0, 10.0
    )
    weight_compliance: float = parameter(
        0.0, "weight", "Weight of compliance with the call structure among them", "001-43, 001-45", "assumed", 0.0, 10.0
    )
    weight_rapport: float = parameter(
        0.0, "weight", "Weight that people are asked to give to rapport, which nobody can count", "001-24", "assumed",
        0.0, 10.0,
    )  # fmt: skip
    target_calls_per_hour: float = parameter(
        10.0, "calls per hour", "Calls to be handled in a rostered hour", "001-23", "assumed", 0.0, 1000.0
    )
    target_calls_per_shift: float = parameter(
        70.0, "calls", "Calls to be handled in a shift", "001-19", "assumed", 0.0, 10_000.0
    )
    target_points: float = parameter(
        12.0, "points per hour", "Incentive points to be earned in a rostered hour", "001-37", "assumed", 0.0, 10_000.0
    )
    compliance_target: float = parameter(
        0.7, "share", "Elements of the call structure to be kept to", "001-43", "measured", 0.0, 1.0
    )
    haste: float = parameter(
        0.2, "share", "How much calls are cut short if nothing but their number counts", "001-19, 001-24", "assumed",
        0.0, 0.9,
    )  # fmt: skip
    calls_feedback: float = parameter(
        0.5, "share", "How far people who are shown fewer calls than their team's average make up for it", "001-23",
        "assumed", 0.0, 2.0,
    )  # fmt: skip
    rapport_time: float = parameter(
        0.3, "share", "How much calls are drawn out if nothing but rapport counts", "001-24", "assumed", 0.0, 5.0
    )
    rapport_gain: float = parameter(
        0.5, "log odds", "What full attention to rapport does to the chance that an offer is taken", "001-24",
        "assumed", 0.0, 10.0,
    )  # fmt: skip
    compliance_initial: float = parameter(
        0.4, "share", "Elements of the call structure that people keep to if nobody listens", "001-43", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    compliance_rate: float = parameter(
        0.3, "per week", "Share of the way that compliance goes in a week to where listening takes it", "001-28",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    listened_share: float = parameter(
        0.0, "share", "Calls that are listened to under full control", "001-10, 001-46", "assumed", 0.0, 1.0
    )
    felt_calls: float = parameter(
        3.0, "calls", "Calls listened to in a week at which people feel half watched", "001-07, 001-28", "assumed",
        0.01, 1000.0,
    )  # fmt: skip
    quality_cv: float = parameter(
        0.0, "cv", "How much the quality of people's work differs, haste and structure left out", "001-46", "assumed",
        0.0, 2.0,
    )  # fmt: skip
    score_quality: float = parameter(
        0.5, "weight", "Weight of a call's quality, beside what is usual, in the score that it gets", "001-46",
        "assumed", 0.0, 5.0,
    )  # fmt: skip
    score_noise: float = parameter(
        0.3, "sd", "Error of the score that a call listened to gets", "001-46", "assumed", 0.0, 5.0
    )
    script_cost: float = parameter(
        0.1, "share", "Quality that a call loses if the structure leaves no leeway at all", "001-44",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    withdrawal: float = parameter(
        0.15, "share", "Discretionary effort that people withdraw when they feel watched all the time", "001-07",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    crowding: float = parameter(
        0.1, "share", "Effort taken from what is not measured when compliance is all that counts", "001-45", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    publish_weekly: bool = parameter(
        True, "switch", "Whether everybody's figures are shown in the weekly meeting", "001-39", "design"
    )
    statistics_cost: float = parameter(
        0.03, "per week", "Morale that shown figures cost those who feel watched all the time", "001-39", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    shortfall_cost: float = parameter(
        0.05, "per week", "Morale that it costs to earn no points, beside what one is used to", "001-37, 001-39",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    used_to_weight: float = parameter(
        0.1, "weight", "Weight of the last week in the points that one is used to", "001-40", "assumed", 0.0, 1.0
    )
    control_level: str = rule(
        "constant", "managers/control_level", "How managers loosen and tighten control of a team", "001-08"
    )
    control_initial: float = parameter(
        1.0, "share", "Control on day one: 1 is listening as stated and no leeway", "001-08, 001-44",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    tightening: float = parameter(
        2.0, "per share", "Control added for the share by which a team's points fall short of what they were", "001-08",
        "assumed", 0.0, 100.0,
    )  # fmt: skip
    loosening: float = parameter(
        0.05, "per week", "Control given up in a week without a shortfall", "001-08", "assumed", 0.0, 1.0
    )
    press: str = rule("constant", "managers/press", "How managers set the pressure on a team to make offers", "001-54")
    press_initial: float = parameter(
        0.0, "share", "Pressure on day one: share of unused opportunities that are used for its sake", "001-54",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    press_step: float = parameter(
        2.0, "per share", "Change of pressure in a week for a margin of one accepted in each offer", "001-54",
        "assumed", 0.0, 100.0,
    )  # fmt: skip
    long_run_weight: float = parameter(
        0.0, "weight", "What a bad offer counts for managers beside one that is taken: nothing if only this week does",
        "001-54", "assumed", 0.0, 10.0,
    )  # fmt: skip
    share_moderate: float = parameter(
        0.5, "share", "People who sell in a moderate style on day one", "001-17", "assumed", 0.0, 1.0
    )
    share_pushing: float = parameter(
        0.0, "share", "People who sell aggressively on day one; the others put service first", "001-17", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    recede: float = parameter(
        0.1, "per week", "Chance that a programme turns somebody's style a step to service", "001-17", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    relapse: float = parameter(
        0.0, "per week", "Chance of a step to aggressive selling for somebody without any points and morale", "001-40",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    relapse_tolerance: float = parameter(
        0.3, "share", "Points lost, beside what one is used to, that do not yet make anybody relapse", "001-40",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    imitation: float = parameter(
        0.0, "per week", "Chance of taking on the style of a team mate who earned more", "001-17, 001-56", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    programme_from: int = parameter(
        0, "day", "Day on which a quality programme begins; 0 is never", "001-36", "design", 0, 20_000, "A"
    )
    programme_to: int = parameter(0, "day", "Day on which it ends; 0 is never", "001-36", "design", 0, 20_000, "B")
    trial_share: float = parameter(0.5, "share", "Teams in the programme", "001-36", "measured", 0.0, 1.0)
    programme_minutes: float = parameter(
        0.5, "minutes", "Further time that the programme allows for each query", "001-37", "assumed", 0.0, 60.0
    )
    programme_restraint: float = parameter(
        0.0, "share", "Attempts to sell that the programme makes people forgo, since the query comes first",
        "001-17, 001-37", "assumed", 0.0, 1.0,
    )  # fmt: skip
    programme_quality: float = parameter(
        0.05, "share", "Quality that the programme adds to a call", "001-36", "assumed", 0.0, 1.0
    )
    programme_listening: float = parameter(
        0.0, "share", "Further calls that are listened to in the programme", "001-37, 001-39", "assumed", 0.0, 1.0
    )
    universal_product: bool = parameter(
        False, "switch", "Whether the screen comes to prompt the universal product", "001-41", "design"
    )
    universal_from: int = parameter(1, "day", "Day from which it does", "001-41", "design", 1, 20_000, "C")
    universal_share: float = parameter(
        0.8, "share", "Calls in which it then does; in the others the profile is followed", "001-41",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
