"""Vocabularies: a short set of plain words for a special case, translated into the organisation's own parameters."""

from typing import Any

from model.parameters.record import Theme, parameter


class TextbookQueue(Theme):
    """A queue as in a textbook: Poisson arrivals, exponential handling, patience and a number of lines."""

    arrivals_per_hour: float = parameter(
        66.0, "per hour", "Callers who arrive in an hour (Poisson)", "queueing", "design", 0.0, 12_500.0, "λ"
    )
    agents: int = parameter(12, "people", "People who answer", "queueing", "design", 1, 5000, "c")
    handle_minutes: float = parameter(
        10.0, "minutes", "Mean time to handle a call (exponential)", "queueing", "design", 0.001, 1e5, "1/μ"
    )
    patience_minutes: float = parameter(
        0.0, "minutes", "Mean patience of a caller (exponential); 0 is endless", "queueing", "design",
        0.0, 1e6, "1/θ",
    )  # fmt: skip
    lines: int = parameter(
        0, "calls", "Callers in the system at once, served or waiting; 0 is unlimited", "queueing", "design",
        0, 1_000_000, "K",
    )  # fmt: skip
    days: int = parameter(
        200, "days", "Days of 480 minutes, run on without nights; the first tenth is discarded", "queueing",
        "design", 1, 20_000,
    )  # fmt: skip

    def organisation(self) -> dict[str, Any]:
        """The same queue as parameters of the organisation."""
        return {
            "run.days": self.days,
            "demand.enquiries_per_account_day": self.arrivals_per_hour * 8.0,
            "people.salespeople_per_team": self.agents,
            "calls.talk_minutes": self.handle_minutes,
            "customers.patience_minutes": self.patience_minutes,
            "calls.lines": self.lines,
        }


VOCABULARIES: dict[str, type[TextbookQueue]] = {"textbook_queue": TextbookQueue}
