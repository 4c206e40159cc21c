"""From a textbook queue to the organisation: what each mechanism adds to the mean wait and to the reps' work.

Reads the table that `desksales decompose` writes into a folder (decomposition.csv) and nothing else.
"""

from pathlib import Path

from figures.style import COLOURS, INK, QUIET, prepare, save

PANELS = (
    ("wait", "A  Wait for the start of the work", "minutes of mean wait per request", COLOURS["service"]),
    ("work", "B  Work of the service reps", "rep minutes per request", COLOURS["claimed"]),
)


def draw(folder: Path) -> list[Path]:
    """Draw the figure of a folder's table as decomposition.png and decomposition.svg there; returns the paths."""
    import pandas as pd

    plt = prepare()
    table = pd.read_csv(folder / "decomposition.csv")
    figure, panels = plt.subplots(1, 2, figsize=(9.6, 4.8), sharey=True, layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1)
    for panel, (quantity, title, unit, colour) in zip(panels, PANELS, strict=True):
        added(panel, table, quantity, colour)
        panel.set(title=title, xlabel=f"added {unit}")
    steps = table.iloc[1:-1]
    panels[0].set_yticks(range(len(steps)), [f"+ {name}" for name in steps["name"]])
    panels[0].set_ylim(len(steps) - 0.4, -0.6)
    first = table.iloc[0]
    n, left_out = int(first["n"]), int(first["n_left_out"])
    note = (
        f"Steps from the top, each on top of those above it. Bars: means of paired differences over {n} seeds; "
        f"whiskers: 95 % intervals. Erlang C for the textbook queue: {first['theory_wait']:.1f} minutes of wait.\n"
        + (f"Left out: {left_out} seed{'s' * (left_out > 1)} in which a rung ran away. " if left_out else "")
        + "figures/decomposition.py"
    )
    figure.text(0.0, -0.06, note, fontsize=7.5, color=QUIET)
    written = save(figure, folder / "decomposition")
    plt.close(figure)
    return written


def added(panel, table, quantity: str, colour: str) -> None:
    """One bar a step: what it adds, its interval as a whisker, the number beside it; start and end as text."""
    steps = table.iloc[1:-1]
    mean, low, high = (steps[f"{quantity}_added{end}"] for end in ("", "_low", "_high"))
    places = range(len(steps))
    panel.barh(places, mean, height=0.62, color=colour, lw=0)
    for place, at, left, right in zip(places, mean, low, high, strict=True):
        known = left == left
        if known:
            panel.plot([left, right], [place, place], color=INK, lw=1.2)
        end = max(0.0, at, right if known else at)
        panel.annotate(
            signed(at), (end, place), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8
        )  # fmt: skip
    panel.axvline(0.0, color=INK, lw=0.8)
    farthest, nearest = float(high.fillna(mean).max()), float(low.fillna(mean).min())
    reach = max(farthest, 0.0) - min(nearest, 0.0) or 1.0
    panel.set_xlim(min(nearest, 0.0) - 0.03 * reach, max(farthest, 0.0) + 0.16 * reach)
    start, end = table[quantity].iloc[0], table[quantity].iloc[-1]
    panel.text(
        0.98, 0.97, f"textbook queue {start:.1f}\nall together {end:.1f}", transform=panel.transAxes, ha="right",
        va="top", fontsize=8.5,
    )  # fmt: skip


def signed(value: float) -> str:
    """A number with its sign and one decimal; zero has none."""
    return "0.0" if abs(value) < 0.05 else f"{value:+.1f}".replace("-", "−")


if __name__ == "__main__":
    draw(Path(__file__).parent)
