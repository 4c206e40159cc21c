"""A claim: its quantities in every arm, and each prediction beside the smallest difference that would matter.

Reads the table and the certificate of a claim (claim_NN_words.csv and .json) and nothing else.
"""

import json
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

from figures.style import COLOURS, INK, PAGE, QUIET, footer, prepare, save

SHOWN_RUNS = 12
"""Single runs drawn of each arm at most; the table has all of them."""

VERDICTS = {"holds": COLOURS["own"], "fails": COLOURS["claimed"], "unresolved": QUIET}
AWAY = "ran away"
LINEAR = 3.0
"""Where the axis of predictions turns from linear to logarithmic, in margins."""

WIDTHS = {1: 70, 2: 38, 3: 26}
"""Characters in a line above or below a panel, by the number of panels beside each other."""

BESIDE = 0.24
"""How far single runs lie beside the mean of their arm, in rows."""


def draw(stem: Path) -> list[Path]:
    """Draw a claim from stem.csv and stem.json as stem.png and stem.svg; returns the paths."""
    certificate, _ = read(stem)
    height = 2.2 if certificate["axis"] else rows_height(len(certificate["inputs"]["arms"]), titles(certificate))
    return compose(stem, draw_levels, height)


def compose(stem: Path, upper: Callable[[Any, Any, Any, dict], None], height: float) -> list[Path]:
    """A claim's figure: above whatever `upper(figure, place, table, certificate)` draws, below the predictions."""
    certificate, table = read(stem)
    plt = prepare()
    lower = 0.55 + 0.62 * len(certificate["predictions"])
    figure = plt.figure(figsize=(PAGE, height + lower + 0.3), layout="constrained")
    grid = figure.add_gridspec(2, 1, height_ratios=[height, lower])
    upper(figure, grid[0], table, certificate)
    predictions(figure.add_subplot(grid[1]), table, certificate)
    heading(figure, certificate)
    footer(figure, small_print(certificate))
    written = save(figure, stem, letters=True)
    plt.close(figure)
    return written


def rows_height(arms: int, lines: int = 2) -> float:
    """Inches for panels with an arm a row, below titles of so many lines."""
    return 0.45 + 0.14 * lines + 0.27 * arms


def titles(certificate: dict) -> int:
    """Lines of the longest title of a panel."""
    n = len(certificate["panels"])
    return max(title_of(panel, n).count("\n") + 1 for panel in certificate["panels"])


def title_of(about: dict, panels: int) -> str:
    """What a panel shows, with its unit, wrapped to the width that it has."""
    told = about["unit"] if len(about["unit"]) > 12 else about["unit"].replace(" ", "\u00a0")
    unit = f" ({told})" if told and about["unit"] != about["label"] else ""
    return "\n".join(textwrap.wrap(about["label"] + unit, WIDTHS.get(panels, 19), break_long_words=False))


def draw_levels(figure, place, table, certificate: dict) -> None:
    """A panel for every quantity that is shown."""
    panels = certificate["panels"]
    cells = place.subgridspec(1, len(panels))
    for column, panel in enumerate(panels):
        levels(figure.add_subplot(cells[column]), table, panel, certificate, named=column == 0)


def read(stem: Path):
    """The certificate and the table of a claim."""
    import pandas as pd

    certificate = json.loads(stem.with_suffix(".json").read_text(encoding="utf-8"))
    return certificate, pd.read_csv(stem.with_suffix(".csv"), dtype={"arm": str})


def heading(figure, certificate: dict) -> None:
    """The claim's number and words, and its verdict."""
    words = f"Claim {certificate['id']}. {certificate['title']}: {certificate['verdict']}"
    figure.suptitle("\n".join(textwrap.wrap(words, 74)), x=0.01, ha="left", fontsize=10.5, fontweight="bold", color=INK)


def levels(panel, table, about: dict, certificate: dict, named: bool = True, panels: int | None = None) -> None:
    """Mean of a quantity in every arm with its 95 % interval, and single runs as faint dots (crosses: ran away).

    Arms that are numbers lie along the axis, others are rows, with their names if the panel is the `named` one. A mean
    is hollow where more runs ran away than are in it; runs that ran away do not stretch the axis.
    """
    rows = table[(table["part"] == "level") & (table["quantity"] == about["quantity"])]
    runs = table[(table["part"] == "run") & (table["quantity"] == about["quantity"]) & (table["seed"] <= SHOWN_RUNS)]
    lost = table[table["part"] == "away"].set_index("arm")["value"]
    numeric = bool(certificate["axis"])
    blue, reach = COLOURS["service"], steady(rows, runs)
    places = [float(arm) if numeric else place for place, arm in enumerate(rows["arm"])]
    if numeric:
        panel.plot(places, rows["value"], color=blue, lw=1.0, zorder=2)
    for place, (_, row) in zip(places, rows.iterrows(), strict=True):
        for marker, size, mine in (("o", 2.2, runs["verdict"] != AWAY), ("x", 3.0, runs["verdict"] == AWAY)):
            single = runs[(runs["arm"] == row["arm"]) & mine]["value"].dropna().clip(*reach)
            if not len(single):
                continue
            look = {"ls": "none", "marker": marker, "ms": size, "mew": 0.0 if marker == "o" else 0.6, "color": QUIET,
                    "alpha": 0.55, "clip_on": False}  # fmt: skip
            at = [place if numeric else place + BESIDE] * len(single)
            panel.plot(*((at, single) if numeric else (single, at)), **look)
        if row["value"] != row["value"]:
            where = {"x": place, "y": 0.05, "transform": panel.get_xaxis_transform(), "ha": "center"} if numeric else {
                "x": 0.02, "y": place, "transform": panel.get_yaxis_transform(), "va": "center"}  # fmt: skip
            panel.text(**where, s="undefined", fontsize=7, color=QUIET)
            continue
        ends, fill = [[row["value"] - row["low"]], [row["high"] - row["value"]]], blue
        if about["quantity"] != "runaway" and lost[row["arm"]] > 0.5:
            fill = "white"
        error = {"yerr": ends} if numeric else {"xerr": ends}
        at = (place, row["value"]) if numeric else (row["value"], place)
        panel.errorbar(*at, **error, fmt="o", ms=4.5, color=blue, mfc=fill, ecolor=blue, elinewidth=1.6, capsize=2.5,
                       zorder=3)  # fmt: skip
    (panel.set_ylim if numeric else panel.set_xlim)(reach)
    panels = panels or len(certificate["panels"])
    panel.set_title(title_of(about, panels), fontsize=8, fontweight="normal", loc="left")
    if numeric:
        as_axis(panel, list(rows["arm"]), "\n".join(textwrap.wrap(certificate["axis"], WIDTHS.get(panels, 19))))
    else:
        as_rows(panel, list(rows["arm"]), named)


def steady(rows, runs) -> tuple[float, float]:
    """Ends of an axis that shows the means' intervals and the single runs that did not run away."""
    import pandas as pd

    singles = runs[runs["verdict"] != AWAY]["value"]
    shown = pd.concat([rows["low"], rows["high"], rows["value"], singles]).dropna()
    if not len(shown):
        return 0.0, 1.0
    low, high = float(shown.min()), float(shown.max())
    room = 0.06 * (high - low) or 0.06 * abs(high) or 0.5
    return low - room, high + room


def as_rows(panel, arms: list[str], named: bool) -> None:
    """Arms from top to bottom."""
    names = ["\n".join(textwrap.wrap(arm, 26)) for arm in arms] if named else [""] * len(arms)
    panel.set_yticks(range(len(arms)), names)
    panel.tick_params(axis="y", length=0)
    panel.set_ylim(len(arms) - 0.4, -0.5)
    panel.spines["left"].set_visible(False)
    panel.locator_params(axis="x", nbins=4)
    panel.xaxis.set_major_formatter(plain)
    panel.tick_params(axis="x", labelsize=7.5)
    panel.grid(axis="both", color="#eeeeee", lw=0.6)
    panel.set_axisbelow(True)


def as_axis(panel, arms: list[str], words: str) -> None:
    """Arms along an axis of numbers, which the words name."""
    panel.set_xticks([float(arm) for arm in arms], arms)
    room = 0.12 * (float(arms[-1]) - float(arms[0]))
    panel.set_xlim(float(arms[0]) - room, float(arms[-1]) + room)
    panel.set_xlabel(words, fontsize=8)
    panel.tick_params(labelsize=7.5)
    panel.locator_params(axis="y", nbins=5)
    panel.yaxis.set_major_formatter(plain)
    panel.grid(axis="y", color="#eeeeee", lw=0.6)


def plain(value: float, _: Any = None) -> str:
    """A number on an axis: thousands with commas, no zeros that say nothing."""
    return (f"{value:,.0f}" if abs(value) >= 1000.0 else f"{value:.4g}").replace("-", "−")


def predictions(panel, table, certificate: dict) -> None:
    """Every prediction in margins, signed so that to the right is as predicted; draws of the parameters as ticks.

    The words stand above the band of their prediction, so that nothing is drawn across them.
    """
    rows = table[table["part"] == "prediction"].set_index("prediction")
    draws = table[table["part"] == "draw"]
    n = len(certificate["predictions"])
    for place, prediction in enumerate(certificate["predictions"]):
        scale = (-1.0 if prediction["sense"] == "<" else 1.0) / prediction["margin"]
        row, colour = rows.loc[place + 1], VERDICTS[prediction["verdict"]]
        reach = (-1.0, 1.0) if prediction["sense"] == "≈" else (1.0, 1e9)
        band = (place - 0.16, place + 0.38)
        panel.fill_between(reach, *band, color=COLOURS["own"], alpha=0.10, lw=0, zorder=0)
        panel.vlines([end for end in reach if end < 1e9], *band, color=QUIET, lw=0.8, zorder=1)
        panel.vlines([0.0], *band, color=INK, lw=0.8, ls=(0, (1, 1.5)), zorder=1)
        at = draws[draws["prediction"] == place + 1]["value"].dropna() * scale
        panel.plot(at, [place + 0.26] * len(at), ls="none", marker="|", ms=6, mew=0.8, color=QUIET, zorder=2)
        panel.plot([row["low"] * scale, row["high"] * scale], [place + 0.03] * 2, color=colour, lw=2.6, zorder=3)
        panel.plot(row["value"] * scale, place + 0.03, "o", ms=5, color=colour, zorder=4)
        panel.text(0.0, place - 0.22, prediction["words"], fontsize=7.5, va="bottom", zorder=5,
                   transform=panel.get_yaxis_transform())  # fmt: skip
        share = prediction["share_of_draws"]
        told = prediction["verdict"] + ("" if share is None else f"\n{share:.0%} of draws")
        panel.text(
            1.01, place + 0.1, told, fontsize=8, va="center", color=colour if colour != QUIET else INK,
            transform=panel.get_yaxis_transform(),
        )  # fmt: skip
    left, right = extent(rows, draws, certificate)
    panel.set_xscale("symlog", linthresh=LINEAR, linscale=1.2)
    panel.set_xlim(left, right)
    ticks = [value for value in (-1000, -100, -10, -3, -1, 0, 1, 3, 10, 100, 1000) if left <= value <= right]
    panel.set_xticks(ticks, [f"{value:g}".replace("-", "−") for value in ticks])
    panel.minorticks_off()
    panel.set_ylim(n - 0.5, -0.6)
    panel.set_yticks([])
    panel.spines["left"].set_visible(False)
    panel.tick_params(axis="x", labelsize=7.5)
    panel.set_xlabel("effect in the direction predicted, in smallest differences that would matter", fontsize=8.5)


def extent(rows, draws, certificate: dict) -> tuple[float, float]:
    """Ends of the axis in margins: all intervals, and nine tenths of each prediction's draws (far ones leave it)."""
    ends = [-2.0, 2.0]
    for place, prediction in enumerate(certificate["predictions"], 1):
        scale = (-1.0 if prediction["sense"] == "<" else 1.0) / prediction["margin"]
        at = draws[draws["prediction"] == place]["value"].dropna() * scale
        ends += [rows.loc[place, end] * scale for end in ("low", "value", "high")]
        ends += [at.quantile(0.05), at.quantile(0.95)] if len(at) else []
    known = [end for end in ends if end == end]
    return 1.3 * min(known), 1.3 * max(known)


def small_print(certificate: dict) -> list[str]:
    """What was run, what is drawn, and by which script at which commit."""
    robustness, seeds = certificate["robustness"], certificate["seeds"][1]
    drawn = (
        f" Ticks: means of {robustness['seeds']} runs at {robustness['draws']} draws of {len(robustness['names'])} "
        f"parameters from {robustness['source']}." if robustness["names"] else ""
    )  # fmt: skip
    away = certificate["away"].values()
    crosses = " (crosses: ran away, in no mean, at the edge where they are off the scale" if any(away) else ""
    hollow = ("; hollow: more ran away than are in the mean)" if max(away) > 0.5 else ")") if crosses else ""
    single = "single runs" if seeds <= SHOWN_RUNS else f"the first {SHOWN_RUNS} runs one by one"
    return [
        f"Setting {certificate['inputs']['scenario']}; {seeds} runs of every arm under common luck, seeds 1 to "
        f"{seeds}. Above: means with 95 % intervals, and {single}{crosses}{hollow}. Below: intervals that hold "
        f"together at 99 %, on an axis that is logarithmic beyond ±{LINEAR:g} and whose 0 is no "
        f"difference or, of a level, what it is held against; green: where the effect was predicted."
        f"{drawn}",
        f"Rows {', '.join(certificate['rows'])}. {certificate['inputs']['module']}, drawn by figures/"
        f"{certificate['drawing']}.py, commit {certificate['commit']}.",
    ]
