"""C20: discretion over the screen's prompt pays most where the prompt is wrong."""

from experiments.claims.claim import Claim, Prediction, difference, measured

GOOD, POOR = {"offers.prompt_error": 0.1}, {"offers.prompt_error": 2.0}
BOUND, FREE = {"offers.discretion": 0.0}, {"offers.discretion": 1.0}

CLAIM = Claim(
    title="Discretion over the prompt",
    sentence=(
        "People who may override the screen with what they hear sell more, and lose fewer primary sales, the less "
        "accurate the prompt is."
    ),
    rows=("C20", "001-35", "001-50", "001-51"),
    source="001",
    falsifier=(
        "Discretion gains as much where prompts are accurate as where they are not, or gains nothing where they are "
        "not."
    ),
    scenario="finserver",
    hold={"offers.use_prompt": "override", "control.programme_from": 0, "control.universal_product": False},
    days=120,
    arms={
        "accurate, bound": GOOD | BOUND, "accurate, free": GOOD | FREE,
        "inaccurate, bound": POOR | BOUND, "inaccurate, free": POOR | FREE,
    },
    quantities=(
        measured("offer_acceptance_share", "offers taken"),
        measured("primary_sale_lost_share", "primary sales lost"),
    ),
    predictions=(
        difference("offer_acceptance_share", "inaccurate, free", "inaccurate, bound", 0.05,
                   "where prompts are poor, discretion gains a twentieth of the offers taken", log=True),
        Prediction(
            "offer_acceptance_share", "it gains more there than where prompts are accurate",
            {"inaccurate, free": 1.0, "inaccurate, bound": -1.0, "accurate, free": -1.0, "accurate, bound": 1.0},
            ">", 0.05, log=True,
        ),
        difference("primary_sale_lost_share", "inaccurate, bound", "inaccurate, free", 0.005,
                   "it loses fewer of the sales that the call was for"),
    ),
)  # fmt: skip
