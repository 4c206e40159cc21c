"""The life of one issue: its moments on the lanes of those who acted, and the field notes that tell them.

Reads the moments and the certificate (field_notes.csv and .json) and nothing else.
"""

import json
import textwrap
from itertools import pairwise
from pathlib import Path

from figures.style import COLOURS, INK, PAGE, QUIET, footer, prepare, save

WIDTH = 62
"""Characters of the notes in a line of one of their two columns."""

KINDS = (
    (("called desk", "prompted"), "the customer calls", COLOURS["service"], "o"),
    (("forwarded", "sent again"), "the request is put to a rep", COLOURS["own"], "s"),
    (("chased", "chase answered"), "chases", COLOURS["chase"], "D"),
    (("refused", "ignored", "set aside"), "refused, ignored, set aside", COLOURS["claimed"], "X"),
    (("started", "updated", "passed on", "completed", "expedited"), "work and updates", COLOURS["update"], "^"),
    (("learned", "claimed"), "the salesperson's reckoning", COLOURS["transcription"], "v"),
)
"""Events of the log that are drawn alike, in words, with colour and marker."""


def draw(stem: Path) -> list[Path]:
    """Draw the notes from stem.csv and stem.json; returns the paths."""
    import pandas as pd

    moments = pd.read_csv(stem.with_suffix(".csv"))
    about = json.loads(stem.with_suffix(".json").read_text(encoding="utf-8"))
    plt = prepare()
    columns = halves([f"{row.number}  {row.sentence}" for row in moments.itertuples()])
    lines = max(column.count("\n") + 1 for column in columns)
    who = list(dict.fromkeys(moments["who"]))
    heights = [0.8 + 0.34 * len(who), 0.133 * lines]
    figure = plt.figure(figsize=(PAGE, sum(heights) + 0.9), layout="constrained")
    grid = figure.add_gridspec(2, 2, height_ratios=heights)
    lanes(figure.add_subplot(grid[0, :]), moments, who, about["day_minutes"])
    for place, column in enumerate(columns):
        panel = figure.add_subplot(grid[1, place])
        panel.axis("off")
        panel.text(0.0, 1.0, column, fontsize=6.8, va="top", linespacing=1.35, transform=panel.transAxes)
    figure.suptitle(f"Field notes: the life of issue {about['issue']}", x=0.01, ha="left", fontsize=10.5,
                    fontweight="bold", color=INK)  # fmt: skip
    footer(figure, [
        f"{about['tally']} Names are invented; everything else is on the record of the run.",
        f"Setting {about['scenario']}, seed {about['seed']}. experiments/field_notes.py, drawn by "
        f"figures/field_notes.py, commit {about['commit']}.",
    ])  # fmt: skip
    written = save(figure, stem, letters=True)
    plt.close(figure)
    return written


def halves(notes: list[str]) -> list[str]:
    """The notes wrapped, in two columns of about equal length."""
    wrapped = ["\n".join(textwrap.wrap(note, WIDTH, subsequent_indent="     ")) for note in notes]
    lengths = [note.count("\n") + 1 for note in wrapped]
    split = next(k for k in range(len(notes) + 1) if 2 * sum(lengths[:k]) >= sum(lengths))
    return ["\n".join(wrapped[:split]), "\n".join(wrapped[split:])]


def lanes(panel, moments, who: list[str], day_minutes: float) -> None:
    """A lane for everybody who acted; moments numbered as in the notes, spread where they would cover each other."""
    hours = spread((moments["minute"] / 60.0).tolist())
    level = {name: place for place, name in enumerate(who)}
    for name, place in level.items():
        panel.axhline(place, color="#eeeeee", lw=4.0, zorder=0)
        panel.text(-0.01, place, name, ha="right", va="center", fontsize=8.5, transform=panel.get_yaxis_transform())
    from matplotlib.patheffects import withStroke

    places = [level[name] for name in moments["who"]]
    panel.plot(hours, places, color=QUIET, lw=0.7, zorder=1)
    for events, words, colour, marker in KINDS:
        mine = [k for k, what in enumerate(moments["what"]) if what in events]
        if mine:
            panel.plot([hours[k] for k in mine], [places[k] for k in mine], ls="none", marker=marker, ms=6, mew=0,
                       color=colour, label=words, zorder=2)  # fmt: skip
    halo = [withStroke(linewidth=2.0, foreground="white")]
    for hour, place, number in zip(hours, places, moments["number"], strict=True):
        panel.annotate(str(number), (hour, place), xytext=(0, 5), textcoords="offset points", ha="center",
                       fontsize=6.5, path_effects=halo, zorder=3)  # fmt: skip
    panel.set_ylim(len(who) - 0.4, -0.7)
    panel.set_yticks([])
    panel.spines["left"].set_visible(False)
    days = sorted(set(moments["day"]))
    for day in days[1:]:
        morning = (day - 1) * day_minutes / 60.0
        panel.axvline(place_of(morning, (moments["minute"] / 60.0).tolist(), hours), color=INK, lw=0.8, ls=":")
    at, said = clocks(hours, moments["minute"].tolist(), day_minutes)
    panel.set_xticks(at, said, rotation=90, fontsize=6.5)
    panel.tick_params(axis="x", length=2, pad=2)
    panel.set_xlabel(
        f"time of day, day {days[0]}" + (f" to day {days[-1]}; dotted: a night" if len(days) > 1 else "")
        + " (wider steps where more than half an hour passed)", fontsize=8,
    )  # fmt: skip
    panel.legend(loc="upper center", bbox_to_anchor=(0.5, 1.24), ncols=3, fontsize=7, handletextpad=0.2)


def clocks(places: list[float], minutes: list[float], day_minutes: float) -> tuple[list[float], list[str]]:
    """Ticks: the time at every moment, once where several fall into one minute."""
    said = [clock(minute, day_minutes) for minute in minutes]
    kept = [k for k, words in enumerate(said) if k == 0 or words != said[k - 1]]
    return [places[k] for k in kept], [said[k] for k in kept]


def spread(hours: list[float]) -> list[float]:
    """Places for moments: steps of one, so that all can be read, wider where more than half an hour passed."""
    places = [0.0]
    for before, after in pairwise(hours):
        places.append(places[-1] + 1.0 + min(2.0, max(0.0, after - before - 0.5)))
    return places


def place_of(hour: float, hours: list[float], places: list[float]) -> float:
    """Where a moment lies among the places of others."""
    later = next(k for k, at in enumerate(hours) if at >= hour)
    return (places[later - 1] + places[later]) / 2.0


def clock(minute: float, day_minutes: float) -> str:
    """Time of the day; the working day begins at nine."""
    since = minute % day_minutes
    return f"{9 + int(since // 60)}:{int(since % 60):02d}"
