"""How a measure responds to one parameter, split by another: means with intervals, and the runs that ran away.

Reads what `desksales curve` writes into a folder (curve.csv, curve.json) and nothing else.
"""

import json
import sys
from pathlib import Path

from figures.style import COLOURS, INK, PAGE, footer, prepare, save

ORDER = ("service", "claimed", "own", "chase", "transcription", "update")
MARKERS = "osD^vP"
MOST_LINES = len(ORDER)


def draw(folder: Path) -> list[Path]:
    """Draw the figure of a folder's table as curve.png and curve.svg there; returns the paths."""
    import pandas as pd

    plt = prepare()
    about = json.loads((folder / "curve.json").read_text(encoding="utf-8"))
    table = pd.read_csv(folder / "curve.csv")
    table["place"], labels = places(table[about["x"]])
    some_ran_away = bool((table["ran_away"] > 0.0).any())
    rows, heights = (2, (4.0, 1.0)) if some_ran_away else (1, (1.0,))
    figure, panels = plt.subplots(
        rows, 1, sharex=True, figsize=(PAGE, 3.4 + 0.9 * some_ran_away), layout="constrained", squeeze=False,
        height_ratios=heights,
    )  # fmt: skip
    means, last = panels[0, 0], panels[-1, 0]
    for number, (name, line) in enumerate(lines(table, about["by"])):
        colour, marker = COLOURS[ORDER[number % MOST_LINES]], MARKERS[number % len(MARKERS)]
        mean_line(means, line, colour, marker, name, joined=labels is None)
        if some_ran_away:
            last.plot(line["place"], line["ran_away"], marker=marker, ms=4, lw=1.2, color=colour)
    if about["against"] is not None:
        means.axhline(0.0, color=INK, lw=0.8)
    means.set(title=about["title"], ylabel=about["y_label"])
    if about["by"] is not None:
        means.legend(title=about["by_label"], loc="center left", bbox_to_anchor=(1.0, 0.5), title_fontsize=8)
    if some_ran_away:
        last.set(ylim=(-0.06, 1.06), ylabel="share of runs\nthat ran away")
    last.set_xlabel(about["x_label"])
    if labels is not None:
        last.set_xticks(range(len(labels)), labels)
        last.set_xlim(-0.5, len(labels) - 0.5)
    notes = [*about["notes"], *(["Hollow: runs ran away there; they are in no mean."] if some_ran_away else [])]
    footer(figure, [*notes, "figures/curve.py"])
    written = save(figure, folder / "curve")
    plt.close(figure)
    return written


def places(values):
    """Where values lie on the axis, and their names: numbers at themselves without names, all else side by side."""
    if values.dtype.kind in "if":
        return values, None
    names = list(dict.fromkeys(values))
    return values.map({name: place for place, name in enumerate(names)}), [str(name) for name in names]


def lines(table, by: str | None):
    """The name of every line and its rows."""
    return [("", table)] if by is None else [(str(name), rows) for name, rows in table.groupby(by, sort=False)]


def mean_line(panel, line, colour: str, marker: str, name: str, joined: bool) -> None:
    """Means with their intervals: a band where values are numbers, whiskers where they are names."""
    x, mean, low, high = (line[column] for column in ("place", "mean", "low", "high"))
    if joined:
        panel.fill_between(x, low, high, color=colour, alpha=0.22, lw=0)
        panel.plot(x, mean, color=colour, lw=1.4)
    else:
        panel.errorbar(x, mean, [mean - low, high - mean], fmt="none", ecolor=colour, elinewidth=1.4, capsize=6)
    panel.plot(x, mean, ls="", marker=marker, ms=5, color=colour)
    away = line["ran_away"] > 0.0
    panel.plot(x[away], mean[away], ls="", marker=marker, ms=5, color=colour, mfc="white")
    panel.plot([], [], marker=marker, ms=5, color=colour, lw=1.4, label=name)


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        draw(Path(folder))
