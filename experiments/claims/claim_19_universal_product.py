"""C19: a product for everybody brings the points back and ends customised selling."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="A product for everybody",
    sentence=(
        "After a quality programme has cost incentive points, a universal product that can be promoted on most calls "
        "brings them back, at the price of customised offers."
    ),
    rows=("C19", "001-37", "001-41", "001-42"),
    source="001",
    falsifier="Points per hour do not rise with the universal product, or offers are as customised with it as without.",
    scenario="finserver",
    arms={
        "without": {"control.universal_product": False},
        "with": {"control.universal_product": True},
    },
    quantities=(
        measured("points_per_hour_after", "points per hour after"),
        measured("customised_offer_share", "customised offers"),
    ),
    predictions=(
        difference("points_per_hour_after", "with", "without", 0.5, "the universal product brings points back"),
        difference("customised_offer_share", "without", "with", 0.1, "customised offers give way to it"),
    ),
)  # fmt: skip
