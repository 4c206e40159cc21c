"""C17: beneficence starts help among people who work apart, reciprocity keeps it going, shared identity speeds it."""

from experiments.claims.claim import Claim, Quantity, difference, measured
from model.scenario import load_scenario

DAYS = 80
OWN = [name for name, group in load_scenario("home_based").groups.items() if group.site != "outsourcer"]


def identity(level: float) -> dict[str, float]:
    """Identity with the firm of everybody but the outsourcer's people."""
    return {f"groups.{group}.identity": level for group in OWN}


def start(run):
    """Day on which sharing takes hold; the last day where it never does."""
    day = run["sharing_start_day"]
    return day if day == day else float(DAYS)


CLAIM = Claim(
    title="Two norms of helping",
    sentence=(
        "Beneficence lets knowledge sharing start, reciprocity lets it continue, and where people share little "
        "identity it takes longer to develop."
    ),
    rows=("C17", "004-01", "004-03", "004-04", "004-06", "004-08"),
    source="004",
    falsifier=(
        "Sharing takes hold as soon without beneficence, lasts as well without reciprocity, or starts as soon where "
        "little identity is shared."
    ),
    scenario="home_based",
    days=DAYS,
    arms={
        "neither norm": {"norms.beneficence": 0.0, "norms.reciprocity": 0.0},
        "reciprocity only": {"norms.beneficence": 0.0},
        "beneficence only": {"norms.reciprocity": 0.0},
        "both": {},
        "both, little identity": identity(0.1),
        "both, much identity": identity(0.8),
    },
    quantities=(
        Quantity("start", f"sharing takes hold, {DAYS} for never", "day", ("sharing_start_day",), start),
        measured("questions_answered_share", "questions answered"),
        measured("sharing_persistence", "sharing at the end, of its best"),
    ),
    panels=3,
    predictions=(
        difference("start", "reciprocity only", "both", 5.0, "beneficence brings the start five days forward or more"),
        difference("sharing_persistence", "both", "beneficence only", 0.03, "reciprocity keeps up more of it"),
        difference("start", "both, little identity", "both, much identity", 3.0,
                   "little identity delays the start by three days or more"),
    ),
    revised=(
        "The second prediction was first on the share of questions answered over the whole time, which mixes start "
        "and end; it is now on what is left at the end."
    ),
    finding=(
        "What is left at the end rests on the questions of ten days, and differs by a tenth from run to run; the runs "
        "of the full budget, or a longer end, would resolve it. At the draws sharing takes hold in no arm, so that its "
        "start cannot differ: that it starts at all rests on the values that were chosen."
    ),
)  # fmt: skip
