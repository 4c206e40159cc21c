"""What contacts cost on paper and in truth, and the field salesforce as a ledger."""

from model.parameters.record import Theme, parameter


class Costs(Theme):
    """Cost per contact."""

    contact_desk: float = parameter(
        2.5, "$", "Official cost of a desk contact", "000-03", "measured", 0.0, 1e5, "k_d"
    )
    contact_field: float = parameter(
        250.0, "$", "Official cost of a field contact", "000-03", "measured", 0.0, 1e6, "k_f"
    )
    rep_minute: float = parameter(
        0.6, "$ per minute", "Cost of a service rep's minute", "A: 36 $ an hour", "assumed", 0.0, 1000.0
    )


class Field(Theme):
    """The field salesforce: a ledger of deals, not people with a day."""

    deal_threshold: float = parameter(
        5000.0, "$", "Value from which an opportunity goes to the field", "000-04", "assumed", 0.0, 1e9, "θ"
    )
    deals_per_person_year: float = parameter(
        20.0, "per year", "Large opportunities that a field salesperson pursues", "000-04", "assumed", 0.0, 10_000.0
    )
    deal_value_mean: float = parameter(
        15_000.0, "$", "Mean value of a large opportunity", "000-04", "assumed", 0.0, 1e9
    )
    deal_value_cv: float = parameter(1.0, "ratio", "Spread of deal values (lognormal)", "000-04", "assumed", 0.0, 10.0)
    close_probability: float = parameter(
        0.3, "probability", "Chance that the field closes an opportunity", "000-04", "assumed", 0.0, 1.0
    )
    contacts_per_deal: float = parameter(
        4.0, "contacts", "Field contacts per opportunity pursued", "B2: 4 calls per sale", "estimated", 0.0, 100.0
    )
    target_attainment: float = parameter(
        0.81, "attainment", "Mean attainment that the field's quota is set for", "B2: 81 % in the field", "estimated",
        0.01, 10.0,
    )  # fmt: skip
