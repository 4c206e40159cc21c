"""Claimed is not caused: what the desk reports, by what would have come about without it.

Reads the table and the certificate of a claim (claim_35) and nothing else.
"""

from pathlib import Path

from figures.claim import as_rows, compose, levels, plain, read, rows_height
from figures.style import COLOURS, INK

PARTS = (
    ("offers_sold", "own offers sold: caused", COLOURS["own"], ""),
    ("enquiries_caused", "enquiries sold: caused", "#66C2A4", ""),
    ("orders_caused", "orders claimed: caused", COLOURS["service"], ""),
    ("enquiries_appropriated", "enquiries sold: the field would have", COLOURS["transcription"], "///"),
    ("orders_appropriated", "orders claimed: would have come anyway", COLOURS["claimed"], "///"),
)
"""What the desk reports, from the left of a bar: quantity, words, colour, hatching (not caused)."""


def draw(stem: Path) -> list[Path]:
    """Draw the claim from stem.csv and stem.json; returns the paths."""
    certificate, _ = read(stem)
    return compose(stem, worlds, rows_height(len(certificate["inputs"]["arms"])) + 0.95)


def worlds(figure, place, table, certificate: dict) -> None:
    """A stacked bar for every arm, and the share caused."""
    cells = place.subgridspec(1, 2, width_ratios=[2.2, 1.0])
    stacked(figure.add_subplot(cells[0]), table)
    levels(figure.add_subplot(cells[1]), table, certificate["panels"][0], certificate, named=False, panels=3)


def stacked(panel, table) -> None:
    """What the desk reports, from caused to claimed only; the whisker is the 95 % interval of the sum."""
    from scipy.special import stdtrit

    rows, runs = table[table["part"] == "level"], table[table["part"] == "run"]
    arms = list(dict.fromkeys(rows["arm"]))
    left = [0.0] * len(arms)
    for quantity, words, colour, hatch in PARTS:
        means = [float(rows[(rows["arm"] == arm) & (rows["quantity"] == quantity)]["value"].iloc[0]) for arm in arms]
        panel.barh(range(len(arms)), means, left=left, height=0.6, color=colour, label=words, hatch=hatch,
                   edgecolor="white", lw=0.4)  # fmt: skip
        left = [a + b for a, b in zip(left, means, strict=True)]
    whole = runs[runs["quantity"].isin([quantity for quantity, *_ in PARTS]) & (runs["verdict"] != "ran away")]
    for row, (arm, total) in enumerate(zip(arms, left, strict=True)):
        sums = whole[whole["arm"] == arm].groupby("seed")["value"].sum()
        half = float(stdtrit(len(sums) - 1, 0.975) * sums.std() / len(sums) ** 0.5)
        panel.errorbar(total, row, xerr=half, fmt="none", ecolor=INK, elinewidth=1.2, capsize=2.5)
        panel.text(total + half, row, f"  {total:,.0f}", va="center", fontsize=8, color=INK)
    as_rows(panel, arms, named=True)
    panel.xaxis.set_major_formatter(plain)
    panel.set_xlim(0.0, 1.2 * max(left))
    panel.set_title("reported by the desk in a year ($1,000)", fontsize=8, fontweight="normal", loc="left")
    panel.set_xlabel("\n\n", fontsize=9)  # room for the legend, which is wider than the panel
    legend = panel.legend(loc="upper left", bbox_to_anchor=(-0.3, -0.14), ncols=2, fontsize=7.5, columnspacing=1.2)
    legend.set_in_layout(False)
