"""Two call centres side by side over a year: calls, sales, satisfaction, departures, lengths, what people learn.

Reads the tables that `desksales run` writes into a folder for each (centre_days.csv, reviews.csv, lengths.csv,
runs.csv, scenario.json) and nothing else.
"""

import json
from pathlib import Path

from figures.first_year import band, half_width
from figures.style import COLOURS, QUIET, footer, prepare, save

WEEK = 5
LOOKS = (("claimed", "-"), ("own", "-"))
"""Colour and line of the first and the second centre."""
CAP, SHIFT = 1.5, 480.0


def draw(folders: tuple[Path, Path], stem: Path) -> list[Path]:
    """Draw two folders of results into one figure, as PNG and SVG; returns the paths."""
    plt = prepare()
    centres = [Centre(folder, *look) for folder, look in zip(folders, LOOKS, strict=True)]
    figure, panels = plt.subplots(2, 3, figsize=(10.8, 6.4), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1, h_pad=0.1)
    for centre in centres:
        weekly(panels[0, 0], centre, centre.days["n_answered"] / centre.n_posts)
        weekly(panels[0, 1], centre, centre.days["sales"] / centre.n_posts)
        later = (centre.days["later"] - centre.days["taken_back"]) / centre.n_posts
        weekly(panels[0, 1], centre, later, "--")
        weekly(panels[0, 2], centre, centre.days["satisfaction"], per=centre.days["n_outcomes"])
        departures(panels[1, 0], centre)
        lengths(panels[1, 1], centre)
        learning(panels[1, 2], centre)
    titles(panels)
    if panels[1, 2].lines:
        panels[1, 2].legend(loc="lower right", fontsize=8)
    panels[0, 0].legend(loc="center", bbox_to_anchor=(0.5, 0.55), fontsize=8)
    n = min(centre.n for centre in centres)
    note = f"{n} replications; lines: means of weeks; bands: 95 % intervals over replications."
    footer(figure, [f"{note} figures/two_call_centres.py"])
    written = save(figure, stem)
    plt.close(figure)
    return written


class Centre:
    """The tables of one centre: `name`, `days`, `reviews`, `lengths`, `n_posts`, `n` replications, colour."""

    def __init__(self, folder: Path, colour: str, line: str) -> None:
        import pandas as pd

        self.days, self.reviews, self.lengths = (
            pd.read_csv(folder / f"{name}.csv") for name in ("centre_days", "reviews", "lengths")
        )
        about = json.loads((folder / "scenario.json").read_text(encoding="utf-8"))
        people = [value for name, value in about["values"].items() if name.startswith("groups.") and ".people" in name]
        self.name, self.n_posts = about["scenario"], sum(people) * about["values"]["routing.scale"]
        self.n = self.days["replication"].nunique()
        self.colour, self.line = COLOURS[colour], line


def weekly(panel, centre: Centre, values, line: str = "-", per=None) -> None:
    """A daily quantity by weeks: its mean a day, or its sum over the sum of another."""
    table = centre.days[["replication", "day"]].assign(value=values, per=1.0 if per is None else per)
    table = table.assign(week=(table["day"] - 1) // WEEK).groupby(["replication", "week"])[["value", "per"]].sum()
    rate = (table["value"] / table["per"]).unstack("replication")
    x = rate.index * WEEK + WEEK / 2
    mean, half = rate.mean(axis=1), half_width(rate)
    panel.fill_between(x, mean - half, mean + half, color=centre.colour, alpha=0.2, lw=0)
    panel.plot(x, mean, line, color=centre.colour, lw=1.6, label=centre.name if line == "-" else None)


def departures(panel, centre: Centre) -> None:
    """People who left or were dismissed since the start, for each post."""
    if centre.reviews.empty:  # the run was over before the first review
        return
    gone = centre.reviews.assign(gone=centre.reviews["n_left"] + centre.reviews["n_dismissed"])
    sums = gone.groupby(["replication", "day"])["gone"].sum().unstack("replication").fillna(0.0).cumsum()
    band(panel, sums.index, sums / centre.n_posts, centre.colour)
    fired = gone.groupby(["replication", "day"])["n_dismissed"].sum().unstack("replication").fillna(0.0).cumsum()
    if fired.to_numpy().any():
        panel.plot(fired.index, fired.mean(axis=1) / centre.n_posts, ":", color=centre.colour, lw=1.6)


def lengths(panel, centre: Centre) -> None:
    """Share of calls longer than a length, on logarithmic scales."""
    n = centre.lengths.groupby("up_to_minutes")["n"].sum().sort_index()
    longer = 1.0 - n.cumsum() / n.sum()
    shown = longer[longer > 0.5 / n.sum()]
    panel.plot(shown.index, shown, color=centre.colour, lw=1.8)


def learning(panel, centre: Centre) -> None:
    """What people learn from what they see: fear where there is a cap, readiness to stay where it is asked for."""
    table = centre.days.assign(week=(centre.days["day"] - 1) // WEEK)
    for column, line in (("fear", ":"), ("staying", "-")):
        rate = table.groupby(["replication", "week"])[column].mean().unstack("replication")
        if rate.iloc[-1].mean() != rate.iloc[0].mean():
            x = rate.index * WEEK + WEEK / 2
            mean, half = rate.mean(axis=1), half_width(rate)
            panel.fill_between(x, mean - half, mean + half, color=centre.colour, alpha=0.2, lw=0)
            panel.plot(x, mean, line, color=centre.colour, lw=1.6)
            word = "fear" if column == "fear" else "readiness to stay"
            panel.plot([], [], line, color=centre.colour, label=f"{word} ({centre.name})")


def titles(panels) -> None:
    """Axes and titles."""
    day = "working day"
    panels[0, 0].set(title="A  Calls handled", xlabel=day, ylabel="calls per person and day", ylim=(0.0, None))
    panels[0, 1].set(title="B  Sales now (—) and later (- -)", xlabel=day, ylabel="$ per person and day")
    panels[0, 2].set(title="C  Satisfaction with contacts", xlabel=day, ylabel="share (0 to 1)", ylim=(0.0, 1.0))
    panels[1, 0].set(
        title="D  Departures (dismissed: ···)", xlabel=day, ylabel="people per post", ylim=(0.0, None)
    )
    panels[1, 1].set(
        title="E  Length of calls", xlabel="minutes", ylabel="share of calls that are longer", xscale="log",
        yscale="log", xlim=(0.1, 1000.0),
    )  # fmt: skip
    for minutes, word in ((CAP, "90 s"), (SHIFT, "a shift")):
        panels[1, 1].axvline(minutes, color=QUIET, lw=1, ls="--")
        panels[1, 1].annotate(
            word, (minutes, 0.03), xycoords=("data", "axes fraction"), xytext=(-3, 0), textcoords="offset points",
            ha="right", va="bottom", fontsize=8, rotation=90, color=QUIET,
        )  # fmt: skip
    panels[1, 2].set(title="F  What people learn", xlabel=day, ylabel="share (0 to 1)", ylim=(0.0, 1.0))
