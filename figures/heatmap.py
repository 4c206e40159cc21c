"""How a measure responds to two parameters: mean and half-width of its interval, and the runs that ran away.

Reads what `desksales heatmap` writes into a folder (heatmap.csv, heatmap.json) and nothing else.
"""

import json
import math
import sys
from pathlib import Path

from figures.style import PAGE, footer, prepare, save

MOST_WRITTEN = 49
"""Cells up to which the numbers are written into them."""


def draw(folder: Path) -> list[Path]:
    """Draw the figure of a folder's table as heatmap.png and heatmap.svg there; returns the paths."""
    import pandas as pd
    import seaborn as sns

    plt = prepare()
    about = json.loads((folder / "heatmap.json").read_text(encoding="utf-8"))
    table = pd.read_csv(folder / "heatmap.csv")
    table["half"] = (table["high"] - table["low"]) / 2.0
    panels = [("mean", about["y_label"], colours(table["mean"], about["against"] is not None))]
    if len(table) > MOST_WRITTEN:
        panels.append(("half", "half-width of the 95 % interval", {"cmap": "Greys", "vmin": 0.0}))
    if (table["ran_away"] > 0.0).any():
        panels.append(("ran_away", "share of runs that ran away", {"cmap": "Reds", "vmin": 0.0, "vmax": 1.0}))
    rows = table[about["by"]].nunique()
    figure, axes = plt.subplots(
        len(panels), 1, figsize=(PAGE, (1.1 + 0.42 * min(rows, 12)) * len(panels)), layout="constrained", squeeze=False
    )
    for (column, label, look), panel in zip(panels, axes[:, 0], strict=True):
        cells = spread(table, about, column)
        written = texts(table, about, column) if len(table) <= MOST_WRITTEN else None
        sns.heatmap(
            cells, annot=written, fmt="", ax=panel, linewidths=0.6, linecolor="white", annot_kws={"fontsize": 7},
            cbar_kws={"label": label}, **look,
        )  # fmt: skip
        panel.collections[0].colorbar.ax.yaxis.label.set_size(8)
        panel.set(xlabel=about["x_label"], ylabel=about["by_label"])
        panel.tick_params(length=0)
        panel.set_yticks(panel.get_yticks(), panel.get_yticklabels(), rotation=0)
    axes[0, 0].set_title(about["title"])
    footer(figure, [*about["notes"], "figures/heatmap.py"])
    made = save(figure, folder / "heatmap")
    plt.close(figure)
    return made


def colours(values, differences: bool) -> dict:
    """From dark to light for levels; for differences two colours that meet at zero."""
    if not differences:
        return {"cmap": "viridis"}
    reach = float(values.abs().max()) or 1.0
    return {"cmap": "PuOr_r", "vmin": -reach, "vmax": reach}


def spread(table, about, column: str):
    """The table as a rectangle: `by` down, with its largest value on top, `x` across."""
    cells = table.pivot(index=about["by"], columns=about["x"], values=column)
    return cells.iloc[::-1].rename(index=tick, columns=tick)


def texts(table, about, column: str):
    """What is written into the cells: the mean and below it the half-width, or the share."""
    if column == "ran_away":
        return spread(table.assign(text=table["ran_away"].map("{:.0%}".format)), about, "text")
    both = [estimate(mean, half) for mean, half in zip(table["mean"], table["half"], strict=True)]
    return spread(table.assign(text=both), about, "text")


def estimate(mean: float, half: float) -> str:
    """A mean over its half-width, both to the decimal that the half-width still tells."""
    if mean != mean:
        return "–"
    if not half > 0.0:
        return f"{mean:.3g}".replace("-", "−")
    decimals = min(6, max(0, 1 - math.floor(math.log10(half))))
    return f"{mean:,.{decimals}f}\n± {half:,.{decimals}f}".replace("-", "−")


def tick(value) -> str:
    return f"{value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        draw(Path(folder))
