"""C18: listening to calls raises compliance with what it can count, levels off, and costs morale and points."""

from experiments.claims.claim import Claim, Prediction, difference, measured

CLAIM = Claim(
    title="Watched people comply",
    sentence=(
        "The more calls are listened to, the better people comply with the structure of the call, with ever smaller "
        "gains; morale falls, and so do effort and incentive points."
    ),
    rows=("C18", "001-07", "001-28", "001-37", "001-39", "001-43"),
    source="001",
    falsifier=(
        "Compliance does not rise with listening or rises in proportion, or morale, discretionary effort and points "
        "per hour do not fall."
    ),
    scenario="tcc",
    hold={"control.control_level": "constant", "control.programme_from": 0},
    arms={
        "0": {"control.listened_share": 0.0},
        "0.03": {"control.listened_share": 0.03},
        "0.06": {"control.listened_share": 0.06},
    },
    axis="share of calls listened to",
    quantities=(
        measured("compliance_mean", "call structure kept to"),
        measured("morale_mean", "morale"),
        measured("effort_mean", "discretionary effort"),
        measured("points_per_hour", "incentive points"),
    ),
    panels=4,
    predictions=(
        difference("compliance_mean", "0.06", "0", 0.05, "listening raises compliance"),
        Prediction("compliance_mean", "the first 3 % of calls raise it more than the next 3 %",
                   {"0.03": 2.0, "0": -1.0, "0.06": -1.0}, ">", 0.02),
        difference("morale_mean", "0", "0.06", 0.02, "listening lowers morale"),
        difference("effort_mean", "0", "0.06", 0.02, "listening lowers discretionary effort"),
        difference("points_per_hour", "0", "0.06", 0.05, "listening costs a twentieth of the points per hour",
                   log=True),
    ),
    revised="The prediction on incentive points, which the sentence makes, was missing at first.",
)  # fmt: skip
