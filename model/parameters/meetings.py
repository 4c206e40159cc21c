"""Face-to-face meetings of people who work apart: how often, with whom, at what cost."""

from model.parameters.record import Theme, parameter


class Meetings(Theme):
    """Meetings in one room, blended with distributed work."""

    meetings_per_month: float = parameter(
        0.0, "per month", "Face-to-face meetings of each person in a month of 20 days", "004-07; B2: Sandvik 2020",
        "assumed", 0.0, 8.0,
    )  # fmt: skip
    meeting_minutes: float = parameter(
        60.0, "minutes", "Working time that a meeting takes of each participant", "004-07", "assumed", 0.0, 480.0
    )
    meeting_peers: int = parameter(
        4, "people", "Colleagues whom somebody meets in a meeting of peers", "004-07; B2: Sandvik 2020", "assumed", 1,
        12,
    )  # fmt: skip
    share_with_management: float = parameter(
        0.3, "share", "Meetings that are with management instead of peers", "004-07", "assumed", 0.0, 1.0
    )
    meeting_trust: float = parameter(
        0.1, "share", "Growth of trust between two people who meet", "004-07; C16", "assumed", 0.0, 1.0
    )
    meeting_identity: float = parameter(
        0.1, "share", "Growth of identity through a meeting, as a share of what it lacks", "004-07, 004-08", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    meeting_topics: int = parameter(
        1, "topics", "Topics that two people talk over when they meet", "004-07; B2: Sandvik 2020", "assumed", 0, 20
    )
