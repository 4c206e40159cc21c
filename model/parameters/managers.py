"""How managers steer: the service turn, audit, policing, dismissal."""

from model.parameters.record import Theme, parameter, rule


class Managers(Theme):
    """Rules of supervisors, unit managers and the general manager."""

    service_turn: str = rule(
        "gap_to_quota", "managers/service_turn", "When a supervisor tells a team to take on service issues", "000-11"
    )
    turn_gap: float = parameter(
        0.15, "attainment", "Gap below quota that triggers the service turn", "000-11; F: posterior", "calibrated",
        0.0, 1.0, "γ",
    )  # fmt: skip
    turn_patience: int = parameter(
        2, "reviews", "Reviews in a row below that gap before the instruction changes", "000-11; F: posterior",
        "calibrated", 1, 50,
    )  # fmt: skip
    audit: str = rule(
        "self_interested", "managers/audit", "How closely supervisors check reported orders", "000-15"
    )
    audit_probability: float = parameter(
        0.02, "probability", "Chance that a claim is checked by a supervisor without a stake in it", "B2: Nagin 2002",
        "assumed", 0.0, 1.0, "p_a",
    )  # fmt: skip
    career_stake: float = parameter(
        3.0, "per attainment", "How strongly a supervisor's stake in the claims softens the audit", "000-15", "assumed",
        0.0, 100.0,
    )  # fmt: skip
    promotion_score: float = parameter(
        15.0, "points", "Career score at which the general manager is offered a seat on the board", "000-06",
        "calibrated", 0.0, 1000.0,
    )  # fmt: skip
    police_bucket: str = rule(
        "tolerate", "managers/police_bucket", "What a unit manager does about requests done out of turn", "000-31"
    )
    police_strength: float = parameter(
        0.5, "share", "Share of obliging out of turn that an enforcing unit manager suppresses", "000-31", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    dismissal: str = rule(
        "low_periods", "managers/dismissal", "When a salesperson is dismissed", "000-32"
    )
    dismissal_attainment: float = parameter(
        0.5, "attainment", "Attainment that counts as a low period", "000-32", "assumed", 0.0, 5.0
    )
    dismissal_periods: int = parameter(
        3, "reviews", "Low periods in a row that end in dismissal", "000-32", "assumed", 1, 1000
    )
