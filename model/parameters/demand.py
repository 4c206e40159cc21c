"""What customers need, and when."""

from model.parameters.record import LAWS, Theme, parameter
from model.parameters.run import DAYS_A_YEAR


class Demand(Theme):
    """Arrivals, kinds and sizes of issues, drawn up front."""

    requests_per_account_day: float = parameter(
        2.1, "per day", "Service requests of an average account", "D: load check", "calibrated", 0.0, 50.0, "λ_s"
    )
    opportunities_per_account_day: float = parameter(
        0.216, "per day", "Sales opportunities of an average account", "F: posterior", "calibrated", 0.0, 20.0, "λ_o"
    )
    enquiries_per_account_day: float = parameter(
        0.426, "per day", "Other calls of an average account to the desk", "000-17; F: posterior", "calibrated",
        0.0, 100_000.0,
    )  # fmt: skip
    account_size_cv: float = parameter(
        0.2, "ratio", "Spread of account sizes (coefficient of variation, lognormal)", "000-02", "assumed", 0.0, 3.0
    )
    day_cv: float = parameter(
        0.05, "ratio", "Spread of the load from day to day (overdispersion)", "B2: Brown 2005", "assumed", 0.0, 2.0
    )
    load_curve: list = parameter(
        [0.9, 1.2, 1.3, 1.1, 0.8, 1.0, 1.0, 0.7], "weights",
        "Arrivals over the day, one weight for each equal part of it", "B2: Brown 2005", "assumed",
    )  # fmt: skip
    share_orders: float = parameter(
        0.32, "share", "Requests that carry an order", "000-12..14; F: posterior", "calibrated", 0.0, 1.0, "p_ord"
    )
    share_changes: float = parameter(
        0.35, "share", "Requests to change a product in use", "000-44", "assumed", 0.0, 1.0
    )
    share_complaints: float = parameter(
        0.2, "share", "Complaints; what is left over are queries", "000-44", "assumed", 0.0, 1.0
    )
    work_minutes: float = parameter(
        40.0, "minutes", "Rep's work on an average request", "000-44; F: posterior", "calibrated", 0.1, 600.0, "μ_w"
    )
    work_law: str = parameter(
        "lognormal", "law", "Distribution of the work between requests", "B2: Brown 2005", "estimated",
        choices=LAWS,
    )  # fmt: skip
    work_cv: float = parameter(
        1.0, "ratio", "Spread of the work between requests (lognormal only)", "B2: Brown 2005", "estimated", 0.0, 4.0
    )
    work_factor_order: float = parameter(
        1.2, "factor", "Work of an order beside the average", "000-44", "assumed", 0.01, 10.0
    )
    work_factor_change: float = parameter(
        1.0, "factor", "Work of a change beside the average", "000-44", "assumed", 0.01, 10.0
    )
    work_factor_complaint: float = parameter(
        1.0, "factor", "Work of a complaint beside the average", "000-44", "assumed", 0.01, 10.0
    )
    work_factor_query: float = parameter(
        0.7, "factor", "Work of a query beside the average", "000-44", "assumed", 0.01, 10.0
    )
    bulk_per_account_year: float = parameter(
        1.0, "per year", "Bulk projects of an account (all requests to one unit)", "000-37", "assumed", 0.0, 50.0
    )
    bulk_size: int = parameter(30, "requests", "Requests in a bulk project", "000-37", "assumed", 0, 1000, "B")
    bulk_days: float = parameter(
        5.0, "days", "Time over which a bulk project comes in", "000-37", "assumed", 0.1, 250.0
    )
    order_value_mean: float = parameter(
        500.0, "$", "Mean value of an order or a small sale", "D", "assumed", 0.0, 1e7, "V"
    )
    order_value_cv: float = parameter(
        1.5, "ratio", "Spread of order values (lognormal)", "D", "assumed", 0.0, 10.0
    )

    @property
    def requests_a_day(self) -> float:
        """Service requests of an average account and day, those of bulk projects among them."""
        return self.requests_per_account_day + self.bulk_per_account_year * self.bulk_size / DAYS_A_YEAR
