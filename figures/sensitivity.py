"""Which parameters a measure depends on: Sobol' indices, or Morris' screening.

Reads what `desksales sensitivity` writes into a folder (sensitivity.csv, sensitivity.json) and nothing else.
"""

import json
import sys
from pathlib import Path

from figures.style import COLOURS, INK, PAGE, QUIET, footer, prepare, save

SHARES = ((1.0, "σ = μ*"), (0.5, "σ = μ*/2"), (0.1, "σ = μ*/10"))
"""Slopes below which a parameter acts in one direction, nearly in proportion, and in proportion."""

NUMBERS = "Numbers in B are those of A; of circles that would overlap only the first is drawn, the others are dots."


def draw(folder: Path) -> list[Path]:
    """Draw the figure of a folder's table as sensitivity.png and sensitivity.svg there; returns the paths."""
    import pandas as pd

    plt = prepare()
    table = pd.read_csv(folder / "sensitivity.csv")
    about = json.loads((folder / "sensitivity.json").read_text(encoding="utf-8"))
    figure = (sobol if about["design"] == "saltelli" else morris)(plt, table, about)
    figure.suptitle(f"{about['measure']}  ({about['unit']})", x=0.01, ha="left", fontsize=10, fontweight="bold")
    numbers = [] if about["design"] == "saltelli" else [NUMBERS]
    footer(figure, [*about["notes"], *numbers, "figures/sensitivity.py"])
    written = save(figure, folder / "sensitivity")
    plt.close(figure)
    return written


def sobol(plt, table, about):
    """Total index and first-order index of every parameter, the most important on top."""
    table = table.sort_values("total", ascending=False, kind="stable")
    figure, panel = plt.subplots(figsize=(PAGE, 0.9 + 0.42 * len(table)), layout="constrained")
    for shift, index, colour, face, label in (
        (-0.14, "total", COLOURS["service"], COLOURS["service"], "total: alone and together with others"),
        (0.14, "first", COLOURS["claimed"], "white", "first order: alone"),
    ):
        for place, row in enumerate(table.itertuples()):
            ends = [getattr(row, f"{index}_low"), getattr(row, f"{index}_high")]
            panel.plot(ends, [place + shift] * 2, color=colour, lw=1.6, solid_capstyle="butt", zorder=2)
            panel.plot(getattr(row, index), place + shift, "o", ms=5.5, color=colour, mfc=face, zorder=3)
        panel.plot([], [], "o-", color=colour, mfc=face, ms=5.5, lw=1.6, label=label)
    panel.axvline(0.0, color=INK, lw=0.8)
    reach = max(1.0, float(table["total_high"].max()) * 1.02)
    panel.set(xlim=(min(-0.02, float(table["first_low"].min()) - 0.01), reach), ylim=(len(table) - 0.5, -0.5))
    panel.set_xlabel("Sobol' index (share of the variance of the points' means)")
    name_rows(panel, table, about)
    panel.legend(loc="lower right")
    return figure


def morris(plt, table, about):
    """Mean absolute effect of every parameter, and beside it how far effects differ from place to place."""
    table = table.sort_values("mu_star", ascending=False, kind="stable").reset_index(drop=True)
    figure, (strength, plane) = plt.subplots(
        1, 2, figsize=(PAGE, 1.1 + 0.33 * len(table)), layout="constrained", width_ratios=(1.0, 1.05)
    )
    colour, per_range = COLOURS["service"], f"({about['unit']}, over the full range)"
    for place, row in enumerate(table.itertuples()):
        strength.plot([row.mu_star_low, row.mu_star_high], [place] * 2, color=colour, lw=1.6, solid_capstyle="butt")
        strength.plot(row.mu_star, place, "o", ms=5.5, color=colour)
    strength.axvline(0.0, color=INK, lw=0.8)
    strength.set(ylim=(len(table) - 0.5, -0.5), title="A  Strength", xlabel=f"μ*: mean size of the effect\n{per_range}")
    name_rows(strength, table, about, numbered=True)
    far = float(max(table["mu_star_high"].max(), table["mu_star"].max())) * 1.08 or 1.0
    high = float(table["sigma_high"].max()) * 1.08 or 1.0
    for slope, label in SHARES:
        end = min(far, high / slope)
        plane.plot([0.0, end], [0.0, slope * end], color=QUIET, lw=0.7, ls=":", zorder=1)
        plane.annotate(
            label, (end, slope * end), xytext=(-3, -2), textcoords="offset points", fontsize=7, color=QUIET,
            ha="right", va="top" if end < far else "bottom", zorder=1,
        )  # fmt: skip
    plane.errorbar(
        table["mu_star"], table["sigma"], fmt="none", ecolor=colour, elinewidth=0.8, alpha=0.55, zorder=2,
        xerr=reaches(table, "mu_star"), yerr=reaches(table, "sigma"),
    )  # fmt: skip
    plane.scatter(table["mu_star"], table["sigma"], s=14, color=colour, zorder=3)
    for place in apart(table["mu_star"] / far, table["sigma"] / high):
        row = table.loc[place]
        plane.scatter(row["mu_star"], row["sigma"], s=105, color="white", edgecolors=colour, lw=1.2, zorder=4)
        plane.text(row["mu_star"], row["sigma"], str(place + 1), fontsize=7, ha="center", va="center", zorder=5)
    plane.set(
        xlim=(-0.04 * far, far), ylim=(-0.04 * high, high), title="B  Bends and interactions",
        xlabel=f"μ*: mean size of the effect\n{per_range}",
        ylabel=f"σ: spread of the effects {per_range}",
    )  # fmt: skip
    return figure


def apart(x, y, across: float = 0.085, up: float = 0.033) -> list[int]:
    """Places, from the first on, that lie clear of those chosen before them; the others are too near to be numbered."""
    chosen: list[int] = []
    for place in range(len(x)):
        if all(abs(x[place] - x[k]) > across or abs(y[place] - y[k]) > up for k in chosen):
            chosen.append(place)
    return chosen


def name_rows(panel, table, about, numbered: bool = False) -> None:
    """Names of the parameters at the rows, each with its range and unit in small print below."""
    names = [f"{k}  {name}" if numbered else name for k, name in enumerate(table["name"], 1)]
    panel.set_yticks(range(len(table)), names)
    panel.tick_params(axis="y", length=0, pad=4)
    for label in panel.get_yticklabels():
        label.set_verticalalignment("bottom")
    for place, name in enumerate(table["name"]):
        panel.annotate(
            about["ranges"][name], (0.0, place), xycoords=panel.get_yaxis_transform(), xytext=(-6, -1),
            textcoords="offset points", ha="right", va="top", fontsize=6.5, color=QUIET, annotation_clip=False,
        )  # fmt: skip
    panel.grid(axis="y", color="#eeeeee", lw=0.8)
    panel.set_axisbelow(True)


def reaches(table, name: str):
    """Distances of an interval's ends from the estimate, none below 0."""
    at = table[name]
    return [(at - table[f"{name}_low"]).clip(lower=0.0), (table[f"{name}_high"] - at).clip(lower=0.0)]


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        draw(Path(folder))
