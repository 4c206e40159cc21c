"""C6: direct numbers move work past the queue, and more reps do not change that."""

from experiments.claims.claim import Claim, Prediction, Quantity, difference, measured

NONE = {
    "channels.update_shows_number": 0.0, "helpline.visibility": 0.0, "direct_number.visibility": 0.0,
    "learning.residual_contacts": 0,
}  # fmt: skip


def calls_minutes(run):
    """Rep minutes on the telephone for the desk."""
    return run["rep_minutes_chase"] + run["rep_minutes_helpline"]


CLAIM = Claim(
    title="Direct numbers",
    sentence=(
        "Where salespeople get hold of reps' direct numbers, reps spend more minutes on the telephone and more "
        "requests are begun out of turn, whether or not the units have a rep more."
    ),
    rows=("C6", "000-27", "000-29", "000-31"),
    source="000",
    falsifier="Without direct numbers reps are called for as many minutes, and as many requests overtake older ones.",
    scenario="mtel",
    arms={
        "no numbers": NONE,
        "numbers": {},
        "no numbers, a rep more": NONE | {"people.reps_per_unit": 7},
        "numbers, a rep more": {"people.reps_per_unit": 7},
    },
    quantities=(
        measured("fifo_inversion_share", "requests begun out of turn"),
        Quantity(
            "calls_minutes", "rep minutes on chases and helpline", "minutes per request",
            ("rep_minutes_chase", "rep_minutes_helpline"), calls_minutes,
        ),
        measured("direct_numbers", "numbers known to a salesperson"),
    ),
    panels=3,
    predictions=(
        difference("calls_minutes", "numbers", "no numbers", 0.2, "direct numbers add minutes on the telephone"),
        difference("fifo_inversion_share", "numbers", "no numbers", 0.02, "they let more requests overtake older ones"),
        Prediction(
            "fifo_inversion_share", "a rep more in every unit leaves that effect as it is",
            {"numbers, a rep more": 1.0, "no numbers, a rep more": -1.0, "numbers": -1.0, "no numbers": 1.0}, "≈", 0.03,
        ),
    ),
    finding=(
        "Numbers move requests from mail to the telephone and on to reps' own lists. An overtaking is counted "
        "only where an older request stands in the bucket, and few of those are overtaken more often."
    ),
)  # fmt: skip
