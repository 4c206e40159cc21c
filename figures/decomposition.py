"""From a textbook queue to the organisation: what each mechanism adds to the mean wait and to the reps' work.

Reads the table that `desksales decompose` writes into a folder (decomposition.csv) and nothing else.
"""

from pathlib import Path

from figures.style import COLOURS, INK, footer, prepare, save

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
        added(panel, table, quantity, colour, unit)
        panel.set(title=title, xlabel=f"added {unit}")
    steps = table.iloc[1:-1]
    names = [label(*step) for step in zip(steps["name"], steps["runaway"], strict=True)]
    panels[0].set_yticks(range(len(steps)), names)
    panels[0].set_ylim(len(steps) - 0.4, -0.6)
    first = table.iloc[0]
    n, left_out = int(first["n"]), int(first["n_left_out"])
    kept = f"the {n} seeds of which no step ran away" if left_out else "the same seeds, none of which ran away"
    footer(figure, [
        "Steps from the top, each on top of those above it; another order would divide the same total in another way.",
        f"Bars: median over all {n + left_out} seeds of what a step adds to the same run; whiskers: its 95 % interval. "
        f"Circles: mean over {kept}; a circle far from its bar tells that few runs bear the step. Chases also bring "
        "back what is refused in silence or set aside further down, and count there.",
        f"Textbook queue by Erlang C: {first['theory_wait']:.1f} minutes of wait. figures/decomposition.py",
    ])  # fmt: skip
    written = save(figure, folder / "decomposition")
    plt.close(figure)
    return written


def added(panel, table, quantity: str, colour: str, unit: str) -> None:
    """One bar a step: the median it adds, with whisker and number, and a circle for the mean; start and end as text."""
    steps = table.iloc[1:-1]
    median, low, high = (steps[f"{quantity}_added_median{end}"] for end in ("", "_low", "_high"))
    mean, places = steps[f"{quantity}_added"], range(len(steps))
    farthest = float(max(high.fillna(median).max(), mean.max()))
    nearest = float(min(low.fillna(median).min(), mean.min()))
    reach = max(farthest, 0.0) - min(nearest, 0.0) or 1.0
    panel.barh(places, median, height=0.62, color=colour, lw=0)
    panel.plot(mean, places, "o", ms=5, mfc="white", mec=INK, mew=1.0, ls="none")
    for place, at, left, right, middle in zip(places, median, low, high, mean, strict=True):
        known = left == left
        if known:
            panel.plot([left, right], [place, place], color=INK, lw=1.2)
        end = max(0.0, at, right if known else at)
        end = middle if end < middle < end + 0.12 * reach else end  # the number clears the circle
        panel.annotate(
            signed(at), (end, place), xytext=(6, 0), textcoords="offset points", va="center", fontsize=8
        )  # fmt: skip
    panel.axvline(0.0, color=INK, lw=0.8)
    panel.set_xlim(min(nearest, 0.0) - 0.03 * reach, max(farthest, 0.0) + 0.16 * reach)
    start, end = table[f"{quantity}_median"].iloc[0], table[f"{quantity}_median"].iloc[-1]
    panel.text(
        0.98, 0.97, f"medians, {unit}:\ntextbook queue {start:.1f}\nall together {end:.1f}", transform=panel.transAxes,
        ha="right", va="top", fontsize=8.5,
    )  # fmt: skip


def label(name: str, runaway: float) -> str:
    """The name of a step, and the share of runs that ran away with it, if any did."""
    return f"+ {name}" + (f"\n{100.0 * runaway:.0f} % of runs ran away" if runaway else "")


def signed(value: float) -> str:
    """A number with its sign and one decimal; zero has none."""
    return "0.0" if abs(value) < 0.05 else f"{value:+.1f}".replace("-", "−")


if __name__ == "__main__":
    draw(Path(__file__).parent)
