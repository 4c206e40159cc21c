"""Claimed is not caused: what the desk reports, by what would have come about without it.

Reads the table and the certificate of a claim (claim_35) and nothing else.
"""

from pathlib import Path

from figures.claim import compose, levels
from figures.style import COLOURS, INK

PARTS = (
    ("offers_sold", "own offers sold: caused", COLOURS["own"], ""),
    ("enquiries_caused", "enquiries sold: caused", "#66C2A4", ""),
    ("orders_caused", "orders claimed: caused", COLOURS["service"], ""),
    ("enquiries_appropriated", "enquiries sold: the field would have", COLOURS["transcription"], "///"),
    ("orders_appropriated", "orders claimed: would have come anyway", COLOURS["claimed"], "///"),
)
"""What the desk reports, from the bottom of a bar up: quantity, words, colour, hatching (not caused)."""


def draw(stem: Path) -> list[Path]:
    """Draw the claim from stem.csv and stem.json; returns the paths."""
    return compose(stem, worlds, height=2.8)


def worlds(figure, place, table, certificate: dict) -> None:
    """A stacked bar for every arm, and the share caused."""
    cells = place.subgridspec(1, 2, width_ratios=[2.4, 1.0])
    stacked(figure.add_subplot(cells[0]), table)
    levels(figure.add_subplot(cells[1]), table, certificate["panels"][0], certificate, crowded=True)


def stacked(panel, table) -> None:
    """What the desk reports, from caused to claimed only."""
    rows = table[table["part"] == "level"]
    arms = list(dict.fromkeys(rows["arm"]))
    left = [0.0] * len(arms)
    for quantity, words, colour, hatch in PARTS:
        means = [float(rows[(rows["arm"] == arm) & (rows["quantity"] == quantity)]["value"].iloc[0]) for arm in arms]
        panel.barh(range(len(arms)), means, left=left, height=0.62, color=colour, label=words, hatch=hatch,
                   edgecolor="white", lw=0.4)  # fmt: skip
        left = [a + b for a, b in zip(left, means, strict=True)]
    for row, total in enumerate(left):
        panel.text(total, row, f" {total:,.0f}", va="center", fontsize=8, color=INK)
    panel.set_yticks(range(len(arms)), arms)
    panel.set_ylim(len(arms) - 0.5, -0.5)
    panel.set_xlim(0.0, 1.15 * max(left))
    panel.set_xlabel("reported by the desk in a year ($1,000)")
    panel.legend(loc="upper left", bbox_to_anchor=(-0.3, -0.38), ncols=2, fontsize=7, columnspacing=1.0)
