"""C9: requests concentrate because reps differ, and overload undoes what concentration exploits."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Reps who differ",
    sentence=(
        "The more reps differ in their disposition to oblige, the more requests concentrate on few of them; where "
        "being asked too often wears willingness out, concentration is lower again."
    ),
    rows=("C9", "000-34", "000-40"),
    source="000",
    falsifier=(
        "Requests are as concentrated among reps who are alike as among reps who differ, or wearing out changes "
        "nothing."
    ),
    scenario="mtel",
    arms={
        "alike": {"reps.disposition_sd": 0.0},
        "differ a little": {"reps.disposition_sd": 0.15},
        "differ much": {"reps.disposition_sd": 0.35},
        "differ much, wear out": {"reps.disposition_sd": 0.35, "reps.overload_erosion": 0.1},
        "differ much, never wear out": {"reps.disposition_sd": 0.35, "reps.overload_erosion": 0.0},
    },
    quantities=(
        measured("request_gini", "concentration of named requests"),
        measured("contact_degree_disposition_correlation", "contact books and disposition"),
    ),
    predictions=(
        difference("request_gini", "differ much", "alike", 0.05, "differences concentrate requests"),
        difference("request_gini", "differ much, never wear out", "differ much, wear out", 0.02,
                   "wearing out spreads them again"),
    ),
)  # fmt: skip
