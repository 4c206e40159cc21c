"""C11: shared contact books spread knowledge sooner, and crowd the reps that everybody then knows."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Shared contact books",
    sentence=(
        "Sharing contact books within teams makes more reps known, speeds the desk's requests and raises sales, but "
        "herds requests to the same reps."
    ),
    rows=("C11", "000-35", "B3: March 1991"),
    source="000",
    falsifier=(
        "Contact books are no fuller when they are shared, or the desk's requests are done no sooner, or the desk "
        "meets its quota no better, or requests are no more concentrated."
    ),
    scenario="mtel",
    hold={"learning.p_share": 0.9},
    days=80,
    arms={
        "private": {"learning.share_book": "private"},
        "tit for team": {"learning.share_book": "tit_for_team"},
        "pooled": {"learning.share_book": "pooled"},
    },
    quantities=(
        measured("contact_book_size", "reps in a contact book"),
        measured("request_gini", "concentration of named requests"),
        measured("wait_hours_desk_p50", "median wait of desk requests"),
        measured("attainment_all", "reported sales / quota"),
    ),
    panels=4,
    predictions=(
        difference("contact_book_size", "pooled", "private", 1.0, "sharing fills the contact books"),
        difference("request_gini", "pooled", "private", 0.02, "sharing herds requests to the same reps"),
        difference("wait_hours_desk_p50", "private", "pooled", 0.05,
                   "sharing shortens the median wait of desk requests by a twentieth", log=True),
        difference("attainment_all", "pooled", "private", 0.01, "sharing raises the desk's attainment"),
    ),
    revised=(
        "Sharing was first looked at over a year, when everybody is known to everybody; it is now looked at on day "
        "80, forty days after the turn to service, when contact books are filling, and nearly every name is passed "
        "on. The prediction on waits, which the sentence makes, was missing."
    ),
    finding=(
        "Names are passed on at reviews, every twenty days, and only to colleagues who do not know them. Completion "
        "notices are faster: within one review of the turn to service a salesperson comes to know three reps "
        "out of four by them, so that little is left for colleagues to tell."
    ),
)  # fmt: skip
