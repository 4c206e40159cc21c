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


def draw(stem: Path) -> list[Path]:
    """Draw a claim from stem.csv and stem.json as stem.png and stem.svg; returns the paths."""
    return compose(stem, draw_levels)


def compose(stem: Path, upper: Callable[[Any, Any, Any, dict], None], height: float = 2.6) -> list[Path]:
    """A claim's figure: above whatever `upper(figure, place, table, certificate)` draws, below the predictions."""
    certificate, table = read(stem)
    plt = prepare()
    n = len(certificate["predictions"])
    figure = plt.figure(figsize=(PAGE, height + 0.25 + 0.62 * n), layout="constrained")
    grid = figure.add_gridspec(2, 1, height_ratios=[height, 0.35 + 0.62 * n])
    upper(figure, grid[0], table, certificate)
    predictions(figure.add_subplot(grid[1]), table, certificate)
    heading(figure, certificate)
    footer(figure, small_print(certificate))
    written = save(figure, stem, letters=True)
    plt.close(figure)
    return written


def draw_levels(figure, place, table, certificate: dict) -> None:
    """A panel for every quantity that is shown."""
    panels = certificate["panels"]
    cells = place.subgridspec(1, len(panels))
    for column, panel in enumerate(panels):
        levels(figure.add_subplot(cells[column]), table, panel, certificate)


def read(stem: Path):
    """The certificate and the table of a claim."""
    import pandas as pd

    certificate = json.loads(stem.with_suffix(".json").read_text(encoding="utf-8"))
    return certificate, pd.read_csv(stem.with_suffix(".csv"), dtype={"arm": str})


def heading(figure, certificate: dict) -> None:
    """The claim's number and words, and its verdict."""
    words = f"Claim {certificate['id']}. {certificate['title']}: {certificate['verdict']}"
    figure.suptitle("\n".join(textwrap.wrap(words, 74)), x=0.01, ha="left", fontsize=10.5, fontweight="bold", color=INK)


def levels(panel, table, about: dict, certificate: dict, crowded: bool | None = None) -> None:
    """Mean of a quantity in every arm with its 95 % interval, and single runs as faint dots (crosses: ran away).

    Names of arms are slanted where they are `crowded`; if that is not said, as many panels of one row would need it.
    """
    rows = table[(table["part"] == "level") & (table["quantity"] == about["quantity"])]
    runs = table[(table["part"] == "run") & (table["quantity"] == about["quantity"]) & (table["seed"] <= SHOWN_RUNS)]
    numeric = bool(certificate["axis"])
    places = [float(arm) if numeric else place for place, arm in enumerate(rows["arm"])]
    for place, arm in zip(places, rows["arm"], strict=True):
        for marker, size, mine in (("o", 2.2, runs["verdict"] != AWAY), ("x", 3.0, runs["verdict"] == AWAY)):
            single = runs[(runs["arm"] == arm) & mine]["value"].dropna()
            edge = 0.0 if marker == "o" else 0.6
            panel.plot([place] * len(single), single, ls="none", marker=marker, ms=size, mew=edge, color=QUIET,
                       alpha=0.4)  # fmt: skip
    whiskers = [rows["value"] - rows["low"], rows["high"] - rows["value"]]
    panel.errorbar(
        places, rows["value"], yerr=whiskers, fmt="-o" if numeric else "o", lw=1.2, ms=4.5, color=COLOURS["service"],
        ecolor=COLOURS["service"], elinewidth=1.6, capsize=2.5,
    )  # fmt: skip
    lines = textwrap.wrap(about["label"], 18) + (textwrap.wrap(f"({about['unit']})", 18) if about["unit"] else [])
    panel.set_ylabel("\n".join(lines), fontsize=8)
    if numeric:
        panel.set_xlabel(certificate["axis"])
    else:
        panels = len(certificate["panels"])
        slanted = len(places) * panels > 9 or (panels > 1 and len(places) > 3) if crowded is None else crowded
        names = ["\n".join(textwrap.wrap(arm, 26 if slanted else 12)) for arm in rows["arm"]]
        turned = {"rotation": 35, "ha": "right", "rotation_mode": "anchor", "fontsize": 7} if slanted else {}
        panel.set_xticks(places, names, **turned)
        panel.set_xlim(-0.5, len(places) - 0.5)
    panel.grid(axis="y", color="#eeeeee", lw=0.6)


def predictions(panel, table, certificate: dict) -> None:
    """Every prediction in margins, signed so that to the right is as predicted; draws of the parameters as ticks."""
    rows = table[table["part"] == "prediction"].set_index("prediction")
    draws = table[table["part"] == "draw"]
    n = len(certificate["predictions"])
    for place, prediction in enumerate(certificate["predictions"]):
        scale = (-1.0 if prediction["sense"] == "<" else 1.0) / prediction["margin"]
        row, colour = rows.loc[place + 1], VERDICTS[prediction["verdict"]]
        reach = (-1.0, 1.0) if prediction["sense"] == "≈" else (1.0, 1e9)
        panel.fill_between(reach, place - 0.42, place + 0.42, color=COLOURS["own"], alpha=0.10, lw=0, zorder=0)
        panel.vlines([reach[0]], place - 0.42, place + 0.42, color=QUIET, lw=0.8, zorder=1)
        at = draws[draws["prediction"] == place + 1]["value"].dropna() * scale
        panel.plot(at, [place + 0.26] * len(at), ls="none", marker="|", ms=6, mew=0.8, color=QUIET, zorder=2)
        panel.plot([row["low"] * scale, row["high"] * scale], [place, place], color=colour, lw=2.6, zorder=3)
        panel.plot(row["value"] * scale, place, "o", ms=5, color=colour, zorder=4)
        panel.text(
            0.005, place - 0.2, "\n".join(textwrap.wrap(prediction["words"], 92)), fontsize=7.5, va="bottom",
            transform=panel.get_yaxis_transform(), zorder=5,
        )  # fmt: skip
        share = prediction["share_of_draws"]
        told = prediction["verdict"] + ("" if share is None else f"\n{share:.0%} of draws")
        panel.text(
            1.01, place, told, fontsize=8, va="center", color=colour if colour != QUIET else INK,
            transform=panel.get_yaxis_transform(),
        )  # fmt: skip
    everything = [abs(v) for v in (*(rows["low"] / margins(certificate)), *(rows["high"] / margins(certificate)))]
    known = [abs(value) for value in (*everything, *spread(draws, certificate)) if value == value]
    reach = max([2.0, *known]) * 1.3
    panel.set_xscale("symlog", linthresh=LINEAR, linscale=1.2)
    panel.set_xlim(-reach, reach)
    ticks = [value for value in (-100, -10, -1, 0, 1, 10, 100, 1000) if abs(value) <= reach]
    panel.set_xticks(ticks, [f"{value:g}".replace("-", "−") for value in ticks])
    panel.minorticks_off()
    panel.axvline(0.0, color=INK, lw=0.8, zorder=1)
    panel.set_ylim(n - 0.45, -0.75)
    panel.set_yticks([])
    panel.spines["left"].set_visible(False)
    panel.set_xlabel("effect as predicted, in smallest differences that would matter")


def margins(certificate: dict) -> list[float]:
    """The margin of every prediction."""
    return [prediction["margin"] for prediction in certificate["predictions"]]


def spread(draws, certificate: dict) -> list[float]:
    """The 95th percentile of the draws' size in margins, one a prediction: a few far draws leave the panel."""
    found = []
    for place, prediction in enumerate(certificate["predictions"]):
        at = draws[draws["prediction"] == place + 1]["value"].dropna().abs() / prediction["margin"]
        found.append(float(at.quantile(0.95)) if len(at) else 0.0)
    return found


def small_print(certificate: dict) -> list[str]:
    """What was run, what is drawn, and by which script at which commit."""
    robustness, seeds = certificate["robustness"], certificate["seeds"][1]
    drawn = (
        f" Ticks: means of {robustness['seeds']} runs at {robustness['draws']} draws of {len(robustness['names'])} "
        f"parameters from {robustness['source']}." if robustness["names"] else ""
    )  # fmt: skip
    crosses = " (crosses ran away and count in no mean)" if any(certificate["away"].values()) else ""
    return [
        f"Setting {certificate['inputs']['scenario']}; {seeds} runs of every arm under common luck, seeds 1 to "
        f"{seeds}. Above: means with 95 % intervals and single runs{crosses}. Below: intervals that hold together at "
        f"99 %; green: where the effect was predicted.{drawn}",
        f"Rows {', '.join(certificate['rows'])}. {certificate['inputs']['module']}, drawn by figures/"
        f"{certificate['drawing']}.py, commit {certificate['commit']}.",
    ]
