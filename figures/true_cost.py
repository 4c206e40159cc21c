"""What a desk contact truly costs: official and true in a year of M-Tel, and at draws of what no source gives.

Reads the table and the certificate of a claim (claim_14) and nothing else.
"""

from pathlib import Path

from figures.claim import compose, levels
from figures.style import COLOURS, INK, QUIET

OFFICIAL, REFERENCE = 2.5, 2.5
ARM = "$5,000"


def draw(stem: Path) -> list[Path]:
    """Draw the claim from stem.csv and stem.json; returns the paths."""
    return compose(stem, costs)


def costs(figure, place, table, certificate: dict) -> None:
    """The distribution of the true cost over draws, and the revenue that the threshold moves."""
    cells = place.subgridspec(1, 2, width_ratios=[1.5, 1.0])
    over_draws(figure.add_subplot(cells[0]), table, certificate)
    levels(figure.add_subplot(cells[1]), table, certificate["panels"][1], certificate)


def over_draws(panel, table, certificate: dict) -> None:
    """Histogram of the true cost over draws, with official cost and the true cost in the scenario as it is."""
    number = 1 + next(
        place for place, one in enumerate(certificate["predictions"]) if one["quantity"] == "cost_per_contact_true"
    )
    draws = table[(table["part"] == "draw") & (table["prediction"] == number)]["value"].dropna() + REFERENCE
    at = table[(table["part"] == "level") & (table["arm"] == ARM) & (table["quantity"] == "cost_per_contact_true")]
    mean, low, high = (float(at[column].iloc[0]) for column in ("value", "low", "high"))
    top = max(8, len(draws) // 3)
    panel.hist(draws, bins=12, color=QUIET, alpha=0.55, lw=0)
    panel.axvline(OFFICIAL, color=INK, lw=1.2, ls="--")
    panel.axvspan(low, high, color=COLOURS["service"], alpha=0.3, lw=0)
    panel.axvline(mean, color=COLOURS["service"], lw=1.6)
    panel.set_ylim(0.0, top)
    panel.text(OFFICIAL - 0.02, 0.97 * top, f"official\n${OFFICIAL:.2f}", ha="right", va="top", fontsize=8)
    panel.text(mean + 0.02, 0.97 * top, f"as it is\n${mean:.2f}", va="top", fontsize=8, color=COLOURS["service"])
    spread = float(draws.max() - min(draws.min(), OFFICIAL)) or 1.0
    panel.set_xlim(min(float(draws.min()), OFFICIAL) - 0.22 * spread, float(draws.max()) + 0.05 * spread)
    panel.set(xlabel="true cost of a desk contact ($)", ylabel=f"draws (of {len(draws)})")
