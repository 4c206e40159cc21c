"""Who waits: desk and direct customers when requests are done in order, out of turn, and with all added work.

Reads the table and the certificate of a claim (claim_08) and nothing else.
"""

import textwrap
from pathlib import Path

from figures.claim import compose
from figures.style import COLOURS

WHO = (("desk", COLOURS["service"], -0.12, "through the desk"), ("direct", COLOURS["claimed"], 0.12, "directly"))


def draw(stem: Path) -> list[Path]:
    """Draw the claim from stem.csv and stem.json; returns the paths."""
    return compose(stem, waits)


def waits(figure, place, table, certificate: dict) -> None:
    """Mean wait of all, and median and 90th percentile of waits by way of coming, in every arm."""
    rows = table[table["part"] == "level"]
    arms = list(dict.fromkeys(rows["arm"]))
    names = ["\n".join(textwrap.wrap(arm, 13)) for arm in arms]
    cells = place.subgridspec(1, 3)
    everybody = figure.add_subplot(cells[0])
    mean = at(rows, arms, "wait_minutes_mean") / 60.0
    bars(everybody, range(len(arms)), mean, COLOURS["production"])
    everybody.set(title="All, mean", ylabel="wait\n(working hours)")
    panels = [everybody]
    for column, (end, title) in enumerate((("p50", "Median"), ("p90", "90th percentile")), 1):
        panel = figure.add_subplot(cells[column])
        for who, colour, shift, label in WHO:
            points = at(rows, arms, f"wait_hours_{who}_{end}")
            bars(panel, [x + shift for x in range(len(arms))], points, colour, label)
        panel.set_title(title)
        panels.append(panel)
    panels[1].legend(loc="upper left")
    for panel in panels:
        panel.set_xticks(range(len(arms)), names, fontsize=7)
        panel.set_xlim(-0.5, len(arms) - 0.5)
        panel.set_ylim(0.0, panel.get_ylim()[1] * 1.15)
        panel.grid(axis="y", color="#eeeeee", lw=0.6)


def at(rows, arms: list[str], quantity: str):
    """Mean and ends of the interval of a quantity, an arm a row."""
    return rows[rows["quantity"] == quantity].set_index("arm").loc[arms, ["value", "low", "high"]]


def bars(panel, places, points, colour: str, label: str = "") -> None:
    """Points with 95 % intervals."""
    whiskers = [points["value"] - points["low"], points["high"] - points["value"]]
    panel.errorbar(list(places), points["value"], yerr=whiskers, fmt="o", ms=4.5, color=colour, elinewidth=1.6,
                   capsize=2.5, label=label)  # fmt: skip
