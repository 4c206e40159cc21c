"""Self-service in front of a centre: a menu on the telephone and the Web, which fail over to people."""

from model.parameters.record import Theme, parameter


class SelfService(Theme):
    """What self-service settles and how long it takes; how much of a stream tries it is the stream's."""

    ivr_succeeds: float = parameter(
        0.4, "probability", "Chance that the voice menu settles what a caller wants", "004-09, 004-10", "assumed", 0.0,
        1.0,
    )  # fmt: skip
    web_succeeds: float = parameter(
        0.6, "probability", "The same for the Web", "004-09, 004-10", "assumed", 0.0, 1.0
    )
    ivr_minutes: float = parameter(
        1.5, "minutes", "Mean time in the voice menu (exponential)", "004-10", "assumed", 0.0, 600.0
    )
    web_minutes: float = parameter(
        8.0, "minutes", "Mean time on the Web (exponential)", "004-10", "assumed", 0.0, 600.0
    )
    failed_worth: float = parameter(
        0.2, "share", "What a failure of self-service does for satisfaction beside a resolved contact", "004-10",
        "assumed", 0.0, 1.0,
    )  # fmt: skip


class Spikes(Theme):
    """Spikes of traffic, at any hour of day and night."""

    spikes_per_year: float = parameter(
        0.0, "per year", "Spikes of each stream in a year of 250 days", "004-11", "assumed", 0.0, 2000.0
    )
    spike_size: float = parameter(
        3.0, "factor", "Load in a spike beside that of an average moment", "004-11", "assumed", 1.0, 100.0
    )
    spike_minutes: float = parameter(
        30.0, "minutes", "Length of a spike", "004-11", "assumed", 1.0, 1440.0
    )
