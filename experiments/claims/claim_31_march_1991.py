"""March 1991: a code that is taken on quickly loses what slow learners would have added to it."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="March 1991: contact books as beliefs and code",
    sentence=(
        "If dispositions are reality, contact books beliefs and the team's shared book the code, then sharing raises "
        "knowledge early, sharing quickly leaves less knowledge in the long run than sharing slowly, and turnover of "
        "people makes up for part of that."
    ),
    rows=("B3: March 1991", "C11", "000-35"),
    source="classics",
    falsifier=(
        "Books know no more after 60 days with quick sharing than without, or at least as much after a year with "
        "quick as with slow sharing, or turnover adds nothing."
    ),
    scenario="mtel",
    hold={"managers.service_turn": "from_start"},
    arms={
        "60 days, private": {"learning.share_book": "private", "run.days": 60},
        "60 days, quick": {"learning.share_book": "pooled", "learning.p_share": 0.9, "run.days": 60},
        "a year, private": {"learning.share_book": "private"},
        "a year, slow": {"learning.share_book": "pooled", "learning.p_share": 0.05},
        "a year, quick": {"learning.share_book": "pooled", "learning.p_share": 0.9},
        "a year, quick, turnover": {
            "learning.share_book": "pooled", "learning.p_share": 0.9, "people.turnover_per_year": 1.0,
        },
    },
    quantities=(
        measured("contact_degree_disposition_correlation", "knowledge: contact books and disposition"),
        measured("share_to_best_rep", "named requests to the best rep"),
    ),
    panels=1,
    predictions=(
        difference("contact_degree_disposition_correlation", "60 days, quick", "60 days, private", 0.03,
                   "after 60 days, shared books know more than private ones"),
        difference("contact_degree_disposition_correlation", "a year, slow", "a year, quick", 0.03,
                   "after a year, slow sharing has left more knowledge than quick sharing"),
        difference("contact_degree_disposition_correlation", "a year, quick, turnover", "a year, quick", 0.03,
                   "with quick sharing, turnover of people raises knowledge"),
    ),
    finding=(
        "Shared books differ little from private ones (see claim 11), and the correlation varies so much from run to "
        "run that differences of .03 are not told from none. The runs of the full budget would do that, or a desk with "
        "more salespeople, over whom the correlation is taken."
    ),
)  # fmt: skip
