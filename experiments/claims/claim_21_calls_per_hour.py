"""C21: whoever is judged by calls per hour keeps calls short, and customers call again."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Judged by calls per hour",
    sentence=(
        "The more calls per hour weigh among the figures by which people are judged, the shorter calls become, and "
        "the more of them are about a query that an earlier call left unresolved."
    ),
    rows=("C21", "001-19", "001-23", "001-24", "001-26"),
    source="001",
    falsifier="Calls are as long, or repeat calls as rare, when calls per hour are all that counts.",
    scenario="tcc",
    hold={"control.weight_compliance": 0.5, "control.programme_from": 0, "control.control_level": "constant"},
    days=120,
    arms={
        "rapport": {"control.weight_calls_per_hour": 0.0, "control.weight_rapport": 2.0},
        "both": {"control.weight_calls_per_hour": 1.0, "control.weight_rapport": 1.0},
        "calls per hour": {"control.weight_calls_per_hour": 2.0, "control.weight_rapport": 0.0},
    },
    quantities=(
        measured("handle_time_mean_s", "length of calls"),
        measured("repeat_call_share", "repeat calls"),
        measured("satisfaction_mean", "satisfaction"),
    ),
    panels=3,
    predictions=(
        difference("handle_time_mean_s", "rapport", "calls per hour", 0.1, "calls become a tenth shorter", log=True),
        difference("repeat_call_share", "calls per hour", "rapport", 0.01, "repeat calls become more frequent"),
    ),
)  # fmt: skip
