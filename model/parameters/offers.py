"""Offers on top of a call: profiles, prompts, what front-line people do with them, and what customers answer."""

from model.parameters.record import Theme, parameter, rule


class Offers(Theme):
    """From encounters through the database and the screen to the customer; without products there are no offers."""

    prompt: str = rule(
        "none", "marketing/prompt", "Which product the screen tells people to offer", "001-09, 001-21, 001-41"
    )
    use_prompt: str = rule("follow", "advisors/use_prompt", "What people do with the prompt", "001-11, 001-35, 001-48")
    prompt_error: float = parameter(
        0.5, "sd", "Error of a customer's profile beside the true taste", "001-12", "assumed", 0.0, 5.0, "σ"
    )
    refresh_days: int = parameter(
        20, "days", "Days between two updates of the profiles (a month of working days)", "001-13", "measured", 1, 1000
    )
    taste_days: float = parameter(
        250.0, "days", "Time in which a customer's taste becomes another; 0 is never", "001-13",
        "assumed", 0.0, 1e6, "τ",
    )  # fmt: skip
    encounter_weight: float = parameter(
        0.05, "per contact", "What each contact with a customer adds to the data in the file", "001-09", "assumed",
        0.0, 10.0,
    )  # fmt: skip
    profile_missing: float = parameter(
        0.1, "share", "Entries of the profiles without data, for which the average taste is taken", "001-51", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    enriched_customers: int = parameter(
        0, "customers", "Customers whose profile is blended with bought-in data, at full size", "001-18", "assumed",
        0, 5_000_000,
    )  # fmt: skip
    enriched_error: float = parameter(
        0.5, "factor", "Error of such a profile beside the others", "001-18", "assumed", 0.0, 1.0
    )
    attempt_share: float = parameter(
        1.0, "share", "Opportunities that people would use without any pressure to sell", "001-16, 001-22", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    live_error: float = parameter(
        0.7, "sd", "Error of what people gather in the talk about a customer's taste", "001-35", "assumed", 0.0, 5.0
    )
    override_margin: float = parameter(
        0.5, "sd", "By how much another product must seem better before the prompt is overridden", "001-35", "assumed",
        0.0, 10.0,
    )  # fmt: skip
    discretion: float = parameter(
        1.0, "share", "Calls in which people may act on what they gather themselves", "001-35", "assumed", 0.0, 1.0
    )
    skip_taste: float = parameter(
        -0.5, "sd", "Taste below which a customer seems unlikely to take the offer and is let go", "001-48", "assumed",
        -5.0, 5.0,
    )  # fmt: skip
    hurried_share: float = parameter(
        0.15, "share", "Callers who show that they are in a hurry", "001-48", "assumed", 0.0, 1.0
    )
    hang_up_share: float = parameter(
        0.05, "share", "Callers who end the call before an offer can be made", "001-49", "assumed", 0.0, 1.0
    )
    acceptance_base: float = parameter(
        0.03, "probability", "Chance that a customer of average taste takes an offer", "001-47", "assumed", 0.0001,
        0.9999, "a",
    )  # fmt: skip
    taste_weight: float = parameter(
        1.0, "log odds per sd", "What taste does to that chance", "001-47", "assumed", 0.0, 10.0, "k"
    )
    push_gain: float = parameter(
        1.6, "factor", "Odds that a pushed offer is taken beside one that is just made", "001-17, 001-40", "assumed",
        0.1, 10.0,
    )  # fmt: skip
    push_resistance: float = parameter(
        2.0, "factor", "Resistance that a pushed offer leaves beside one that is just made", "001-52", "assumed",
        0.0, 20.0,
    )  # fmt: skip
    bad_taste: float = parameter(
        0.0, "sd", "Taste below which an offer is a bad one", "001-50, 001-52", "assumed", -5.0, 5.0
    )
    absurd_taste: float = parameter(
        -1.0, "sd", "Taste below which a prompt contradicts what everybody sees", "001-51", "assumed", -5.0, 5.0
    )
    p_primary_lost: float = parameter(
        0.3, "probability", "Chance that a bad offer loses what the customer was about to buy", "001-50", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    annoyance: float = parameter(
        0.05, "share", "Share of a customer's satisfaction that a bad offer costs", "001-52", "assumed", 0.0, 1.0
    )
    resistance_gain: float = parameter(
        0.3, "per offer", "What a bad offer adds to the customer's resistance", "001-52", "assumed", 0.0, 10.0
    )
    refusal_resistance: float = parameter(
        0.02, "per offer", "What any other refused offer adds to it", "001-52", "assumed", 0.0, 10.0
    )
    resistance_weight: float = parameter(
        1.0, "log odds per unit", "What resistance does to the chance that an offer is taken", "001-52", "assumed",
        0.0, 10.0,
    )  # fmt: skip
    resistance_days: float = parameter(
        60.0, "days", "Time in which resistance fades (by a factor of e)", "001-52", "assumed", 0.1, 1e6
    )
    hang_up_resistance: float = parameter(
        0.1, "per unit", "What resistance adds to the share of callers who end the call first", "001-49, 001-52",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    performativity: float = parameter(
        0.0, "share", "How far each offer pulls the customer's taste to the profile", "001-53", "assumed", 0.0, 1.0, "ω"
    )
    pitch_minutes: float = parameter(0.5, "minutes", "Time that making an offer takes", "001-22", "assumed", 0.0, 60.0)
    sale_minutes: float = parameter(
        2.0, "minutes", "Further time that selling takes when it is taken", "001-22", "assumed", 0.0, 60.0
    )
