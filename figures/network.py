"""The compliance network as it emerges: whose contact book lists which rep, on four days of one run.

Reads the tables and the certificate of a claim (claim_36) and nothing else.
"""

from pathlib import Path

from figures.claim import compose, levels, read, rows_height
from figures.style import INK, QUIET

PALETTE, STEPS = "cividis", 16
GRAPHS = 3.3
"""Height in inches of the four days."""


def draw(stem: Path) -> list[Path]:
    """Draw the claim from its tables; returns the paths."""
    import pandas as pd

    edges, reps = (pd.read_csv(stem.with_name(f"{stem.name}_{name}.csv")) for name in ("edges", "reps"))

    def upper(figure, place, table, certificate: dict) -> None:
        rows = place.subgridspec(2, 1, height_ratios=[GRAPHS, lower])
        snapshots(figure, rows[0], edges, reps, table)
        cells = rows[1].subgridspec(1, len(certificate["panels"]))
        for column, panel in enumerate(certificate["panels"]):
            levels(figure.add_subplot(cells[column]), table, panel, certificate, named=column == 0)

    certificate, _ = read(stem)
    lower = rows_height(len(certificate["inputs"]["arms"]))
    return compose(stem, upper, GRAPHS + lower)


def snapshots(figure, place, edges, reps, table) -> None:
    """Four days side by side: salespeople on the left, reps by unit on the right, larger the more books list them."""
    from matplotlib import colormaps
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize

    days = sorted(int(arm.removeprefix("day ")) for arm in dict.fromkeys(table["arm"].dropna()) if arm[4:].isdigit())
    ordered = reps.sort_values(["unit", "disposition"]).reset_index(drop=True)
    height = {rep: (place + ordered["unit"][place]) / (len(reps) + ordered["unit"].max()) for place, rep in
              enumerate(ordered["rep"])}  # fmt: skip
    sellers = sorted(edges["salesperson"].unique())
    level = {seller: (place + 0.5) / len(sellers) for place, seller in enumerate(sellers)}
    colour = ScalarMappable(Normalize(0.0, 1.0), colormaps[PALETTE].resampled(STEPS))
    cells, panels = place.subgridspec(1, len(days)), []
    for column, day in enumerate(days):
        panel, mine = figure.add_subplot(cells[column]), edges[edges["day"] == day]
        ends = [(level[row.salesperson], height[row.rep], None) for row in mine.itertuples()]
        panel.plot([0.0, 1.0, None] * len(ends), [y for line in ends for y in line], color=QUIET, lw=0.35, alpha=0.6)
        panel.plot([0.0] * len(sellers), list(level.values()), "s", ms=2.6, color=INK, mew=0)
        listed = mine["rep"].value_counts()
        for rep, disposition in zip(ordered["rep"], ordered["disposition"], strict=True):
            panel.plot(1.0, height[rep], "8", ms=2.0 + 1.6 * float(listed.get(rep, 0)) ** 0.5, mew=0,
                       color=colour.to_rgba(disposition))  # fmt: skip
        central = table[(table["part"] == "run") & (table["arm"] == f"day {day}") & (table["seed"] == 1)
                        & (table["quantity"] == "centralisation")]["value"]  # fmt: skip
        panel.set_title(f"day {day}: {len(mine)} edges\ncentralisation {float(central.iloc[0]):.2f}", fontsize=8,
                        fontweight="normal")  # fmt: skip
        panel.set(xlim=(-0.12, 1.15), ylim=(-0.03, 1.03))
        panel.set_xticks([])
        if column == 0:
            panel.set_xticks([0.0, 1.0], ["sales-\npeople", "reps"], fontsize=7)
        panel.set_yticks([])
        for side in ("left", "bottom"):
            panel.spines[side].set_visible(False)
        panel.tick_params(length=0)
        panels.append(panel)
    bar = figure.colorbar(colour, ax=panels, shrink=0.7, pad=0.02, aspect=25)
    bar.set_label("disposition to oblige", fontsize=8)
    bar.outline.set_visible(False)
