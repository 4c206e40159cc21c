"""Norms of helping: beneficence starts it, reciprocity sustains it, and trust grows with shared identity."""

from model.parameters.record import Theme, parameter


class Norms(Theme):
    """Two norms, the accounts kept between two people, trust, identity. All off at first, at M-Tel as everywhere."""

    beneficence: float = parameter(
        0.0, "probability", "Norm of beneficence: mean chance that somebody asked helps whoever asks", "004-03, 004-05",
        "assumed", 0.0, 1.0, "b",
    )  # fmt: skip
    reciprocity: float = parameter(
        0.0, "probability", "Norm of reciprocity: chance of helping who has helped often",
        "004-03, 004-06", "assumed", 0.0, 1.0, "r",
    )  # fmt: skip
    debt_half: float = parameter(
        0.5, "favours", "Favours received lately that make half of the full obligation", "004-06", "assumed",
        0.01, 100.0, "h",
    )  # fmt: skip
    credit: float = parameter(
        10.0, "favours", "Favours beyond those returned at which somebody is half as ready to go on", "004-06",
        "assumed", 0.01, 1e6, "c",
    )  # fmt: skip
    grudge_half: float = parameter(
        5.0, "refusals", "Refusals not forgotten that make half of the full retaliation", "004-06", "assumed", 0.01,
        1000.0,
    )  # fmt: skip
    debt_fading: float = parameter(
        0.05, "per week", "Share of debts and grudges that a week makes forgotten", "004-06", "assumed", 0.0, 1.0
    )
    gift_to_stranger: float = parameter(
        0.5, "share", "Beneficence towards somebody who is not trusted at all; it grows to all of it with trust",
        "004-02, 004-05", "assumed", 0.0, 1.0, "k",
    )  # fmt: skip
    fatigue: float = parameter(
        0.005, "per favour", "Loss of goodwill for each favour that a week's giving exceeds what came back",
        "B2: Cross et al.", "assumed", 0.0, 1.0,
    )  # fmt: skip
    goodwill_recovery: float = parameter(
        0.05, "per week", "Share of the lost goodwill that a week restores", "B2: Cross et al.", "assumed", 0.0, 1.0
    )
    trust_gain: float = parameter(
        0.3, "share", "Growth of trust through a favour between people who share their identity wholly", "004-01",
        "assumed", 0.0, 1.0, "γ",
    )  # fmt: skip
    trust_loss: float = parameter(
        0.05, "share", "Share of the trust that a refusal destroys", "B2: Jarvenpaa & Leidner", "assumed", 0.0, 1.0
    )
    trust_fading: float = parameter(
        0.01, "per week", "Share of the trust that a week without contact wears off", "004-02", "assumed", 0.0, 1.0
    )
    swift_trust: float = parameter(
        0.1, "share", "Trust in a stranger with whom identity is wholly shared", "B2: Jarvenpaa & Leidner", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    identity_same_place: float = parameter(
        0.3, "share", "Identity that people of one group gain by sitting in one place, as a share of what they lack",
        "004-15; B2: Battiston 2021", "assumed", 0.0, 1.0,
    )  # fmt: skip
    identification: float = parameter(
        0.0, "share", "Identification with management: raises everybody's identity by this share of what it lacks",
        "001-58", "assumed", 0.0, 1.0,
    )  # fmt: skip
    identity_drift: float = parameter(
        0.05, "per week", "Share of the way back to the group's level that identity goes in a week", "004-08",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    p_favour: float = parameter(
        0.0, "probability", "Chance that a desk salesperson does something for a rep in a talk, who then owes it "
        "(M-Tel)", "000-43; C17", "assumed", 0.0, 1.0,
    )  # fmt: skip
