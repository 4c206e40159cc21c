"""C22: discounts leak along the ties of customers, and conceding buys time with margin."""

from experiments.claims.claim import Claim, difference, measured

REFUSE, CONCEDE = {"discounts.concede": "never"}, {"discounts.concede": "always"}

CLAIM = Claim(
    title="Discounts that leak",
    sentence=(
        "The more customers know of each other, the more often a friend's better discount is claimed and argued about; "
        "conceding it saves time on the call and gives margin away."
    ),
    rows=("C22", "001-31", "001-32", "001-33", "001-34"),
    source="001",
    falsifier=(
        "Disputes are as rare among customers with many ties, or conceding shortens no calls, or costs no margin."
    ),
    scenario="niche",
    days=60,
    arms={
        "no ties, refuse": {"discounts.friends": 0} | REFUSE,
        "4 ties, refuse": {"discounts.friends": 4} | REFUSE,
        "16 ties, refuse": {"discounts.friends": 16} | REFUSE,
        "16 ties, concede": {"discounts.friends": 16} | CONCEDE,
    },
    quantities=(
        measured("discount_dispute_share", "calls with a dispute"),
        measured("margin_conceded", "margin conceded"),
        measured("handle_time_mean_s", "length of calls"),
    ),
    panels=3,
    predictions=(
        difference("discount_dispute_share", "16 ties, refuse", "4 ties, refuse", 0.005,
                   "more ties bring more disputes"),
        difference("handle_time_mean_s", "16 ties, refuse", "16 ties, concede", 1.0,
                   "conceding shortens calls by a second or more on average"),
        difference("margin_conceded", "16 ties, concede", "16 ties, refuse", 100.0,
                   "conceding costs $100 of margin a day or more"),
    ),
    revised="The margin of the last prediction is $100 a day; it was $5, which would matter to nobody.",
)  # fmt: skip
