"""What a desk contact truly costs: official and true in a year of M-Tel, and at draws of what no source gives.

Reads the table and the certificate of a claim (claim_14) and nothing else.
"""

from pathlib import Path

from figures.claim import compose, levels
from figures.style import COLOURS, INK, QUIET

OFFICIAL, REFERENCE = 2.5, 2.5
ARM = "$5,000"
STEP = 0.1
"""Width in $ of the classes of the histogram."""


def draw(stem: Path) -> list[Path]:
    """Draw the claim from stem.csv and stem.json; returns the paths."""
    return compose(stem, costs, height=2.4)


def costs(figure, place, table, certificate: dict) -> None:
    """The distribution of the true cost over draws, and the revenue that the threshold moves."""
    cells = place.subgridspec(1, 2, width_ratios=[1.7, 1.0])
    over_draws(figure.add_subplot(cells[0]), table, certificate)
    levels(figure.add_subplot(cells[1]), table, certificate["panels"][1], certificate)


def over_draws(panel, table, certificate: dict) -> None:
    """Histogram of the true cost over draws, with official cost and the true cost in the scenario as it is."""
    import numpy as np

    number = 1 + next(
        place for place, one in enumerate(certificate["predictions"]) if one["quantity"] == "cost_per_contact_true"
    )
    drawn = table[(table["part"] == "draw") & (table["prediction"] == number)]["value"]
    draws = drawn.dropna() + REFERENCE
    at = table[(table["part"] == "level") & (table["arm"] == ARM) & (table["quantity"] == "cost_per_contact_true")]
    mean, low, high = (float(at[column].iloc[0]) for column in ("value", "low", "high"))
    ends = STEP * np.floor(min(draws.min(), OFFICIAL) / STEP), STEP * np.ceil(max(draws.max(), high) / STEP)
    counts, _, _ = panel.hist(draws, bins=np.arange(ends[0], ends[1] + 1.5 * STEP, STEP), color=QUIET, alpha=0.55,
                              lw=0.4, edgecolor="white")  # fmt: skip
    panel.plot(draws, [-0.03 * counts.max()] * len(draws), ls="none", marker="|", ms=5, mew=0.7, color=QUIET)
    panel.axvline(OFFICIAL, color=INK, lw=1.2, ls="--")
    panel.axvspan(low, high, color=COLOURS["service"], alpha=0.3, lw=0)
    panel.axvline(mean, color=COLOURS["service"], lw=1.6)
    top = 1.45 * counts.max()
    panel.set_ylim(-0.06 * counts.max(), top)
    panel.locator_params(axis="y", nbins=5, integer=True)
    room = ends[1] - ends[0]
    panel.set_xlim(ends[0] - 0.2 * room, ends[1] + 0.06 * room)
    for x, words, colour in (
        (OFFICIAL, f"official\n${OFFICIAL:.2f}", INK), (mean, f"as it is\n${mean:.2f}", COLOURS["service"]),
    ):  # fmt: skip
        panel.text(x - 0.012 * room, 0.99 * top, words, ha="right", va="top", fontsize=8, color=colour)
    lost = f" ({len(drawn) - len(draws)} more ran away)" if len(drawn) > len(draws) else ""
    median, share = float(draws.median()), float((draws > OFFICIAL).mean())
    panel.set_title(
        f"true cost of a desk contact over {len(draws)} draws{lost}\n"
        f"(median ${median:.2f}; {share:.0%} above official)",
        fontsize=8, fontweight="normal", loc="left",
    )  # fmt: skip
    panel.set_xlabel("$ per contact", fontsize=8)
    panel.set_ylabel("draws", fontsize=8)
    panel.tick_params(labelsize=7.5)
