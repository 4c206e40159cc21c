"""C27: a cap that is enforced brings calls and loses people and customers; praise for staying does the reverse."""

from experiments.claims.claim import Claim, difference, measured

PRAISE = {
    "regime.call_cap_seconds": 0.0, "regime.breach": "overlook", "regime.judged_by": "nothing",
    "regime.persist": "let_go", "goodwill.p_open_ended": 0.04, "goodwill.praise_minutes": 60.0,
}  # fmt: skip
"""The other centre's regime over the same people and customers (003-06 to 003-09)."""

CLAIM = Claim(
    title="Ninety seconds, or as long as it takes",
    sentence=(
        "A cap of ninety seconds with dismissal brings more calls an hour than no cap with praise for staying, but "
        "leaves customers less satisfied and people gone, and no call becomes long."
    ),
    rows=("C27", "003-01", "003-03", "003-06", "003-07", "003-09"),
    source="003",
    falsifier=(
        "Calls an hour are as many without the cap, customers as satisfied or turnover as low with it, or the "
        "longest calls as long."
    ),
    scenario="credit_card",
    days=60,
    arms={"cap, dismissal": {}, "no cap, praise": PRAISE},
    quantities=(
        measured("calls_per_hour", "calls"),
        measured("satisfaction_mean", "satisfaction"),
        measured("turnover_per_year", "turnover"),
        measured("longest_call_minutes", "longest call"),
    ),
    panels=4,
    predictions=(
        difference("calls_per_hour", "cap, dismissal", "no cap, praise", 0.05, "the cap brings a twentieth more calls",
                   log=True),
        difference("satisfaction_mean", "no cap, praise", "cap, dismissal", 0.01,
                   "customers are less satisfied with it"),
        difference("turnover_per_year", "cap, dismissal", "no cap, praise", 0.1, "more people leave or are dismissed"),
        difference("longest_call_minutes", "no cap, praise", "cap, dismissal", 0.2,
                   "the longest call is a fifth longer without it", log=True),
    ),
)  # fmt: skip
