"""Help among home-based colleagues: how sharing starts and lasts under two norms, and what trust comes of it.

Reads the table that `python -m experiments.norms_of_helping` writes into a folder (home_based.csv) and nothing else.
"""

from pathlib import Path

from figures.first_year import band
from figures.style import COLOURS, PAGE, footer, prepare, save

DESIGNS = {
    (1, 1): ("both norms", COLOURS["service"], "-"),
    (1, 0): ("beneficence alone", COLOURS["claimed"], "--"),
    (0, 0): ("neither", COLOURS["other"], "-"),
    (0, 1): ("reciprocity alone", COLOURS["refused"], ":"),
}
"""Name, colour and line of each design, by beneficence and reciprocity on or off."""


def draw(folder: Path) -> list[Path]:
    """Draw the figure of a folder's table as home_based.png and home_based.svg there; returns the paths."""
    import pandas as pd

    plt = prepare()
    table = pd.read_csv(folder / "home_based.csv")
    table["share"] = table["answered"] / table["lacking"]
    figure, panels = plt.subplots(1, 3, figsize=(1.3 * PAGE, 3.4), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1)
    as_it_is = table[table["identity"] == "as it is"]
    for panel, column in ((panels[0], "share"), (panels[2], "trust")):
        for (b, r), (name, colour, line) in DESIGNS.items():
            chosen = as_it_is[(as_it_is["beneficence"] == b) & (as_it_is["reciprocity"] == r)]
            curve(panel, chosen, column, colour, line, name)
    for identity, line in (("high", "-"), ("low", "--")):
        chosen = table[(table["identity"] == identity) & (table["beneficence"] == 1) & (table["reciprocity"] == 1)]
        curve(panels[1], chosen, "share", COLOURS["service"], line, f"{identity} shared identity")
    panels[0].annotate("without beneficence nobody begins", (60, 0.0), xytext=(0, 6), textcoords="offset points",
                       ha="center", fontsize=8)  # fmt: skip
    top = 1.5 * max(panel.get_ylim()[1] for panel in panels[:2])
    panels[0].set(title="A  Answers, by norms", ylabel="share of questions answered")
    panels[1].set(title="B  Both norms, by identity", ylabel="share of questions answered")
    panels[2].set(title="C  Trust, by norms", ylabel="trust in all contacts, per person")
    for panel in panels:
        panel.set(xlabel="day", xlim=(0, table["day"].max()))
        panel.set_ylim(0.0, top if panel is not panels[2] else 1.55 * panel.get_ylim()[1])
        panel.legend(loc="upper left", handlelength=2.6)
    n = table["replication"].nunique()
    note = f"{n} replications; lines: means of five days; bands: 95 % intervals. figures/home_based.py"
    footer(figure, [note])
    written = save(figure, folder / "home_based")
    plt.close(figure)
    return written


def curve(panel, rows, column: str, colour: str, line: str, name: str) -> None:
    """Mean of a column over replications, day by day, with its interval."""
    by_day = rows.pivot(index="day", columns="replication", values=column)
    band(panel, by_day.index, by_day, colour)
    drawn = panel.lines[-1]
    drawn.set(linestyle=line, label=name)


if __name__ == "__main__":
    draw(Path(__file__).parent)
