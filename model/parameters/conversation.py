"""Conversation: script, sales talk, beliefs about customers, what is noted, and meeting the same person again."""

from model.parameters.record import Theme, parameter, rule


class Conversation(Theme):
    """What advisors do with a caller beyond the answer."""

    script: float = parameter(
        0.0, "share", "How rigid the script is: 0 open-ended, 1 nothing but the script", "002-34", "assumed", 0.0, 1.0
    )
    script_unforeseen: float = parameter(
        0.3, "share", "Share of concerns that a rigid script does not foresee", "002-34", "assumed", 0.0, 1.0
    )
    script_saving: float = parameter(0.15, "share", "Time that a rigid script saves", "002-34", "assumed", 0.0, 0.9)
    close_talk: str = rule("when_answered", "advisors/close_talk", "When a conversation is closed", "002-12")
    step_minutes: float = parameter(
        1.0, "minutes", "Length of one step of a sales talk", "002-12", "assumed", 0.01, 60.0
    )
    most_steps: int = parameter(3, "steps", "Most steps of a sales talk", "002-12", "assumed", 1, 15)
    step_decay: float = parameter(
        0.6, "factor", "Chance of a sale in a step beside the step before", "002-12", "assumed", 0.0, 1.0
    )
    least_chance: float = parameter(
        0.1, "probability", "Chance from which a step is worth its time where pay does not say so", "002-12",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    incident_interest: float = parameter(
        0.3, "factor", "Interest of a customer in the course of a payment incident beside others", "002-13", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    product_mean: float = parameter(
        60.0, "$", "Mean value of a product sold in a sales talk", "002-28", "assumed", 0.0, 1e6
    )
    training_weight: float = parameter(
        30.0, "talks", "Experiences that the trained stereotype is worth", "002-14", "assumed", 0.0, 1e6
    )
    sideways: float = parameter(
        0.0, "per meeting", "Share of the way to the team's mean belief that people go in a meeting", "002-16",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    capture: str = rule("never", "advisors/capture", "What is noted about the customer's household", "002-33")
    capture_gain: float = parameter(
        0.2, "share", "Share of what is not yet known that a question brings into the record", "002-33", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    p_capture: float = parameter(
        0.5, "probability", "Chance that a call leaves room for it", "002-33", "assumed", 0.0, 1.0
    )
    capture_minutes: float = parameter(0.5, "minutes", "Time that a question takes", "002-33", "assumed", 0.0, 60.0)
    capture_discomfort: float = parameter(
        0.0, "per meeting", "Morale lost by somebody who puts a question in every call", "002-33", "assumed", 0.0, 1.0
    )
    capture_intrusion: float = parameter(
        0.0, "share", "Part of a contact's worth to the customer that a question takes away", "002-33", "assumed",
        0.0, 1.0,
    )  # fmt: skip
    p_same_advisor: float = parameter(
        0.0, "probability", "Chance that a call is given to the person of the last one, if idle and trained", "002-11",
        "assumed", 0.0, 1.0,
    )  # fmt: skip
    same_saving: float = parameter(
        0.0, "share", "Time saved when customer and advisor have met in the last call", "002-11", "assumed", 0.0, 0.9
    )
