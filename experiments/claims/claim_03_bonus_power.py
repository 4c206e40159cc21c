"""C3: steeper pay makes the desk chase, concentrate and claim more."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Steeper bonuses",
    sentence=(
        "A higher bonus rate and a steeper accelerator beyond the quota make salespeople chase more, send more to "
        "few reps, and report more that they did not originate."
    ),
    rows=("C3", "000-20", "B2: Larkin 2014"),
    source="000",
    falsifier="Chases, concentration of requests and the reporting gap are the same under weak and strong bonuses.",
    scenario="mtel",
    arms={
        "no bonus": {"incentives.pay": "salary_only"},
        "weak": {"incentives.bonus_rate": 0.02, "incentives.bonus_accelerator": 1.0},
        "strong": {"incentives.bonus_rate": 0.15, "incentives.bonus_accelerator": 4.0},
    },
    quantities=(
        measured("chases_per_issue", "chases per issue"),
        measured("request_gini", "concentration of named requests"),
        measured("reporting_gap", "reported, not originated"),
    ),
    panels=3,
    predictions=(
        difference("chases_per_issue", "strong", "weak", 0.05, "strong bonuses bring more chases"),
        difference("request_gini", "strong", "weak", 0.02, "strong bonuses concentrate requests on fewer reps"),
        difference("reporting_gap", "strong", "weak", 0.02, "strong bonuses widen the reporting gap"),
    ),
    no_rule=True,
    finding=(
        "No rule of the model reads the size of a bonus: people chase, name and claim at rates of their own, and "
        "all arms are alike event for event. The model speaks neither for nor against the claim."
    ),
)  # fmt: skip
