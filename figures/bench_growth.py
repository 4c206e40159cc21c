"""Growth: time per event and memory per person against the number of people, on logarithmic axes.

Reads the table that `make bench` writes (bench_growth.csv) and nothing else.
"""

from pathlib import Path

from figures.style import COLOURS, QUIET, footer, prepare, save

TARGET = 1.5
"""The largest rise of the time per event, from the smallest size to the largest, that is aimed at."""


def draw(folder: Path) -> list[Path]:
    """Draw bench_growth.csv of a folder as bench_growth.png and .svg there; returns the paths."""
    import pandas as pd
    from matplotlib.ticker import LogLocator, NullFormatter

    plt = prepare()
    points = pd.read_csv(folder / "bench_growth.csv")
    figure, (time, memory) = plt.subplots(1, 2, figsize=(8.4, 3.4), layout="constrained")
    people, first = points["people"], points["event_nanoseconds"].iloc[0]
    peak, books = points["person_bytes"] / 1e3, points["book_bytes"] / 1e3
    time.axhspan(first, TARGET * first, color="#e4e4e4", lw=0, label=f"less than {TARGET} times the smallest")
    time.plot(people, points["run_nanoseconds"], "s--", color=QUIET, label="whole run, demand included")
    time.plot(people, points["event_nanoseconds"], "o-", color=COLOURS["service"], label="events")
    time.set(ylabel="nanoseconds per event", title="A  Time per event")
    memory.plot(people, peak, "s--", color=QUIET, label="at the peak, demand included")
    memory.plot(people, books, "o-", color=COLOURS["own"], label="tables other than issues")
    memory.set(ylabel="kB per person", title="B  Memory per person")
    for panel in (time, memory):
        panel.set(xscale="log", yscale="log", xlabel="salespeople and reps")
        low, high = panel.get_ylim()
        panel.set_ylim(low / 2.0, high * 3.0)
        panel.set_xticks(people, [f"{n:,}" for n in people])
        panel.set_xticks([], minor=True)
        panel.yaxis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0)))
        panel.yaxis.set_major_formatter("{x:,.0f}")
        panel.yaxis.set_minor_formatter(NullFormatter())
        panel.legend(loc="upper left")
    note = "Medians over rounds, each size in a process of its own. figures/bench_growth.py"
    footer(figure, [note])
    written = save(figure, folder / "bench_growth")
    plt.close(figure)
    return written


if __name__ == "__main__":
    draw(Path(__file__).parent)
