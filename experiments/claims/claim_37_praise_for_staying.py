"""Praise for staying with a customer spreads the habit, lengthens the tail of calls and brings orders back."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Held up as a model",
    sentence=(
        "Where somebody who stays with a customer as long as it takes is held up as a model, others come to stay "
        "too: the tail of call lengths grows, and what is lost in calls comes back as later orders."
    ),
    rows=("C27", "003-06", "003-07", "003-08"),
    source="003",
    falsifier=(
        "Without praise people are as ready to stay, the longest hundredth of calls is as long, or later orders are as "
        "many."
    ),
    scenario="zappos",
    days=120,
    arms={"no praise": {"goodwill.praise_minutes": 0.0}, "praise": {"goodwill.praise_minutes": 60.0}},
    quantities=(
        measured("staying_mean", "readiness to stay"),
        measured("handle_time_p99_s", "longest hundredth of calls"),
        measured("sales_later", "later orders"),
    ),
    panels=3,
    predictions=(
        difference("staying_mean", "praise", "no praise", 0.05, "praise spreads the readiness to stay"),
        difference("handle_time_p99_s", "praise", "no praise", 0.1, "the longest hundredth of calls grows by a tenth",
                   log=True),
        difference("sales_later", "praise", "no praise", 0.02, "later orders grow by 2 %", log=True),
    ),
    finding=(
        "Staying takes people off the line: callers wait longer, more of them hang up and contacts satisfy less, "
        "which costs more later orders from everybody than the goodwill of the few calls that are stayed with "
        "brings back."
    ),
)  # fmt: skip
