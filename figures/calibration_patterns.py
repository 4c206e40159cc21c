"""Years of a calibration's posterior against every published figure, fitted ones and held-out ones apart.

Reads calibration_patterns.csv and calibration.json in a folder, and nothing else.
"""

import json
import math
import sys
from pathlib import Path

from figures.style import COLOURS, INK, PAGE, QUIET, footer, prepare, save


def draw(folder: Path) -> list[Path]:
    """Draw calibration_patterns into the folder of the tables; returns the paths."""
    import pandas as pd

    plt = prepare()
    about = json.loads((folder / "calibration.json").read_text(encoding="utf-8"))
    rows = pd.read_csv(folder / "calibration_patterns.csv")
    figure, panels = plt.subplots(
        len(rows), 1, figsize=(PAGE, 0.9 + 0.62 * len(rows)), layout="constrained", squeeze=False
    )
    for panel, row in zip(panels[:, 0], rows.itertuples(), strict=True):
        pattern(panel, row)
    handles = [
        plt.Rectangle((0, 0), 1, 1, color=COLOURS["own"], alpha=0.25, label="published"),
        plt.Line2D([], [], color=COLOURS["service"], lw=1.6, label="90 % of years"),
        plt.Line2D([], [], color=COLOURS["service"], lw=5, label="50 %"),
        plt.Line2D([], [], color="white", marker="o", mec=INK, ms=5, label="median"),
    ]
    figure.legend(handles=handles, loc="outside upper right", ncols=4)
    figure.suptitle(
        "Years of the posterior", x=0.01, ha="left", fontsize=10, fontweight="bold"
    )
    years = about["years"]["check"]
    footer(figure, [
        f"{years:,} years under new seeds, {years // about['particles']} of each of {about['particles']:,} particles, "
        "weighted; in brackets the share of years that meet the figure, and that share in the pilot, where nothing was "
        "fitted.",
        f"Model version {about['model_version']}, seed {about['seed']}. figures/calibration_patterns.py",
    ])  # fmt: skip
    written = save(figure, folder / "calibration_patterns")
    plt.close(figure)
    return written


def pattern(panel, row):
    """One figure on an axis of its own: the published band, and intervals of the years."""
    colour = COLOURS["service"] if row.role == "fitted" else COLOURS["claimed"]
    known = [x for x in (row.band_low, row.band_high) if not math.isnan(x)]
    low, high = min(row.q05, *known), max(row.q95, *known)
    pad = 0.12 * (high - low)
    low, high = low - pad, high + pad
    ends = [low if math.isnan(row.band_low) else row.band_low, high if math.isnan(row.band_high) else row.band_high]
    panel.axvspan(*ends, color=COLOURS["own"], alpha=0.25, lw=0)
    for end in known:
        panel.axvline(end, color=COLOURS["own"], lw=0.8)
    panel.plot([row.q05, row.q95], [0, 0], color=colour, lw=1.6, solid_capstyle="butt")
    panel.plot([row.q25, row.q75], [0, 0], color=colour, lw=5, solid_capstyle="butt")
    panel.plot(row.q50, 0, "o", color="white", mec=INK, ms=5)
    panel.set(xlim=(low, high), ylim=(-1, 1), yticks=[])
    panel.spines["left"].set_visible(False)
    panel.tick_params(axis="x", labelsize=6.5, length=2)
    panel.locator_params(axis="x", nbins=7)
    panel.set_title(f"{row.measure}", fontsize=7.5, pad=2, color=colour)
    panel.set_title(
        f"{row.role}; published {row.published}  [{100 * row.met:.0f} %; pilot {100 * row.met_before:.0f} %]",
        fontsize=7, pad=2, loc="right", fontweight="normal", color=QUIET,
    )  # fmt: skip


if __name__ == "__main__":
    draw(Path(sys.argv[1] if len(sys.argv) > 1 else "figures"))
