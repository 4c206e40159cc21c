"""Who waits: desk and direct customers when requests are done in order, out of turn, and with all added work.

Reads the table and the certificate of a claim (claim_08) and nothing else.
"""

from pathlib import Path

from figures.claim import as_rows, compose, read, rows_height
from figures.style import COLOURS

WHO = (("desk", COLOURS["service"], -0.14, "through the desk"), ("direct", COLOURS["claimed"], 0.14, "directly"))


def draw(stem: Path) -> list[Path]:
    """Draw the claim from stem.csv and stem.json; returns the paths."""
    certificate, _ = read(stem)
    return compose(stem, waits, rows_height(len(certificate["inputs"]["arms"])) + 0.35)


def waits(figure, place, table, certificate: dict) -> None:
    """Mean wait of all, and median and 90th percentile of waits by way of coming, in every arm."""
    rows = table[table["part"] == "level"]
    arms = list(dict.fromkeys(rows["arm"]))
    cells = place.subgridspec(1, 3)
    everybody = figure.add_subplot(cells[0])
    bars(everybody, range(len(arms)), at(rows, arms, "wait_minutes_mean") / 60.0, COLOURS["production"])
    panels = [everybody]
    titles = ["mean wait of all\n(working hours)"]
    for column, (end, title) in enumerate((("p50", "median wait"), ("p90", "long waits: 90th percentile")), 1):
        panel = figure.add_subplot(cells[column])
        for who, colour, shift, label in WHO:
            points = at(rows, arms, f"wait_hours_{who}_{end}")
            bars(panel, [y + shift for y in range(len(arms))], points, colour, f"customers who come {label}")
        panels.append(panel)
        titles.append(f"{title}\n(working hours)")
    for panel, title in zip(panels, titles, strict=True):
        as_rows(panel, arms, named=panel is everybody)
        panel.set_xlim(0.0, 1.05 * panel.get_xlim()[1])
        panel.set_title(title, fontsize=8, fontweight="normal", loc="left")
    legend = panels[1].legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=2, fontsize=7.5)
    legend.set_in_layout(False)  # it is wider than its panel
    everybody.set_xlabel(" ", fontsize=11)  # room for it


def at(rows, arms: list[str], quantity: str):
    """Mean and ends of the interval of a quantity, an arm a row."""
    return rows[rows["quantity"] == quantity].set_index("arm").loc[arms, ["value", "low", "high"]]


def bars(panel, places, points, colour: str, label: str = "") -> None:
    """Points with 95 % intervals."""
    whiskers = [points["value"] - points["low"], points["high"] - points["value"]]
    panel.errorbar(points["value"], list(places), xerr=whiskers, fmt="o", ms=4.5, color=colour, elinewidth=1.6,
                   capsize=2.5, label=label)  # fmt: skip
