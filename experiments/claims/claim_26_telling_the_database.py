"""C26: what advisors learn of customers improves the segments only if it is told."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Telling the database",
    sentence=(
        "The more often advisors who meet a wrong segment have the record put right, the fewer customers are "
        "misclassified, and the fewer Stars are false."
    ),
    rows=("C26", "002-13", "002-15"),
    source="002",
    falsifier="Misclassification and the share of false Stars are the same however often records are put right.",
    scenario="star_customer",
    days=120,
    arms={
        "0": {"segmentation.p_feedback": 0.0},
        "0.1": {"segmentation.p_feedback": 0.1},
        "0.4": {"segmentation.p_feedback": 0.4},
    },
    axis="chance that a wrong segment is put right",
    quantities=(
        measured("misclassification_final", "customers in a wrong segment"),
        measured("false_star_share", "false Stars among Stars"),
    ),
    predictions=(
        difference("misclassification_final", "0", "0.4", 0.02, "feedback lowers misclassification"),
        difference("false_star_share", "0", "0.4", 0.02, "feedback lowers the share of false Stars"),
    ),
)  # fmt: skip
