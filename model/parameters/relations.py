"""Relations of work at the front line: what makes it regimented or empowered (Frenkel, Korczynski, Shire & Tam)."""

from model.parameters.record import Theme, parameter


class Relations(Theme):
    """Work, customer and employment relations; control and co-worker relations are in `helping` and `norms`."""

    pace_required: float = parameter(
        0.0, "share", "Share by which every call is cut short to meet productivity requirements", "001-57, 001-60",
        "assumed", 0.0, 0.9,
    )  # fmt: skip
    skill_gain: float = parameter(
        0.0, "share", "Share of quality and pace that comes with practice, so that a newcomer lacks it", "001-57; "
        "B2: Gans 2010", "assumed", 0.0, 0.9,
    )  # fmt: skip
    skill_half_calls: float = parameter(
        1000.0, "calls", "Calls after which half of that is learnt", "001-57; B2: Gans 2010", "assumed", 1.0, 1e6
    )
    emotional_labour: float = parameter(
        0.0, "per week", "Morale that a week costs which is wholly spent on calls", "001-60", "assumed", 0.0, 1.0
    )
    customer_pride: float = parameter(
        0.0, "per week", "Morale that a week brings in which every call resolves the query", "001-60", "assumed", 0.0,
        1.0,
    )  # fmt: skip
    intrinsic_reward: float = parameter(
        0.0, "share", "Share by which rewarding work raises the morale people return to, of what it lacks", "001-57",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    insecurity: float = parameter(
        0.0, "share", "Threat of unemployment: lowers the morale people return to, and keeps those who would leave",
        "001-61", "assumed", 0.0, 1.0,
    )  # fmt: skip
