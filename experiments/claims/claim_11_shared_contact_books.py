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
        "Contact books are no fuller when they are shared, or the desk meets its quota no better, or requests are no "
        "more concentrated."
    ),
    scenario="mtel",
    arms={
        "private": {"learning.share_book": "private"},
        "tit for team": {"learning.share_book": "tit_for_team"},
        "pooled": {"learning.share_book": "pooled"},
    },
    quantities=(
        measured("contact_book_size", "reps in a contact book"),
        measured("request_gini", "concentration of named requests"),
        measured("attainment_all", "reported sales / quota"),
    ),
    panels=3,
    predictions=(
        difference("contact_book_size", "pooled", "private", 1.0, "sharing fills the contact books"),
        difference("request_gini", "pooled", "private", 0.02, "sharing herds requests to the same reps"),
        difference("attainment_all", "pooled", "private", 0.01, "sharing raises the desk's attainment"),
    ),
    finding=(
        "Sharing makes salespeople settle a little sooner, and no more: contact books list only reps whom one has "
        "dealt with, and over a year completion notices make nearly every rep known to everybody, so that little "
        "is left for colleagues to tell."
    ),
)  # fmt: skip
