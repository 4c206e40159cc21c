"""C23: parting a pool by segments makes callers wait; letting calls overflow one way brings most of it back."""

from experiments.claims.claim import Claim, Prediction, Quantity, difference, measured


def lost(run):
    """How much less of overflowed calls is resolved than of calls at home."""
    return run["home_resolution"] - run["overflow_resolution"]


CLAIM = Claim(
    title="Parting the pool",
    sentence=(
        "Sub-units for segments make customers wait longer than one pool would; overflow to people whose training "
        "contains the skill recovers most of that, and overflowed calls resolve less."
    ),
    rows=("C23", "002-06", "002-17", "002-18", "002-19", "002-20", "002-21"),
    source="002",
    falsifier=(
        "Callers wait no longer in sub-units than in a pool, or one-way overflow recovers less than half, or "
        "overflowed calls resolve as much as calls at home."
    ),
    scenario="star_customer",
    days=40,
    arms={
        "one pool": {"routing.pooled": True},
        "to nobody": {"routing.overflow": "nobody"},
        "one way": {"routing.overflow": "contained"},
        "to everybody": {"routing.overflow": "everybody"},
    },
    quantities=(
        measured("average_speed_of_answer_s", "wait of answered calls"),
        measured("first_contact_resolution", "first calls resolved"),
        Quantity(
            "lost", "resolved less when overflowed", "share", ("home_resolution", "overflow_resolution"), lost
        ),
    ),
    panels=3,
    predictions=(
        difference("average_speed_of_answer_s", "to nobody", "one pool", 10.0, "sub-units make callers wait longer"),
        Prediction(
            "average_speed_of_answer_s", "one-way overflow recovers more than half of that",
            {"to nobody": 0.5, "one pool": 0.5, "one way": -1.0}, ">", 1.0,
        ),
        Prediction("lost", "overflowed calls resolve less than calls at home", {"one way": 1.0}, ">", 0.02),
    ),
    revised=(
        "The last prediction was first on all calls with and without overflow; it is now on the overflowed beside "
        "those at home, as the sentence has it."
    ),
    finding=(
        "One-way overflow recovers some of the wait that parting the pool adds, but less than half: calls "
        "overflow only after a minute of waiting, and only to people whose training contains the skill."
    ),
)  # fmt: skip
